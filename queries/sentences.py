"""The sentences that tie findings to things: what stands behind every link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.answers import plain
from queries.question import HERE, read_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store import Store, Term


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that ties a finding to a thing.

    Attributes:
        voice: ``committee``, ``government`` or, for our own reading, ``curator``.
        before: The sentence up to the name; empty for a gist.
        words: The name as it stands; for a curator the gist, which is no quotation.
        after: The rest of the sentence; empty for a gist.
        source: Web address of the page, or the file it was read from.
    """

    voice: str
    before: str
    words: str
    after: str
    source: str

    @property
    def sentence(self) -> str:
        """The sentence with the name marked, or the gist, said to be ours."""
        if self.voice == "curator":
            return f"[our words] {self.words}"
        return f"“{self.before}»{self.words}«{self.after}”"


class Sentences:
    """The sentences of one store, asked for one finding at a time."""

    def __init__(self, store: Store) -> None:
        """Ask `store`."""
        self._store = store
        self._where: dict[str, str] = {}

    def evidence(self, finding: str, thing: str) -> list[Evidence]:
        """The sentences that tie a finding to a thing; one read in two places is there once."""
        values = {"finding": ox.NamedNode(finding), "thing": ox.NamedNode(thing)}
        found: dict[tuple[str, ...], str] = {}
        for _, _, voice, start, before, words, after, record in self._ask(
            "evidence/naming.rq", values
        ):
            parts = tuple(str(plain(term) or "") for term in (voice, start, before, words, after))
            source = self._source(str(plain(record) or ""))
            found[parts] = min(found.get(parts, source), source)
        return [
            Evidence(voice, before, words, after, source)
            for (voice, _, before, words, after), source in found.items()
        ]

    def of(self, finding: str, things: Iterable[str]) -> Iterator[tuple[str, Evidence]]:
        """Evidence for each of some things that a finding names.

        A sentence that names a thing twice is shown once.
        """
        for thing in things:
            shown: set[str] = set()
            for evidence in self.evidence(finding, thing):
                plain_words = f"{evidence.voice}{evidence.before}{evidence.words}{evidence.after}"
                if plain_words not in shown:
                    shown.add(plain_words)
                    yield thing, evidence

    def _source(self, record: str) -> str:
        """Web address of the page of a record, or the file it was read from."""
        if record not in self._where:
            rows = self._ask("evidence/where.rq", {"record": ox.NamedNode(record)})
            self._where[record] = next((str(plain(where)) for _, _, where in rows), "")
        return self._where[record]

    def label(self, iri: str) -> str:
        """Name for people of anything in the graph; empty where it has none."""
        rows = self._ask("networks/margins/label.rq", {"thing": ox.NamedNode(iri)})
        return next((str(plain(name)) for _, name in rows), "")

    def _ask(
        self, file: str, values: dict[str, ox.NamedNode] | None = None
    ) -> Iterator[tuple[Term | None, ...]]:
        return self._store.rows(read_question(HERE / file).sparql, values)
