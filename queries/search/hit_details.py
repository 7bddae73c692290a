"""What is shown of hits: sentences, whose they are, where they were read, and the findings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.search.matching_sentences import best_sentences
from queries.search.passage_texts import PassageText, PassageTexts
from queries.search.search_result import HitFinding, SearchHit
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store.readable_store import ReadableStore
    from queries.search.matching_sentences import Sentence
    from queries.search.search_index import SearchIndex


class HitDetails:
    """Reads from a graph what is shown of the passages of its index."""

    def __init__(self, store: ReadableStore, index: SearchIndex) -> None:
        """Read from `store`, of which `index` is the index."""
        self._store = store
        self._index = index
        self._texts = PassageTexts(store, index)

    def hits(self, numbers: Sequence[int], groups: Sequence[str]) -> tuple[SearchHit, ...]:
        """Passages as they are shown.

        Args:
            numbers: Their numbers.
            groups: What a hit must have, each in the language of FTS5.
        """
        texts = [text for number in numbers for text in self._texts.of(number)]
        sentences = best_sentences([text.words for text in texts], groups)
        best: dict[int, tuple[int, Sentence, PassageText]] = {}
        for text, (score, sentence) in zip(texts, sentences, strict=True):
            if text.passage not in best or score > best[text.passage][0]:
                best[text.passage] = (score, sentence, text)
        findings: dict[str, HitFinding] = {}
        return tuple(self._hit(*best[number][1:], findings) for number in numbers)

    def _hit(
        self,
        sentence: Sentence,
        text: PassageText,
        findings: dict[str, HitFinding],
    ) -> SearchHit:
        number = text.passage
        for finding in self._index.findings(number):
            if finding not in findings:
                findings[finding] = self._finding(finding)
        return SearchHit(
            self._index.thing(number)[0],
            " or ".join(self._labels("kind", number)),
            next(iter(self._values("words-of", number)), ""),
            tuple(findings[finding] for finding in self._index.findings(number)),
            sentence,
            self._sources(number),
            text.retold,
            text.cleaned,
            self._labels("initiative", number),
        )

    def _finding(self, finding: str) -> HitFinding:
        facts: defaultdict[str, list[str]] = defaultdict(list)
        for _, fact, value in select(
            self._store, "search/hits/finding", finding=ox.NamedNode(finding)
        ):
            facts[fact].append(value)
        first = {fact: min(values) for fact, values in facts.items()}
        return HitFinding(
            finding,
            first.get("label", finding.rpartition("/id/")[2]),
            first.get("committee", ""),
            first.get("report", ""),
            first.get("published", ""),
            first.get("position", ""),
        )

    def _sources(self, number: int) -> tuple[str, ...]:
        sources = {
            where
            for holder, text in self._index.texts(number)
            for *_, where in select(
                self._store,
                "search/hits/sources",
                holder=ox.NamedNode(holder),
                text=ox.NamedNode(text),
            )
            if where
        }
        return tuple(sorted(sources))

    def _labels(self, facet: str, number: int) -> tuple[str, ...]:
        return tuple(sorted(label for _, label in self._index.values_of(facet, number)))

    def _values(self, facet: str, number: int) -> tuple[str, ...]:
        return tuple(value for value, _ in self._index.values_of(facet, number))
