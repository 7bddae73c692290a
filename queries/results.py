"""What an engine answers, held as terms: rows, a yes or no, or triples."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Answer, Term

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


def gathered(answer: Answer, most: int | None = None) -> Result:
    """Take an answer from the engine, at most so many rows of it."""
    if isinstance(answer, ox.QueryBoolean):
        return Result(Form.BOOLEAN, ("answer",), ((ox.Literal(bool(answer)),),))
    if isinstance(answer, ox.QueryTriples):
        triples = Result(Form.TRIPLES, ("subject", "predicate", "object"), ())
        found = _cut(triples, ((t.subject, t.predicate, t.object) for t in answer), most)
        return replace(found, rows=tuple(sorted(found.rows, key=str)))
    names = tuple(variable.value for variable in answer.variables)
    width = range(len(names))
    rows = (tuple(row[at] for at in width) for row in answer)
    return _cut(Result(Form.ROWS, names, ()), rows, most)


def _cut(empty: Result, rows: Iterator[Row], most: int | None) -> Result:
    """Hold rows up to the limit, and look whether there is one more."""
    held = tuple(rows if most is None else islice(rows, most))
    more = most is not None and next(rows, None) is not None
    return replace(empty, rows=held, whole=not more)
