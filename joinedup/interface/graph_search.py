"""Full-text search of a graph, with the words of `joinedup search`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from joinedup.interface.opened_graph import OpenedGraph
from queries.search.search_result import SearchRequest
from queries.search.search_tables import result_table
from queries.search.text_search import TextSearch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store.readable_store import ReadableStore
    from queries.result_tables import Table


class GraphSearch(OpenedGraph):
    """The search for words in what a graph says."""

    _search: tuple[tuple[ReadableStore, int], TextSearch] | None = None

    def search(
        self, words: str = "", *, limit: int = 20, offset: int = 0, **filters: str | Sequence[str]
    ) -> Table:
        """Search for words in findings, answers, summaries and names.

        >>> graph = joinedup.build("bundled")                                     # doctest: +SKIP
        >>> graph.search("data sharing", department="DfE", words_of="government")  # doctest: +SKIP

        Args:
            words: What to search for, as `joinedup search` takes it; empty for everything.
            limit: Rows to give at most.
            offset: Rows to pass over first.
            filters: A value, or several of which any will do, for the name of a facet, as the
                options of `joinedup search`: ``kind``, ``words_of``, ``committee``, ``department``,
                ``year``, ``position``, ``label``, ``initiative``.

        Returns:
            A row for each hit, or for each thing if `kind` is organisation, initiative, committee
            or report. The caption has the totals, and counts by facet.

        Raises:
            UnknownNameError: If there is no such facet, or nothing has such a value.
            UsageError: If the words are too many, or hold none.
        """
        search = self._search_now()
        values = search.find_values(
            {
                name.replace("_", "-"): [value] if isinstance(value, str) else value
                for name, value in filters.items()
            }
        )
        return result_table(search.search(SearchRequest(words, values, limit, offset, limit)))

    def _search_now(self) -> TextSearch:
        """What searches the graph, opened once; anew if `dataset` was written to."""
        if self._search is None or self._search[0] != self._state():
            self._search = (self._state(), TextSearch(self._store))
        return self._search[1]
