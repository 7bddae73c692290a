"""What a query may not do: leave the store it is asked of, change it, or end the process.

Oxigraph itself would follow `SERVICE` to the network, and no query here may do so unasked. A graph
that `FROM` names and the store does not hold would silently be empty, so that is refused as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import QueryError
from graph.store.query_depth import nests_too_deeply
from graph.store.query_syntax import QueryText

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

TOO_DEEP = (
    "The query is nested too deeply to be answered. Ask for the same with fewer brackets inside "
    "each other, or with fewer clauses."
)


def check_query(
    sparql: str,
    has_graph: Callable[[str], bool],
    *,
    prefixes: Mapping[str, str] | None = None,
    base: str | None = None,
    allow_service: bool = False,
) -> QueryText:
    """Refuse a query that must not be run.

    Args:
        sparql: The query.
        has_graph: Tells whether the store holds a graph of that name.
        prefixes: Prefixes that hold where the query declares none.
        base: The address that relative ones are relative to, where the query declares none.
        allow_service: Whether the query may call on other servers.

    Returns:
        The query, as the engine is to get it.

    Raises:
        QueryError: If the query is malformed, would send anything to another server, is over a
            graph that the store does not hold, such as a file or a web page, or nests too deeply.
    """
    query = QueryText(sparql, prefixes, base)
    if nests_too_deeply(query.text):
        raise QueryError(TOO_DEEP)
    try:
        query.parse()
        if not allow_service and query.uses("SERVICE"):
            raise QueryError("SERVICE would send this query to another server, so it is refused.")
        for graph in query.dataset_graphs():
            if not has_graph(graph):
                raise QueryError(f"FROM names {graph!r}, which is not a graph of this store.")
    except SyntaxError as error:
        raise QueryError(_why_unreadable(query, error)) from error
    return query


def check_update(sparql: str, prefixes: Mapping[str, str] | None = None) -> QueryText:
    """Refuse an update that would read anything but the store.

    Args:
        sparql: The update.
        prefixes: Prefixes that hold where the update declares none.

    Returns:
        The update, as the engine is to get it.

    Raises:
        QueryError: If the update holds LOAD or SERVICE, or nests too deeply.
    """
    update = QueryText(sparql, prefixes)
    if nests_too_deeply(update.text):
        raise QueryError(TOO_DEEP)
    inside = update.without_keyword("SERVICE", "LOAD")
    if inside is not None and not inside.is_readable_update():
        raise QueryError(
            "The update cannot be read, or LOAD or SERVICE would call on another server, so it is "
            "refused."
        )
    return update


def _why_unreadable(query: QueryText, error: SyntaxError) -> str:
    """Say why a query cannot be read; an update is a case of its own."""
    if query.is_update:
        return (
            "The query cannot be read: a query cannot change the graph. To change it, change the "
            f"sources or the corrections and build again. ({error})"
        )
    return f"The query cannot be read: {error}"
