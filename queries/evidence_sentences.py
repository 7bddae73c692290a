"""The sentences that tie findings to things: what stands behind every link."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.retelling import MARK
from queries.selects import select, select_characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.readable_store import ReadableStore

CURATOR = "curator"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that ties a finding to a thing.

    Attributes:
        thing: IRI of the thing.
        voice: `committee`, `government` or, for our own reading, `curator`.
        role: What the thing does in the sentence; empty if not known.
        before: The sentence up to the name; empty for a gist.
        words: The name as it stands; for a curator the gist, which is no quotation.
        after: The rest of the sentence; empty for a gist.
        source: Web address of the page, or the file it was read from.
        retold: True if the sentence stands in a retelling of ours, and is no quotation.
    """

    thing: str
    voice: str
    role: str
    before: str
    words: str
    after: str
    source: str
    retold: bool = False

    @property
    def sentence(self) -> str:
        """The sentence with the name marked, said to be retold if it is; or the gist, as ours."""
        if self.voice == CURATOR:
            return f"[our words] {self.words}"
        quoted = f"“{self.before}»{self.words}«{self.after}”"
        return f"{MARK} {quoted}" if self.retold else quoted


class Sentences:
    """Reads the sentences of one store; a text that several findings share is read once."""

    def __init__(self, store: ReadableStore) -> None:
        """Read from `store`."""
        self._store = store
        self._texts: dict[str, tuple[Evidence, ...]] = {}

    def of(self, finding: str) -> tuple[Evidence, ...]:
        """The sentences of a finding, and of answers shown with it, that name something.

        Gists of curators come last. A sentence that names a thing twice stands here twice.
        """
        sentences: list[Evidence] = []
        for _, text, source in select(
            self._store, "quotations/texts", finding=ox.NamedNode(finding)
        ):
            if text not in self._texts:
                self._texts[text] = tuple(self._named(text, source))
            sentences += self._texts[text]
        for _, thing, gist, source in select(
            self._store, "quotations/gists", finding=ox.NamedNode(finding)
        ):
            sentences.append(Evidence(thing, CURATOR, "", "", gist, "", source))
        return tuple(dict.fromkeys(sentences))

    def naming(self, finding: str, things: Iterable[str]) -> Iterator[Evidence]:
        """The sentences of a finding that name each of some things, voice by voice.

        A sentence that names a thing twice is there once.
        """
        every = sorted(self.of(finding), key=lambda evidence: evidence.voice)
        for thing in things:
            shown: set[tuple[str, str]] = set()
            for evidence in every:
                sentence = evidence.voice, f"{evidence.before}{evidence.words}{evidence.after}"
                if evidence.thing == thing and sentence not in shown:
                    shown.add(sentence)
                    yield evidence

    def _named(self, text: str, source: str) -> Iterator[Evidence]:
        """The names of one text in the order in which they stand."""
        places: defaultdict[str, dict[str, str]] = defaultdict(dict)
        things: defaultdict[str, list[str]] = defaultdict(list)
        for _, place, fact, value in select_characters(
            self._store, "quotations/mentions", text=ox.NamedNode(text)
        ):
            if fact == "thing":
                things[place].append(value)
            else:
                places[place][fact] = value
        for place in sorted(things, key=lambda place: (int(places[place].get("start", 0)), place)):
            facts = places[place]
            if "voice" not in facts:
                continue
            for thing in sorted(things[place]):
                yield Evidence(
                    thing,
                    facts["voice"],
                    facts.get("role", ""),
                    facts.get("before", ""),
                    facts["words"],
                    facts.get("after", ""),
                    source,
                    retold="retold" in facts,
                )
