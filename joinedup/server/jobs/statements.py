"""Every statement about a thing, with the source records that make it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

if TYPE_CHECKING:
    from graph.store.embedded import Store
    from graph.store.readable_store import Term

_STATEMENTS = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?thing ?property (SAMPLE(?name) AS ?says) ?value (SAMPLE(?label) AS ?called)
  (GROUP_CONCAT(DISTINCT STR(?graph); SEPARATOR=" ") AS ?graphs) WHERE {
  ?thing ?property ?value .
  OPTIONAL { GRAPH ?graph { ?thing ?property ?value } }
  OPTIONAL { ?property rdfs:label ?name }
  OPTIONAL { ?value rdfs:label ?label }
} GROUP BY ?thing ?property ?value ORDER BY ?property ?value"""


def list_statements(store: Store, path: str) -> dict[str, Any] | None:
    """What the graph says of a thing, a row a statement; None if it says nothing.

    Args:
        store: The graph.
        path: What stands in the thing's address behind `id/`.
    """
    thing = ox.NamedNode(f"{store.base}id/{path}")
    rows = [_statement(row) for row in store.rows(_STATEMENTS, {"thing": thing})]
    if not rows:
        return None
    return {"address": thing.value, "base": f"{store.base}id/", "rows": rows}


def _statement(row: tuple[Term | None, ...]) -> dict[str, Any]:
    _, name, says, value, called, graphs = row
    return {
        "property": _text(name),
        "says": _text(says) or _text(name),
        "value": _text(value),
        "called": _text(called),
        "is_link": isinstance(value, ox.NamedNode),
        "language": value.language if isinstance(value, ox.Literal) else None,
        "graphs": _text(graphs).split(),
    }


def _text(term: Term | None) -> str:
    return str(getattr(term, "value", "") if term is not None else "")
