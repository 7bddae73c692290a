"""Asks an index: which passages and names have which words, and how well they fit."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from graph.errors import UsageError
from queries.search.index_content import ThingName
from queries.search.passage_bits import (
    as_flags,
    distinct_partners,
    from_bytes,
    from_numbers,
    numbers_in,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from typing import Any

    from queries.search.search_words import SearchTerm, SearchWords

MOST_WORDS = 5_000
"""Words that the beginnings in a search may stand for."""

_RANKED = """
SELECT rowid FROM passage_words
WHERE passage_words MATCH ? AND substr(?, rowid + 1, 1) = x'01'
ORDER BY substr(?, rowid + 1, 1) = x'01' DESC, bm25(passage_words, 1.0, 0.5), rowid
LIMIT ? OFFSET ?
"""
"""A word in a text without extraction noise weighs half: it mostly stands in the original, too."""


class SearchIndex:
    """The index of one graph; sets of passages are bits of a whole number."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Ask an index that is whole."""
        self._connection = connection

    def _rows(self, sql: str, *values: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - SQLite's
        return iter(self._connection.execute(sql, values).fetchall())

    @cached_property
    def everything(self) -> int:
        """All passages."""
        return from_numbers([number for (number,) in self._rows("SELECT number FROM passage")])

    @cached_property
    def facets(self) -> dict[str, dict[str, tuple[str, int]]]:
        """Labels and passages of each value of each facet."""
        return {
            facet: {value: (label, from_bytes(row)) for value, (label, row) in values.items()}
            for facet, values in self._facet_rows.items()
        }

    def values_of(self, facet: str, number: int) -> list[tuple[str, str]]:
        """The values of a facet that a passage has, each with its label."""
        byte, bit = divmod(number, 8)
        return [
            (value, label)
            for value, (label, row) in self._facet_rows.get(facet, {}).items()
            if byte < len(row) and row[byte] >> bit & 1
        ]

    @cached_property
    def _facet_rows(self) -> dict[str, dict[str, tuple[str, bytes]]]:
        rows: dict[str, dict[str, tuple[str, bytes]]] = {}
        for facet, value, label, passages in self._rows("SELECT * FROM facet_value"):
            rows.setdefault(facet, {})[value] = (label, passages)
        return rows

    def matching(self, words: SearchWords) -> int:
        """The passages that have the words."""
        matching = self._matching("passage_words", self.expression(words))
        if matching is None:
            matching = self.everything
        return matching & ~self.matching_any(words.excluded)

    def matching_any(self, terms: Iterable[SearchTerm]) -> int:
        """The passages that have at least one of some terms."""
        return self._matching("passage_words", self.any_expression(terms)) or 0

    def ranked(self, words: SearchWords, among: int, limit: int, offset: int = 0) -> list[int]:
        """The numbers of some passages, those that fit the words best first.

        Passages in which all words stand side by side come before others; among these, BM25 decides
        (S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework, 2009).

        Args:
            words: The words.
            among: The passages, all of which have the words.
            limit: How many to give at most.
            offset: How many to pass over first.
        """
        expression = self.expression(words)
        if not expression:
            return list(islice(numbers_in(among), offset, offset + limit))
        adjacent = self.matching_any([words.phrase]) if words.phrase else 0
        rows = self._rows(_RANKED, expression, as_flags(among), as_flags(adjacent), limit, offset)
        return [number for (number,) in rows]

    def expression(self, words: SearchWords) -> str:
        """What a hit must have, in the language of FTS5; empty if anything will do."""
        groups = (self.any_expression(group) or '""' for group in words.groups)
        return " AND ".join(f"({group})" for group in groups)

    def any_expression(self, terms: Iterable[SearchTerm]) -> str:
        """At least one of some terms, in the language of FTS5; empty if no text has any."""
        return " OR ".join(filter(None, map(self._term, terms)))

    def _term(self, term: SearchTerm) -> str:
        """A term in the language of FTS5; empty if no text has such a word."""
        if not term.prefix:
            return _quoted(term.tokens)
        *first, beginning = term.tokens
        return " OR ".join(_quoted((*first, word)) for word in self.words_with(beginning))

    def words_with(self, beginning: str) -> list[str]:
        """Every word of the texts that begins so; `refuse_too_many` says if that is too much."""
        rows = self._rows(
            "SELECT term FROM vocabulary WHERE term >= ? AND term < ? LIMIT ?",
            beginning,
            beginning + "\U0010ffff",
            MOST_WORDS + 1,
        )
        return [word for (word,) in rows]

    def refuse_too_many(self, words: SearchWords) -> None:
        """Refuse a search whose beginnings of words stand for too many.

        Raises:
            UsageError: If they do.
        """
        beginnings = [term.tokens[-1] for term in (*words.terms, *words.excluded) if term.prefix]
        if sum(len(self.words_with(beginning)) for beginning in beginnings) > MOST_WORDS:
            listed = ", ".join(f"{beginning}*" for beginning in beginnings)
            raise UsageError(
                f"More than {MOST_WORDS:,} words begin with {listed}. Give more letters."
            )

    def vocabulary(self) -> dict[str, int]:
        """Every word of the texts, and in how many passages it stands."""
        return dict(self._connection.execute("SELECT term, doc FROM vocabulary"))

    def thing(self, number: int) -> tuple[str, str]:
        """IRI of a passage, and the name of the file that gives it."""
        thing, form = next(self._rows("SELECT thing, form FROM passage WHERE number = ?", number))
        return thing, form

    def texts(self, number: int) -> list[tuple[str, str]]:
        """The texts of a passage, each with whoever has it."""
        sql = "SELECT holder, text FROM passage_text WHERE passage = ? ORDER BY text, holder"
        return list(self._rows(sql, number))

    def findings(self, number: int) -> list[str]:
        """The findings that a passage belongs to."""
        sql = "SELECT finding FROM passage_finding WHERE passage = ? ORDER BY finding"
        return [finding for (finding,) in self._rows(sql, number)]

    def finding_count(self, passages: int) -> int:
        """How many findings some passages belong to."""
        return distinct_partners(passages, self._finding_pairs)

    @cached_property
    def _finding_pairs(self) -> bytes:
        return bytes(next(self._rows("SELECT pairs FROM finding_pairs"))[0])

    def names(self, words: SearchWords) -> list[ThingName]:
        """The names that have the words, those that fit best first; without words, all of them."""
        expression = self.expression(words)
        if not expression:
            return list(self.all_names())
        sql = (
            "SELECT thing, kind, thing_name.name, label, findings, number FROM name_words "
            "JOIN thing_name ON number = name_words.rowid WHERE name_words MATCH ? "
            "ORDER BY bm25(name_words), number"
        )
        excluded = self.any_expression(words.excluded)
        without = self._matching("name_words", excluded) or 0
        return [
            ThingName(thing, kind, name, label, findings)
            for thing, kind, name, label, findings, number in self._rows(sql, expression)
            if not without >> number & 1
        ]

    def all_names(self) -> Iterator[ThingName]:
        """Every name of every thing."""
        rows = self._rows(
            "SELECT thing, kind, name, label, findings FROM thing_name ORDER BY number"
        )
        return (ThingName(*row) for row in rows)

    def _matching(self, table: str, expression: str) -> int | None:
        if not expression:
            return None
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"  # noqa: S608 - a table of ours
        return from_numbers([number for (number,) in self._rows(sql, expression)])


def _quoted(tokens: Iterable[str]) -> str:
    """Words one after the other, in the language of FTS5; a word has no quotation mark."""
    return f'"{" ".join(tokens)}"'
