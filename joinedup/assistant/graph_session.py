"""The graph that an assistant asks: always its newest version, within limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.store.open_store import open_store
from queries.query_execution import execute

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.readable_store import ReadableStore
    from queries.query_request import QueryRequest
    from queries.query_result import QueryResult

MOST_ROWS = 200
"""Rows that one answer holds at most."""


@dataclass(frozen=True, slots=True)
class GraphSession:
    """Asks a graph on disk.

    Attributes:
        store_path: Its folder.
    """

    store_path: Path

    def open_store(self) -> ReadableStore:
        """The graph as it is now; another one after it was built anew.

        Raises:
            NoStoreError: If there is none.
        """
        return open_store(self.store_path)

    def run(self, request: QueryRequest, rows: int = MOST_ROWS) -> QueryResult:
        """Run a query in this process, which is killed in time by whoever started it.

        Raises:
            JoinedupError: As `queries.query_execution.execute` does.
        """
        return execute(self.open_store(), request, max(0, min(rows, MOST_ROWS)))
