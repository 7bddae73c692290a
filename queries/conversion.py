"""Turns the results of queries into tables of Python values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import UsageError
from graph.retelling import marked_words
from ontology.namespaces import PREFIXES
from queries.query_result import Form, QueryResult, materialise
from queries.result_tables import Table, Value

if TYPE_CHECKING:
    from graph.store.readable_store import Answer, Term

_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_FRACTIONS = tuple(
    f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("decimal", "double", "float")
)


def as_table(answer: Answer | QueryResult, *, compact: bool = False, caption: str = "") -> Table:
    """Turn solutions into a table of Python values; a yes-or-no answer into one cell.

    Args:
        answer: Solutions or a boolean.
        compact: Write IRIs short, with the prefixes of the ontology.
        caption: What to say below the table.

    Raises:
        UsageError: If the answer is triples.
    """
    result = answer if isinstance(answer, QueryResult) else materialise(answer)
    if result.form is Form.TRIPLES:
        raise UsageError("This query gives triples, not rows. Use --format turtle.")
    if result.form is Form.BOOLEAN:
        word = "yes" if str(to_python(result.rows[0][0])) == "true" else "no"
        return Table(result.variables, ((word,),), caption)
    rows = tuple(tuple(to_python(term, compact=compact) for term in row) for row in result.rows)
    return Table(result.variables, rows, caption)


def to_python(term: Term | None, *, compact: bool = False) -> Value:
    """A term as a Python value: numbers as numbers, IRIs as text, None where nothing is bound.

    Retold words stand behind their mark.
    """
    if isinstance(term, ox.Literal):
        return _literal_value(term)
    if isinstance(term, ox.NamedNode):
        return _short(term.value) if compact else term.value
    return None if term is None else str(term)


def _literal_value(literal: ox.Literal) -> Value:
    """A number where the type says so, and the text as it stands if it is no number after all."""
    try:
        if literal.datatype.value == _INTEGER:
            return int(literal.value)
        if literal.datatype.value in _FRACTIONS:
            return float(literal.value)
    except ValueError:
        return literal.value
    return marked_words(literal)


def _short(address: str) -> str:
    for prefix, base in PREFIXES.items():
        if address.startswith(base):
            return f"{prefix}:{address[len(base) :]}"
    head, _, tail = address.partition("/id/")
    return tail or head
