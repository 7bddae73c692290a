"""What the start page says of the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from joinedup.server.open_graph import connections_of
from queries.conversion import as_table
from queries.graph_figures import figures
from queries.query_execution import execute
from queries.query_request import QueryRequest

if TYPE_CHECKING:
    from graph.store.embedded import Store

_INITIATIVES, _PAIRS = 8, 5


def describe_graph(store: Store, _argument: None) -> dict[str, Any]:
    """Figures with their totals, and what stands out."""
    connections = connections_of(store)
    table = figures(store)
    pairs = connections.result()
    named = as_table(execute(store, QueryRequest("initiatives-in-most-findings", {}), _INITIATIVES))
    standing = [
        {
            "things": [{"iri": end, "name": connections.label(end)} for end in (left, right)],
            "together": data["together"],
            "expected": data["expected"],
            "in_register": data["in_register"],
        }
        for left, right, data in pairs.network.edges(data=True)
        if data["more_than_coincidence"] == "yes"
    ]
    standing.sort(key=lambda pair: (bool(pair["in_register"]), -int(pair["together"])))
    return {
        "figures": {"columns": table.columns, "rows": table.rows, "caption": table.caption},
        "initiatives": {"columns": named.columns, "rows": named.rows},
        "pairs": standing[:_PAIRS],
        "pairs_total": len(standing),
        "pairs_all": pairs.network.number_of_edges(),
    }
