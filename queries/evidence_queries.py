"""The sentences behind the rows of a question."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from queries.query_files import HERE, VALUES_BLOCK, read_question
from queries.query_result import materialise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore, Term
    from queries.query_files import EvidenceQuery
    from queries.query_result import QueryResult

COLUMNS = ("who_says_so", "sentence", "source")
"""Columns that evidence adds: whose words, the words, and where they were read."""

_PREFIX = re.compile(r"^PREFIX .*\n", re.MULTILINE)
_Values = tuple["Term", ...]
_Cells = dict[str, "Term | None"]


def with_sentences(
    store: ReadableStore,
    evidence_queries: tuple[EvidenceQuery, ...],
    sparql: str,
    result: QueryResult,
) -> QueryResult:
    """Repeat each row with every sentence behind it; a row without any stays, with empty cells.

    A column that the question has itself is not added again: there a sentence stands behind a row
    only if both say the same.

    Args:
        store: The graph.
        evidence_queries: How the sentences behind a row are found.
        sparql: The question as it was run, its parameters' values included.
        result: The rows.
    """
    added = tuple(name for name in COLUMNS if name not in result.variables)
    evidence = _Evidence(store, sparql)
    rows = []
    for row in result.rows:
        cells = dict(zip(result.variables, row, strict=True))
        sentences = dict.fromkeys(
            tuple(sentence.get(name) for name in added)
            for query in evidence_queries
            for sentence in evidence.behind(query, cells)
        )
        rows += [(*row, *sentence) for sentence in sentences or [(None,) * len(added)]]
    return replace(result, variables=(*result.variables, *added), rows=tuple(rows))


class _Evidence:
    """Finds what stands behind rows; what stands behind several is looked up once."""

    def __init__(self, store: ReadableStore, sparql: str) -> None:
        self._store = store
        self._prefixes = "".join(_PREFIX.findall(sparql))
        self._blocks = dict(VALUES_BLOCK.findall(sparql))
        self._queries: dict[str, str] = {}
        self._sentences: dict[tuple[str, _Values], list[_Cells]] = {}

    def behind(self, query: EvidenceQuery, cells: _Cells) -> Iterator[_Cells]:
        """Every piece of evidence that agrees with a row in the columns both have."""
        choices = [self._values(column, cells) for column in query.columns.values()]
        for values in product(*choices):
            for sentence in self._look_up(query, values):
                if all(_agree(sentence[name], cells.get(name)) for name in sentence):
                    yield sentence

    def _values(self, column: str, cells: _Cells) -> _Values:
        """The value of a column of the row, or those of a parameter."""
        if column in cells:
            value = cells[column]
            return () if value is None else (value,)
        values = f"VALUES ?value {{ {self._blocks[column]} }}"
        block = f"{self._prefixes} SELECT ?value WHERE {{ {values} }}"
        return tuple(value for (value,) in self._store.rows(block) if value is not None)

    def _look_up(self, query: EvidenceQuery, values: _Values) -> list[_Cells]:
        key = query.name, values
        if key not in self._sentences:
            bindings = dict(zip(query.columns, values, strict=True))
            answer = materialise(self._store.query(self._query(query.name), bindings))
            self._sentences[key] = [
                {
                    name: term
                    for name, term in zip(answer.variables, row, strict=True)
                    if name not in query.columns
                }
                for row in answer.rows
            ]
        return self._sentences[key]

    def _query(self, name: str) -> str:
        if name not in self._queries:
            self._queries[name] = read_question(HERE / "evidence" / f"{name}.rq").sparql
        return self._queries[name]


def _agree(left: Term | None, right: Term | None) -> bool:
    """Whether two cells say the same; an empty one agrees with any."""
    return left is None or right is None or _words(left) == _words(right)


def _words(term: Term) -> str:
    return str(getattr(term, "value", term))
