"""Why an answer has no rows, and what to try."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.store.open_store import open_store
from queries.connections import Connections
from queries.conversion import to_python
from queries.parameter_values import named_things
from queries.query_files import load_question
from queries.selects import select

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from graph.store.server_address import StoreLocation
    from queries.query_request import QueryRequest

_NO_FINDING = (
    "This graph holds no finding yet. Build one from pages or documents: joinedup build SOURCES"
)


def explain_empty(location: StoreLocation, request: QueryRequest) -> str:
    """Sentences on what the graph holds, on names that nothing names, and on what to try.

    Args:
        location: Where the graph is.
        request: What was asked.
    """
    store = open_store(location)
    findings, positions, replies, _ = map(int, next(select(store, "networks/counts/held")))
    if not findings:
        return _NO_FINDING
    if request.values is None:
        nothing = f"Nothing in this graph of {findings:,} findings fits the query."
        return " ".join([nothing, *_narrower_classes(store, request.query)])
    sentence = (
        f"Nothing in this graph answers this question. It holds {findings:,} findings: "
        f"{positions:,} with a position of the government, and {replies:,} replies as printed."
    )
    if not positions and not replies:
        sentence += " No answer loaded; that does not mean that government gave none."
    hints = [*_unnamed(store, request), f"What is counted: joinedup ask {request.query} --explain"]
    return " ".join([sentence, *hints])


def _narrower_classes(store: ReadableStore, sparql: str) -> list[str]:
    """For each class of another vocabulary that a query names, the classes of ours below it."""
    narrower: defaultdict[str, list[str]] = defaultdict(list)
    for row in select(store, "vocabulary/narrower-classes"):
        above, own = (str(to_python(ox.NamedNode(iri), compact=True)) for iri in row)
        narrower[above].append(own)
    return [
        f"Of {above} only the narrower classes are stated of things ({', '.join(classes)}): write "
        f"a/rdfs:subClassOf* {above} in place of a {above}."
        for above, classes in narrower.items()
        if re.search(rf"\ba\s+{re.escape(above)}\b", sparql)
    ]


def _unnamed(store: ReadableStore, request: QueryRequest) -> list[str]:
    """For each thing asked about that no finding names, what could be asked instead."""
    things = named_things(load_question(request.query), request.values or {}, store)
    if not things:
        return []
    connections = Connections(store)
    named = connections.table.counts.things
    return [connections.unnamed(thing) for thing in things if thing not in named]
