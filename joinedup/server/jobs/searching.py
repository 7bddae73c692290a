"""Words in findings, answers, summaries and names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from joinedup.server.list_requests import known_filters
from joinedup.server.open_graph import search_of
from joinedup.server.table_files import table_file
from queries.search.facet_counts import facet_definitions
from queries.search.search_result import SearchRequest
from queries.search.search_tables import as_data, explain_no_hits, result_table

if TYPE_CHECKING:
    from graph.store.embedded import Store


def search_words(store: Store, query: dict[str, Any]) -> dict[str, Any]:
    """What fits, as data, with sentences where nothing does."""
    result = search_of(store).search(_request(query))
    data = as_data(result)
    data["explained"] = [] if result.hits else list(explain_no_hits(result))
    return data


def write_search(store: Store, query: dict[str, Any]) -> bytes:
    """What a page of hits shows, as a file."""
    table = result_table(search_of(store).search(_request(query)))
    return table_file(table, query["suffix"], f"Search: {query['words']}")


def _request(query: dict[str, Any]) -> SearchRequest:
    filters = known_filters(query["filters"], facet_definitions())
    return SearchRequest(query["words"], filters, query["size"], query["offset"])
