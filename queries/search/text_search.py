"""Searches a graph: words and filters to hits, totals, facets, names and suggestions."""

from __future__ import annotations

import sqlite3
from operator import itemgetter
from typing import TYPE_CHECKING, Self, TypeVar

from graph.errors import StoreError, UsageError
from graph.store.open_store import open_store
from queries.search.facet_counts import count_facets, find_facet_value, passages_with
from queries.search.hit_details import HitDetails
from queries.search.index_file import discard_index, open_index
from queries.search.search_result import NAME_KINDS, NameHit, SearchRequest, SearchResult
from queries.search.search_words import parse_words, split_words
from queries.search.word_suggestions import count_terms, suggest_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from pathlib import Path

    from graph.store.readable_store import ReadableStore
    from queries.search.index_content import ThingName
    from queries.search.search_words import SearchWords

Item = TypeVar("Item")

KIND = "kind"
"""The facet by which passages and things that are found by their names are selected alike."""


_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR")
"""What SQLite calls damage of a file that it has open."""


class TextSearch:
    """Searches one graph.

    >>> search = TextSearch.open(store_path)                        # doctest: +SKIP
    >>> filters = search.find_values({"department": ["DfE"]})       # doctest: +SKIP
    >>> search.search(SearchRequest("common identifier", filters))  # doctest: +SKIP
    """

    def __init__(self, store: ReadableStore) -> None:
        """Search `store`; its index is made if there is none.

        Raises:
            StoreError: If the index cannot be made.
        """
        self._store = store
        self._index = open_index(store)

    @classmethod
    def open(cls, store_path: Path) -> Self:
        """Search the graph that was built at `store_path`.

        Raises:
            NoStoreError: If nothing was built there.
            DamagedStoreError: If its files are damaged.
            StoreError: If it cannot be opened, or its index cannot be made.
        """
        return cls(open_store(store_path))

    def search(self, request: SearchRequest) -> SearchResult:
        """Find passages and names.

        Raises:
            UnknownNameError: If there is no such facet.
            UsageError: If the words are too many, or hold none, or a number is negative.
            StoreError: If the index is damaged and cannot be made again.
        """
        if min(request.limit, request.offset, request.name_limit) < 0:
            raise UsageError("Limits and offset of a search are whole numbers from 0.")
        return self._mending(lambda: self._search(request))

    def find_values(self, chosen: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        """The values that somebody means, by name of facet, as filters of a request take them.

        Args:
            chosen: For each facet, labels or other names; facets without any are left out.

        Raises:
            UnknownNameError: As for `find_value`.
        """
        return {
            facet: [self.find_value(facet, words) for words in values]
            for facet, values in chosen.items()
            if values
        }

    def find_value(self, facet: str, words: str) -> str:
        """The value of a facet that somebody means, by its label or any name of it.

        Raises:
            UnknownNameError: If there is no such facet, or no passage has such a value.
        """
        if facet == KIND and words in NAME_KINDS:
            return words
        return self._mending(lambda: find_facet_value(self._index, facet, words))

    def _mending(self, ask: Callable[[], Item]) -> Item:
        """Ask; if the index is damaged meanwhile, make it again and ask once more."""
        try:
            return ask()
        except sqlite3.DatabaseError as error:
            if not error.sqlite_errorname.startswith(_DAMAGED):
                raise
            discard_index(self._store)
            self._index = open_index(self._store)
        try:
            return ask()
        except sqlite3.DatabaseError as error:
            raise StoreError(f"The index for searching cannot be read: {error}.") from error

    def _search(self, request: SearchRequest) -> SearchResult:
        words = parse_words(request.words)
        self._index.refuse_too_many(words)
        kinds = request.filters.get(KIND, ())
        matching = self._index.matching(words)
        passages = matching & passages_with(self._index, request.filters)
        ranked = self._index.ranked(words, passages, request.limit, request.offset)
        name_kinds = [kind for kind in NAME_KINDS if kind in kinds or (words.groups and not kinds)]
        names = self._names(words, name_kinds)
        details = HitDetails(self._store, self._index)
        return SearchResult(
            request,
            str(words),
            self._index.everything.bit_count(),
            passages.bit_count(),
            details.hits(ranked, self._groups(words)),
            self._index.finding_count(passages),
            matching.bit_count(),
            len(names),
            tuple(_name_hit(name, words) for name in names[: request.name_limit]),
            count_facets(self._index, passages),
            () if matching else count_terms(self._index, words),
            () if matching else suggest_words(self._index, words),
        )

    def _groups(self, words: SearchWords) -> list[str]:
        """What a hit must have; whatever stands in no text is left out."""
        return [
            expression
            for group in words.groups
            if (expression := self._index.any_expression(group))
        ]

    def _names(self, words: SearchWords, kinds: Collection[str]) -> list[ThingName]:
        """A name for each thing that has the words in one; the thing that is called so first."""
        typed = typed_tokens(words)
        ranked: dict[str, tuple[tuple[bool, bool, int], ThingName]] = {}
        for position, name in enumerate(self._index.names(words)):
            if name.kind in kinds:
                tokens = split_words(name.name)
                rank = (tokens != typed, tokens[: len(typed)] != typed, position)
                ranked.setdefault(name.thing, (rank, name))
                ranked[name.thing] = min(ranked[name.thing], (rank, name), key=itemgetter(0))
        return [name for _, name in sorted(ranked.values(), key=itemgetter(0))]


def typed_tokens(words: SearchWords) -> tuple[str, ...]:
    """The words that are searched for, one after the other."""
    return tuple(token for term in words.terms for token in term.tokens)


def _name_hit(name: ThingName, words: SearchWords) -> NameHit:
    exact = split_words(name.name) == typed_tokens(words)
    return NameHit(name.thing, name.kind, name.label, name.name, exact, name.findings)
