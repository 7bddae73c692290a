"""The result of a query, held as terms: rows, a yes or no, or triples.

Between processes a result travels as tab-separated values in the W3C's format, which keeps every
term as it is and which the engine reads.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.retelling import LANGUAGE, marked_words
from graph.store.engine_failures import broken_answers_reported, damage_reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import Answer, Term

Row = tuple["Term | None", ...]


class Form(StrEnum):
    """What sort of result a query has."""

    ROWS = "rows"
    """Of SELECT."""
    BOOLEAN = "boolean"
    """Of ASK: one row that holds true or false."""
    TRIPLES = "triples"
    """Of CONSTRUCT and DESCRIBE: a row for each, in order."""


@dataclass(frozen=True, slots=True)
class QueryResult:
    """A result.

    Attributes:
        form: What sort of result it is.
        variables: Names of the columns.
        rows: A term for each column, or None where nothing is bound.
        complete: False if there are more rows than these.
    """

    form: Form
    variables: tuple[str, ...]
    rows: tuple[Row, ...]
    complete: bool = True


def materialise(answer: Answer, row_limit: int | None = None) -> QueryResult:
    """Take a result from the engine, at most so many rows of it.

    Raises:
        DamagedStoreError: If the engine fails, and files of a store are damaged.
        StoreError: If a server broke its answer off.
    """
    with damage_reported(), broken_answers_reported():
        return _materialised(answer, row_limit)


def _materialised(answer: Answer, row_limit: int | None) -> QueryResult:
    if isinstance(answer, ox.QueryBoolean):
        return QueryResult(Form.BOOLEAN, ("answer",), ((ox.Literal(bool(answer)),),))
    if isinstance(answer, ox.QueryTriples):
        triples = QueryResult(Form.TRIPLES, ("subject", "predicate", "object"), ())
        rows = ((triple.subject, triple.predicate, triple.object) for triple in answer)
        result = _with_rows(triples, rows, row_limit)
        return replace(result, rows=tuple(sorted(result.rows, key=str)))
    names = tuple(variable.value for variable in answer.variables)
    return _with_rows(QueryResult(Form.ROWS, names, ()), map(tuple, answer), row_limit)


def _with_rows(empty: QueryResult, rows: Iterator[Row], row_limit: int | None) -> QueryResult:
    """Take rows up to the limit, and look whether there is one more."""
    taken = tuple(islice(rows, row_limit))
    more = row_limit is not None and next(rows, None) is not None
    return replace(empty, rows=taken, complete=not more)


def with_marks(result: QueryResult) -> QueryResult:
    """A result for formats that drop language tags: retold words stand behind their mark."""
    return replace(result, rows=tuple(tuple(map(_marked, row)) for row in result.rows))


def _marked(term: Term | None) -> Term | None:
    if isinstance(term, ox.Literal) and term.language == LANGUAGE:
        return ox.Literal(marked_words(term))
    return term


def as_solutions(result: QueryResult) -> ox.QuerySolutions | ox.QueryBoolean:
    """A result as one of the engine's own, which the engine can write in the W3C's formats."""
    answer = ox.parse_query_results(_as_tsv(result), format=ox.QueryResultsFormat.TSV)
    if isinstance(answer, ox.QueryTriples):
        raise TypeError("tab-separated values hold no triples")
    return answer


def encode(result: QueryResult) -> bytes:
    """Write a result for another process: its form and whether it is complete, then its rows."""
    head = json.dumps({"form": result.form, "complete": result.complete})
    return head.encode() + b"\n" + _as_tsv(result)


def decode(message: bytes) -> QueryResult:
    """Read what `encode` wrote."""
    head, _, rows = message.partition(b"\n")
    fields = json.loads(head)
    answer = ox.parse_query_results(rows, format=ox.QueryResultsFormat.TSV)
    return replace(materialise(answer), form=Form(fields["form"]), complete=fields["complete"])


def _as_tsv(result: QueryResult) -> bytes:
    if result.form is Form.BOOLEAN:
        return b"true" if result.rows[0][0] == ox.Literal(True) else b"false"  # noqa: FBT003 - the value of a literal
    head = "\t".join(f"?{name}" for name in result.variables)
    rows = ("\t".join(map(_as_turtle, row)) for row in result.rows)
    return "".join(f"{line}\n" for line in (head, *rows)).encode()


def _as_turtle(term: Term | None) -> str:
    """A term as Turtle writes it; nothing where nothing is bound."""
    if term is None:
        return ""
    return f"<<( {term} )>>" if isinstance(term, ox.Triple) else str(term)
