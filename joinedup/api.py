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


def open_graph(store: str | Path | None = None, *, known_on: date | str | None = None) -> Graph:
    """Open a graph that was built on disk or that a server holds, to read.

    Args:
        store: Its folder, or the address at which the server takes queries; that of the command
            line where not given (`JOINEDUP_STORE`, or else `joinedup-store` in the current folder).
        known_on: Only what had been published by this day; `publication_counts` of the graph says
            how much of the whole that is.

    Raises:
        NoStoreError: If there is none.
        UsageError: If nothing in it had been published by the day, it is no date, or a server holds
            the graph.
        StoreError: If the graph of that day cannot be made.
    """
    location = default_location() if store is None else read_location(str(store))
    day = to_day(known_on, first=False)
    if day is None:
        return Graph(open_store(location), location=location)
    if not isinstance(location, Path):
        raise UsageError(
            "What was known on a day is made from the records in the folder of a graph, which a "
            "server does not keep. Open the folder in which the graph was built."
        )
    with notebook_progress("Making the graph of that day"):
        known_graph = graph_known_on(location, day)
    graph = Graph(open_store(known_graph.store_path), location=known_graph.store_path)
    graph.publication_counts = known_graph.counts
    return graph


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
    """
    with notebook_progress("Reading") as progress:
        if store is not None:
            report = build_store(sources, Path(store), options, progress)
            return Graph(open_store(Path(store)), report, Path(store))
        memory = Store.in_memory()
        return Graph(memory, fill(memory, sources, options, progress))
