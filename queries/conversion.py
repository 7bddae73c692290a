"""Runs queries on an open store and turns what the engine answers into tables of plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import UsageError
from ontology.terms import PREFIXES
from queries.query_result import Form, Result, gathered
from queries.result_tables import Table, Value

if TYPE_CHECKING:
    from graph.store.embedded import Answer, Term

_WHOLE = "http://www.w3.org/2001/XMLSchema#integer"
_FRACTIONS = tuple(
    f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("decimal", "double", "float")
)


def as_table(answer: Answer | Result, *, compact: bool = False, caption: str = "") -> Table:
    """Turn solutions into a table of plain values; a yes-or-no answer into one cell.

    Args:
        answer: Solutions or a boolean.
        compact: Write IRIs short, with the prefixes of the ontology.
        caption: What to say below the table.

    Raises:
        UsageError: If the answer is triples.
    """
    found = answer if isinstance(answer, Result) else gathered(answer)
    if found.form is Form.TRIPLES:
        raise UsageError("This query makes triples, not rows; take them with --format turtle.")
    if found.form is Form.BOOLEAN:
        said = "yes" if str(plain(found.rows[0][0])) == "true" else "no"
        return Table(found.variables, ((said,),), caption)
    rows = tuple(tuple(plain(term, compact=compact) for term in row) for row in found.rows)
    return Table(found.variables, rows, caption)


def plain(term: Term | None, *, compact: bool = False) -> Value:
    """A term as a plain value: numbers as numbers, IRIs as text, None where nothing is bound."""
    if isinstance(term, ox.Literal):
        if term.datatype.value == _WHOLE:
            return int(term.value)
        return float(term.value) if term.datatype.value in _FRACTIONS else term.value
    if isinstance(term, ox.NamedNode):
        return _short(term.value) if compact else term.value
    return None if term is None else str(term)


def _short(address: str) -> str:
    for prefix, base in PREFIXES.items():
        if address.startswith(base):
            return f"{prefix}:{address[len(base) :]}"
    head, _, tail = address.partition("/id/")
    return tail or head
