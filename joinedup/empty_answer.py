"""Why an answer has no rows, and what to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store.open_store import open_store
from queries.connections import Connections
from queries.parameter_values import named_things
from queries.query_files import load_question
from queries.selects import select

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.readable_store import ReadableStore
    from queries.query_request import QueryRequest

_NO_FINDING = (
    "This graph holds no finding yet. Build one from pages or documents: joinedup build SOURCES"
)


def explain_empty(store_path: Path, request: QueryRequest) -> str:
    """Sentences on what the graph holds, on names that nothing names, and on what to try.

    Args:
        store_path: Folder of the graph.
        request: What was asked.
    """
    store = open_store(store_path)
    findings, positions, replies, _ = map(int, next(select(store, "networks/counts/held")))
    if not findings:
        return _NO_FINDING
    if request.values is None:
        return f"Nothing in this graph of {findings:,} findings fits the query."
    sentence = (
        f"Nothing in this graph answers this question. It holds {findings:,} findings: "
        f"{positions:,} with a position of the government, and {replies:,} replies as printed."
    )
    if not positions and not replies:
        sentence += " No answer loaded; that does not mean that government gave none."
    hints = [*_unnamed(store, request), f"What is counted: joinedup ask {request.query} --explain"]
    return " ".join([sentence, *hints])


def _unnamed(store: ReadableStore, request: QueryRequest) -> list[str]:
    """For each thing asked about that no finding names, what could be asked instead."""
    things = named_things(load_question(request.query), request.values or {}, store)
    if not things:
        return []
    connections = Connections(store)
    named = connections.table.counts.things
    return [connections.unnamed(thing) for thing in things if thing not in named]
