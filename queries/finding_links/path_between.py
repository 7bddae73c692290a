"""Routes between two names: two findings, or two organisations or initiatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import AmbiguousNameError, UnknownNameError, UsageError
from queries.connections import Connections
from queries.entity_lookup import load_lookup
from queries.finding_links.finding_routes import finding_path_result
from queries.finding_lookup import find_finding
from queries.measures.paths import path_result
from queries.measures.projection import project
from queries.measures.selection import Selection

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.measures.network_result import NetworkResult


def find_path(store: ReadableStore, name_a: str, name_b: str, limit: int) -> NetworkResult:
    """The shortest and the strongest route between what two names stand for.

    Args:
        store: The graph.
        name_a: Name of an organisation, initiative or finding, as any command prints it.
        name_b: Name of another of the same sort.
        limit: Findings to show for each step between organisations and initiatives.

    Raises:
        UnknownNameError: If a name stands for nothing.
        AmbiguousNameError: If a name stands for several things.
        UsageError: If both stand for the same thing, or only one for a finding.
    """
    connections, lookup = Connections(store), load_lookup(store)
    start, end = (_finding_or_none(store, name) for name in (name_a, name_b))
    if start and end:
        return finding_path_result(store, connections.reader.labels, start, end)
    if start or end:
        lookup.find(name_b if start else name_a)
        raise UsageError(
            "Only one of the two is a finding. Give two findings, or two organisations or "
            "initiatives."
        )
    data = project(connections.reader, "everything", Selection())
    return path_result(connections, data, *lookup.find_pair(name_a, name_b), limit)


def _finding_or_none(store: ReadableStore, name: str) -> str | None:
    """The IRI of the finding of a name; None if no finding is called so."""
    try:
        return find_finding(store, name)
    except AmbiguousNameError:
        raise
    except UnknownNameError:
        return None
