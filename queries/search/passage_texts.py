"""The texts of a passage, as they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.retelling import LANGUAGE
from queries.query_files import HERE, read_question
from queries.search.government_words import ANSWERS, own_words
from queries.selects import select_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore
    from queries.search.search_index import SearchIndex


@dataclass(frozen=True, slots=True)
class PassageText:
    """A text of a passage.

    Attributes:
        passage: Number of the passage.
        words: The words of whoever speaks in it.
        retold: True if they are a retelling of ours.
        cleaned: True if this is the text without its extraction noise.
    """

    passage: int
    words: str
    retold: bool = False
    cleaned: bool = False


class PassageTexts:
    """Reads from a graph the texts of the passages of its index."""

    def __init__(self, store: ReadableStore, index: SearchIndex) -> None:
        """Read from `store`, of which `index` is the index."""
        self._store = store
        self._index = index
        self._words, self._cleaned = (
            read_question(HERE / "search" / "hits" / f"{name}.rq").sparql
            for name in ("words", "cleaned")
        )

    def of(self, passage: int) -> list[PassageText]:
        """The texts of a passage as they stand, and then those without extraction noise."""
        _, form = self._index.thing(passage)
        holders: dict[str, list[str]] = {}
        for holder, text in self._index.texts(passage):
            holders.setdefault(text, []).append(holder)
        texts = [
            shown
            for text, holding in holders.items()
            for shown in self._shown(passage, text, holding if form == ANSWERS else [])
        ]
        return sorted(texts, key=lambda text: text.cleaned) or [PassageText(passage, "")]

    def _shown(self, passage: int, text: str, answers: list[str]) -> Iterator[PassageText]:
        """A text as it stands, and without extraction noise, where it had some.

        Args:
            passage: Number of the passage.
            text: IRI of the text.
            answers: The answers whose text it is, if it is one of answers.
        """
        originals = list(self._literals(self._words, text))
        cleaned = next((words.value for words in self._literals(self._cleaned, text)), "")
        restated = next(filter(None, map(self._restated, answers)), [])
        for literal in originals:
            own, own_cleaned = own_words(literal.value, cleaned, restated)
            retold = literal.language == LANGUAGE
            yield PassageText(passage, own, retold)
            if own_cleaned:
                yield PassageText(passage, own_cleaned, retold, cleaned=True)

    def _literals(self, sparql: str, text: str) -> Iterator[ox.Literal]:
        """What is said in a text, in an order of its own; what holds no word is left out."""
        contents = (
            content for _, content in self._store.rows(sparql, {"text": ox.NamedNode(text)})
        )
        literals = (content for content in contents if isinstance(content, ox.Literal))
        for literal in sorted(literals, key=lambda literal: literal.value):
            if any(character.isalnum() for character in literal.value):
                yield literal

    def _restated(self, answer: str) -> list[str]:
        rows = select_characters(self._store, "search/hits/restated", reply=ox.NamedNode(answer))
        return [words for _, words in rows]
