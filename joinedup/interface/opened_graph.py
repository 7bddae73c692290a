"""An opened graph: its store, where it is on disk, and how a notebook shows it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UsageError
from graph.store.server_address import ServerAddress
from graph.store.store_layout import check_version
from queries.connections import Connections
from queries.entity_lookup import load_lookup
from queries.graph_figures import figures

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from graph.store.server_address import StoreLocation
    from loaders.pipeline.published_readings import PublicationCounts
    from loaders.pipeline.report import BuildReport
    from queries.entity_lookup import EntityLookup
    from queries.result_tables import Table


class OpenedGraph:
    """A graph with its store; what can be asked of it is in the classes that inherit from this.

    Attributes:
        report: How it was built, if it was built just now.
        publication_counts: How much of the whole graph had been published by the day for which it
            was opened; None where it was opened for none.
    """

    def __init__(
        self,
        store: ReadableStore,
        report: BuildReport | None = None,
        location: StoreLocation | None = None,
    ) -> None:
        """Ask `store`; `report` says how it was built, `location` where it is kept."""
        self._store = store
        self._location = location
        self.report = report
        self.publication_counts: PublicationCounts | None = None
        self._connections: tuple[tuple[ReadableStore, int], Connections, EntityLookup] | None = None

    def info(self) -> Table:
        """What the graph holds, each figure with its denominator."""
        return figures(self._store)

    def __len__(self) -> int:
        """Number of quads, those of the default graph included."""
        return len(self._store)

    def _repr_html_(self) -> str:
        """What a notebook shows of the graph: its figures."""
        return self.info()._repr_html_()

    def _connections_now(self) -> tuple[Connections, EntityLookup]:
        """The table of pairs and the names, read once; anew if `dataset` was written to."""
        if self._connections is None or self._connections[0] != self._state():
            parts = Connections(self._store), load_lookup(self._store)
            self._connections = (self._state(), *parts)
        return self._connections[1:]

    def _state(self) -> tuple[ReadableStore, int]:
        """What changes when another store is opened, or `dataset` is written to."""
        return self._store, len(self._store)

    def _written_at(self) -> datetime:
        """When the graph was written, in UTC; now, if it is in no folder, which would say it."""
        if not isinstance(self._location, Path):
            return datetime.now(UTC)
        return datetime.fromisoformat(check_version(self._location).written)

    def _path_on_disk(self) -> Path:
        """The folder of the store.

        Raises:
            UsageError: If the graph is in memory alone, or a server holds it.
        """
        if isinstance(self._location, ServerAddress):
            raise UsageError(
                f"The server at {self._location} holds this graph, and this needs its folder. "
                'Open the folder in which it was built: joinedup.open("my-graph")'
            )
        if self._location is None:
            raise UsageError(
                "This graph is in memory alone. Build it in a folder: "
                'joinedup.build(..., store="my-graph")'
            )
        return self._location
