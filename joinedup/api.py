"""The Python interface: a graph to ask, for scripts and notebooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from graph.errors import InputError, UsageError
from graph.store.embedded import Store
from graph.store.graph_recognition import why_not_ours
from graph.store.open_store import open_store
from graph.store.server_address import read_location
from joinedup.default_store import default_location
from joinedup.interface.graph_changes import GraphChanges
from joinedup.interface.graph_outputs import GraphOutputs
from joinedup.interface.graph_questions import GraphQuestions
from joinedup.interface.graph_search import GraphSearch
from joinedup.interface.notebook_progress import notebook_progress
from joinedup.interface.selection_words import to_day
from loaders.pipeline.build import DEFAULTS, BuildOptions, fill
from loaders.pipeline.build import build as build_store
from loaders.pipeline.known_version import graph_known_on
from queries.cooccurrence.pair_statements import state_pairs

if TYPE_CHECKING:
    from datetime import date

    import rdflib


_NO_FOLDER = (
    "What was known on a day is made from the records in the folder of a graph. Open the folder in "
    "which the graph was built."
)


class Graph(GraphQuestions, GraphSearch, GraphOutputs, GraphChanges):
    """A graph of findings, answers, organisations and initiatives.

    Its methods have the names of the commands, and their words. In a notebook a graph shows its
    figures, a table its rows, and a view its page.

    >>> import joinedup
    >>> graph = joinedup.build("bundled")
    >>> graph.connections("DfE", "MoJ").columns
    ('finding', 'names', 'who says so', 'sentence', 'source')
    """

    @classmethod
    def from_rdflib(cls, graph: rdflib.Graph) -> Self:
        """Take a graph of ours that rdflib holds, such as one that was changed with it.

        Args:
            graph: A graph, or a dataset, whose default graph is what all sources say together.

        Raises:
            InputError: If it is no graph that joinedup made.
        """
        from graph.store.rdflib_dataset import (  # noqa: PLC0415 - rdflib only where asked for
            as_nquads,
        )

        store = Store.in_memory()
        store.load(as_nquads(graph))
        if reason := why_not_ours(store):
            raise InputError(f"This is no graph that joinedup made: {reason}.")
        state_pairs(store)
        return cls(store)


def open_graph(
    store: str | Path | rdflib.Dataset | None = None, *, known_on: date | str | None = None
) -> Graph:
    """Open a graph that was built on disk, that a server holds or that rdflib keeps, to read.

    Args:
        store: Its folder; or the address at which the server takes queries; or a dataset of rdflib
            with any store behind it, which answers without being copied. That of the command line
            where not given (`JOINEDUP_STORE`, or else `joinedup-store` in the current folder).
        known_on: Only what had been published by this day; `publication_counts` of the graph says
            how much of the whole that is.

    Raises:
        NoStoreError: If there is none.
        InputError: If what rdflib keeps is no graph that joinedup made.
        UsageError: If nothing in it had been published by the day, it is no date, or the graph is
            in no folder.
        StoreError: If the graph of that day cannot be made.
    """
    day = to_day(known_on, first=False)
    if not isinstance(store, str | Path | None):
        if day is not None:
            raise UsageError(_NO_FOLDER)
        return _open_dataset(store)
    location = default_location() if store is None else read_location(str(store))
    if day is None:
        return Graph(open_store(location), location=location)
    if not isinstance(location, Path):
        raise UsageError(_NO_FOLDER)
    with notebook_progress("Making the graph of that day"):
        known_graph = graph_known_on(location, day)
    graph = Graph(open_store(known_graph.store_path), location=known_graph.store_path)
    graph.publication_counts = known_graph.counts
    return graph


def _open_dataset(dataset: rdflib.Dataset) -> Graph:
    from graph.store.dataset_store import (  # noqa: PLC0415 - rdflib only where asked for
        DatasetStore,
    )

    store = DatasetStore(dataset)
    if reason := why_not_ours(store):
        raise InputError(f"This is no graph that joinedup made: {reason}.")
    return Graph(store)


def build(
    *sources: str, store: str | Path | None = None, options: BuildOptions = DEFAULTS
) -> Graph:
    """Build a graph from sources: in memory, or in the folder `store`.

    Args:
        sources: Files, folders, globs, or `bundled` for the project's own findings.
        store: Folder to build in; the graph that is there answers until the new one is whole.
        options: How to build.

    Raises:
        NothingReadError: If not one record could be read.
        StoreError: If the store cannot be written.
        UsageError: If `store` is the address of a server.
    """
    location = None if store is None else read_location(str(store))
    if not isinstance(location, Path | None):
        raise UsageError(
            f"A graph is built in a folder of this machine, not at {location}. Build it in a "
            "folder, export it, and load that into the server."
        )
    with notebook_progress("Reading") as progress:
        if location is not None:
            report = build_store(sources, location, options, progress)
            return Graph(open_store(location), report, location)
        memory = Store.in_memory()
        return Graph(memory, fill(memory, sources, options, progress))
