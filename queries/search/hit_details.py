"""What is shown of hits: sentences, whose they are, where they were read, and the findings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.retelling import LANGUAGE
from queries.query_files import HERE, read_question
from queries.search.matching_sentences import best_sentences
from queries.search.search_result import HitFinding, MarkedWords, SearchHit
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store.embedded import Store
    from queries.search.search_index import SearchIndex


class HitDetails:
    """Reads from a graph what is shown of the passages of its index."""

    def __init__(self, store: Store, index: SearchIndex) -> None:
        """Read from `store`, of which `index` is the index."""
        self._store = store
        self._index = index
        self._questions = [
            read_question(HERE / "search" / "hits" / f"{name}.rq").sparql
            for name in ("words", "cleaned")
        ]

    def hits(self, numbers: Sequence[int], groups: Sequence[str]) -> tuple[SearchHit, ...]:
        """Passages as they are shown.

        Args:
            numbers: Their numbers.
            groups: What a hit must have, each in the language of FTS5.
        """
        texts = [text for number in numbers for text in self._texts(number)]
        best_of_texts = best_sentences([words for *_, words in texts], groups)
        best: dict[int, tuple[int, tuple[MarkedWords, ...], bool, bool]] = {}
        for (number, cleaned, retold, _), (score, sentence) in zip(
            texts, best_of_texts, strict=True
        ):
            if number not in best or score > best[number][0]:
                best[number] = (score, sentence, cleaned, retold)
        findings: dict[str, HitFinding] = {}
        return tuple(self._hit(number, *best[number][1:], findings) for number in numbers)

    def _texts(self, number: int) -> list[tuple[int, bool, bool, str]]:
        """The texts of a passage: whether cleaned, whether retold, and the words; these last."""
        texts = []
        for text in dict.fromkeys(text for _, text in self._index.texts(number)):
            for cleaned, sparql in enumerate(self._questions):
                for _, content in self._store.rows(sparql, {"text": ox.NamedNode(text)}):
                    if isinstance(content, ox.Literal):
                        retold = content.language == LANGUAGE
                        texts.append((number, bool(cleaned), retold, content.value))
        return sorted(texts, key=lambda text: text[1]) or [(number, False, False, "")]

    def _hit(
        self,
        number: int,
        sentence: tuple[MarkedWords, ...],
        cleaned: bool,  # noqa: FBT001 - from a tuple
        retold: bool,  # noqa: FBT001 - the same
        findings: dict[str, HitFinding],
    ) -> SearchHit:
        for finding in self._index.findings(number):
            if finding not in findings:
                findings[finding] = self._finding(finding)
        return SearchHit(
            self._index.thing(number),
            " or ".join(self._labels("kind", number)),
            next(iter(self._values("words-of", number)), ""),
            tuple(findings[finding] for finding in self._index.findings(number)),
            sentence,
            self._sources(number),
            retold,
            cleaned,
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
        values = self._index.facets.get(facet, {}).values()
        return tuple(sorted(label for label, passages in values if passages >> number & 1))

    def _values(self, facet: str, number: int) -> tuple[str, ...]:
        values = self._index.facets.get(facet, {}).items()
        return tuple(value for value, (_, passages) in values if passages >> number & 1)
