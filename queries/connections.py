"""Who connects with whom: pairs named together in findings, with denominators and sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.network import KIND, LABEL, findings_of, projection, two_mode
from queries.answers import plain
from queries.question import HERE, read_question
from queries.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.network import Network
    from graph.store import Store

ALL_KINDS = "all"

KINDS = ("organisation", "initiative", ALL_KINDS)
"""Which things to pair."""

_EVIDENCE = ("finding", "names", "voice", "sentence", "source")


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


class Connections:
    """The connections of one store."""

    def __init__(self, store: Store) -> None:
        """Read the two-mode graph of `store` into memory."""
        self._store = store
        self._network = two_mode(store)
        self._naming = read_question(HERE / "evidence" / "naming.rq").sparql

    @property
    def network(self) -> Network:
        """Findings, and the organisations and initiatives each concerns."""
        return self._network

    def pairs(
        self, about: str | None = None, kind: str = ALL_KINDS, most: int | None = None
    ) -> Table:
        """Pairs of things that findings concern together, the most frequent first.

        Args:
            about: IRI of a thing that must be one of each pair.
            kind: Kind of the things to pair; with `about`, of the other one.
            most: Number of rows to show.
        """
        found = self._pairs(about, kind)
        rows = tuple(
            (self._label(a), self._label(b), self._joint(a, b), self._count(a), self._count(b))
            for a, b in found[:most]
        )
        columns = ("one", "other", "findings together", "findings with one", "findings with other")
        return Table(columns, rows, self._caption(len(found), len(rows)))

    def pairs_with_sentences(
        self, about: str | None = None, kind: str = ALL_KINDS, most: int | None = None
    ) -> Table:
        """The same pairs, each with every sentence that names one of them in a joint finding."""
        found = self._pairs(about, kind)
        rows = tuple(
            (self._label(a), self._label(b), *row)
            for a, b in found[:most]
            for row in self.between(a, b).rows
        )
        columns = ("one", "other", *_EVIDENCE)
        return Table(columns, rows, self._caption(len(found), len(found[:most])))

    def between(self, one: str, other: str) -> Table:
        """The findings that concern both things, with the sentences that name each."""
        joint = sorted(set(self._network[one]) & set(self._network[other]))
        rows = tuple(
            (self._label(finding), self._label(thing), shown.voice, shown.sentence, shown.source)
            for finding in joint
            for thing, shown in self._distinct(finding, (one, other))
        )
        caption = (
            f"Findings that concern both: {len(joint)}, of {self._count(one)} with "
            f"{self._label(one)} and {self._count(other)} with {self._label(other)}, "
            f"of {len(findings_of(self._network))} distinct findings in the graph."
        )
        return Table(_EVIDENCE, rows, caption)

    def evidence(self, finding: str, thing: str) -> list[Evidence]:
        """The sentences that tie a finding to a thing."""
        values = {"finding": ox.NamedNode(finding), "thing": ox.NamedNode(thing)}
        found = []
        for _, _, voice, _, before, words, after, source in self._store.rows(self._naming, values):
            parts = (str(plain(term) or "") for term in (voice, before, words, after, source))
            found.append(Evidence(*parts))
        return found

    def _distinct(self, finding: str, things: Iterable[str]) -> Iterable[tuple[str, Evidence]]:
        """Evidence for each thing; a sentence that names a thing twice is shown once."""
        for thing in things:
            shown: set[str] = set()
            for evidence in self.evidence(finding, thing):
                plain_words = f"{evidence.voice}{evidence.before}{evidence.words}{evidence.after}"
                if plain_words not in shown:
                    shown.add(plain_words)
                    yield thing, evidence

    def _pairs(self, about: str | None, kind: str) -> list[tuple[str, str]]:
        """Pairs in the order in which they are shown; what was asked about stands first."""
        joint = projection(self._network)
        edges = joint.edges if about is None else joint.edges(about)
        pairs = [
            (first, second)
            if first == about or self._label(first) <= self._label(second)
            else (second, first)
            for first, second in edges
            if self._is_kind(kind, second if first == about else first)
            and (about is not None or self._is_kind(kind, second))
        ]
        return sorted(pairs, key=lambda pair: (-self._joint(*pair), *map(self._label, pair), pair))

    def _is_kind(self, kind: str, thing: str) -> bool:
        return kind in (ALL_KINDS, self._network.nodes[thing][KIND])

    def _joint(self, one: str, other: str) -> int:
        """Number of distinct findings that concern both things."""
        return len(set(self._network[one]) & set(self._network[other]))

    def _label(self, node: str) -> str:
        return str(self._network.nodes[node][LABEL])

    def _count(self, thing: str) -> int:
        """Number of distinct findings that concern a thing."""
        return int(self._network.degree(thing))

    def _caption(self, pairs: int, shown: int) -> str:
        findings = findings_of(self._network)
        concerned = sum(1 for finding in findings if self._network.degree(finding))
        return (
            f"{shown} of {pairs} pairs shown, from {len(findings)} distinct findings, of which "
            f"{concerned} name at least one organisation or initiative. A pair counts each finding "
            "once. Names count in the finding, in an answer shown with it, or as read by a curator."
        )
