"""The graph that an assistant asks: always its newest version, within limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.store.open_store import open_store
from queries.query_request import Limits
from queries.query_runner import run

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.readable_store import ReadableStore
    from queries.query_request import QueryRequest
    from queries.query_result import QueryResult

MOST_ROWS = 200
"""Rows that one answer holds at most."""

_SECONDS = 30.0


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
        """Run a query in a process of its own, which has no network and is killed in time.

        Raises:
            JoinedupError: As `queries.query_runner.run` does.
        """
        return run(self.store_path, request, Limits(_SECONDS, max(0, min(rows, MOST_ROWS))))
