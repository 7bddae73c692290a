"""What a worker reads once of the graph that it has open, for every page that needs it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from queries.connections import Connections
from queries.search.text_search import TextSearch
from queries.web_pages.finding_list import FindingIndex

if TYPE_CHECKING:
    from graph.store.embedded import Store


@lru_cache(maxsize=1)
def connections_of(store: Store) -> Connections:
    """Who is named with whom."""
    return Connections(store)


@lru_cache(maxsize=1)
def findings_of(store: Store) -> FindingIndex:
    """All findings with what lists of them are narrowed by."""
    return FindingIndex(store)


@lru_cache(maxsize=1)
def search_of(store: Store) -> TextSearch:
    """The index of words."""
    return TextSearch(store)
