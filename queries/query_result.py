"""What an engine answers, held as terms: rows, a yes or no, or triples."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.embedded import Answer, Term

Row = tuple["Term | None", ...]


class Form(StrEnum):
    """What sort of answer a query asks for."""

    ROWS = "rows"
    """Of SELECT."""
    BOOLEAN = "boolean"
    """Of ASK: one row that holds true or false."""
    TRIPLES = "triples"
    """Of CONSTRUCT and DESCRIBE: a row for each, in order."""


@dataclass(frozen=True, slots=True)
class Result:
    """An answer.

    Attributes:
        form: What sort of answer it is.
        variables: Names of the columns.
        rows: A term for each column, or None where nothing is bound.
        whole: False if there was more than was asked for.
    """

    form: Form
    variables: tuple[str, ...]
    rows: tuple[Row, ...]
    whole: bool = True


Packed = tuple[Form, tuple[str, ...], list[object], list[list[int]], bool]
"""A result as plain values, which travel between processes five times as fast as terms do."""


def packed(found: Result) -> Packed:
    """Take a result apart, each different term once."""
    known: dict[Term | None, int] = {}
    rows = [[known.setdefault(term, len(known)) for term in row] for row in found.rows]
    return found.form, found.variables, [_plain(term) for term in known], rows, found.whole


def unpacked(sent: Packed) -> Result:
    """Put a result together again."""
    form, variables, plain, at, whole = sent
    with no_cycles():
        terms = [_term(value) for value in plain]
        return Result(form, variables, tuple(tuple(terms[i] for i in row) for row in at), whole)


def _plain(term: Term | None) -> object:
    if isinstance(term, ox.NamedNode):
        return term.value
    if isinstance(term, ox.Literal) and not term.direction:
        return term.value, term.language or term.datatype.value, bool(term.language)
    return term


def _term(value: object) -> Term | None:
    if isinstance(value, str):
        return ox.NamedNode(value)
    if isinstance(value, tuple):
        words, kind, in_language = value
        if in_language:
            return ox.Literal(words, language=kind)
        return ox.Literal(words, datatype=_datatype(kind))
    return value  # type: ignore[return-value] # an empty cell, a blank node or a statement


@contextmanager
def no_cycles() -> Iterator[None]:
    """Spare the search for cycles, half of the time, while many terms are made: they hold none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@cache
def _datatype(address: str) -> ox.NamedNode:
    return ox.NamedNode(address)


def gathered(answer: Answer, most: int | None = None) -> Result:
    """Take an answer from the engine, at most so many rows of it."""
    if isinstance(answer, ox.QueryBoolean):
        return Result(Form.BOOLEAN, ("answer",), ((ox.Literal(bool(answer)),),))
    if isinstance(answer, ox.QueryTriples):
        triples = Result(Form.TRIPLES, ("subject", "predicate", "object"), ())
        found = _cut(triples, ((t.subject, t.predicate, t.object) for t in answer), most)
        return replace(found, rows=tuple(sorted(found.rows, key=str)))
    names = tuple(variable.value for variable in answer.variables)
    return _cut(Result(Form.ROWS, names, ()), (tuple(row) for row in answer), most)


def _cut(empty: Result, rows: Iterator[Row], most: int | None) -> Result:
    """Hold rows up to the limit, and look whether there is one more."""
    with no_cycles():
        held = tuple(rows if most is None else islice(rows, most))
    more = most is not None and next(rows, None) is not None
    return replace(empty, rows=held, whole=not more)
