"""Runs queries and turns what the engine answers into tables, SPARQL results or Turtle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import UsageError
from ontology.terms import PREFIXES
from queries.tables import Table, Value, render

if TYPE_CHECKING:
    from graph.store import Answer, Store, Term

FORMATS = ("table", "csv", "json", "markdown", "turtle")
"""Names of the formats on the command line."""

_WHOLE = "http://www.w3.org/2001/XMLSchema#integer"
_FRACTIONS = tuple(
    f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("decimal", "double", "float")
)


def run(store: Store, sparql: str, form: str, *, width: int | None = None) -> str:
    """Run a query and write its answer.

    Args:
        store: What to ask.
        sparql: A SELECT, ASK, CONSTRUCT or DESCRIBE query.
        form: One of `FORMATS`; JSON is in the W3C's SPARQL results format.
        width: Columns of the screen for ``table``.

    Raises:
        QueryError: If the query is malformed or refused.
        UsageError: If the answer cannot be written in that format.
    """
    answer = store.ask(sparql)
    if isinstance(answer, ox.QueryTriples):
        if form != "turtle":
            raise UsageError("This query makes triples; take them with --format turtle.")
        turtle = ox.serialize(sorted(answer, key=str), None, ox.RdfFormat.TURTLE, prefixes=PREFIXES)
        return (turtle or b"").decode()
    if form == "turtle":
        raise UsageError("Only CONSTRUCT and DESCRIBE queries make triples for --format turtle.")
    if form == "json":
        return (answer.serialize(None, ox.QueryResultsFormat.JSON) or b"").decode()
    return render(as_table(answer, compact=form in ("table", "markdown")), form, width=width)


def as_table(answer: Answer, *, compact: bool = False) -> Table:
    """Turn solutions into a table of plain values; a yes-or-no answer into one cell.

    Args:
        answer: Solutions or a boolean.
        compact: Write IRIs short, with the prefixes of the ontology.
    """
    if isinstance(answer, ox.QueryBoolean):
        return Table(("answer",), (("yes" if bool(answer) else "no",),))
    if isinstance(answer, ox.QueryTriples):
        raise UsageError("This query makes triples, not rows.")
    columns = tuple(variable.value for variable in answer.variables)
    width = range(len(columns))
    rows = tuple(tuple(plain(row[at], compact=compact) for at in width) for row in answer)
    return Table(columns, rows)


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
