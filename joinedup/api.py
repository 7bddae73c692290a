"""The Python interface: a graph to ask, for scripts and notebooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from warnings import warn

from graph.store.embedded import Store
from joinedup.default_store import default_store_path
from joinedup.renamed_argument import accept_former_names
from loaders.pipeline.build import DEFAULTS, BuildOptions, fill
from loaders.pipeline.build import build as build_store
from ontology.reasoning import as_objects
from queries.connections import Connections
from queries.conversion import as_table
from queries.entity_lookup import load_lookup
from queries.graph_figures import figures
from queries.graph_sample import sample
from queries.parameter_names import current_names
from queries.query_execution import run_sparql
from queries.query_files import is_question, load_question
from queries.query_request import DEFAULT_LIMITS, Limits, QueryRequest
from queries.query_runner import run
from queries.search.search_result import SearchRequest
from queries.search.search_tables import result_table
from queries.search.text_search import TextSearch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from owlready2 import Ontology
    from rdflib import Dataset

    from loaders.pipeline.report import BuildReport
    from queries.entity_lookup import EntityLookup
    from queries.result_tables import Table


class Graph:
    """A graph of findings, answers, organisations and initiatives.

    >>> import joinedup
    >>> graph = joinedup.build("bundled")
    >>> graph.connections("DfE", "MoJ").columns
    ('finding', 'names', 'who says so', 'sentence', 'source')
    """

    def __init__(
        self, store: Store, report: BuildReport | None = None, store_path: Path | None = None
    ) -> None:
        """Ask `store`; `report` says how it was built, `store_path` where it is on disk."""
        self._store = store
        self._store_path = store_path
        self.report = report
        self._connections: tuple[int, Connections, EntityLookup] | None = None
        self._search: tuple[int, TextSearch] | None = None

    def ask(
        self,
        name: str,
        *,
        evidence: bool = False,
        limits: Limits = DEFAULT_LIMITS,
        **values: str | int | date | Sequence[str],
    ) -> Table:
        """Ask a saved question.

        >>> graph = joinedup.build("bundled")                              # doctest: +SKIP
        >>> graph.ask("about-a-programme", programme="BOLD").to_pandas()   # doctest: +SKIP

        Args:
            name: Name of the question.
            evidence: Add the sentences behind each row.
            limits: When to stop. The time is kept where the graph is on disk.
            values: Values of its parameters: ``as_of``, ``minimum``, names as people write them or
                as any command prints them. Python needs ``from_`` for the parameter `from`.

        Returns:
            Its rows. The caption is what the question counts and, if there were more, says so.

        Raises:
            UnknownNameError: If there is no such question, parameter or name.
            UsageError: If a value does not fit its parameter, or a required one has none.
            LimitError: If the time was up.
        """
        question = load_question(name)
        parameters, notes = current_names(question, values)
        for note in notes:
            warn(note, DeprecationWarning, stacklevel=2)
        request = QueryRequest(name, parameters, evidence=evidence)
        result = run(self._store_path or self._store, request, limits)
        more = "" if result.complete else f" Only the first {len(result.rows):,} rows are given."
        return as_table(result, caption=question.description + more)

    def query(self, sparql: str) -> Table:
        """Run a SPARQL query; saved questions are asked with `ask`.

        Returns:
            Its rows; `.to_pandas()` makes a data frame of them, where pandas is installed.

        Raises:
            QueryError: If the query is malformed, refused, or cannot be carried out.
        """
        if is_question(sparql):
            warn(
                f'Ask a saved question with graph.ask("{sparql}").',
                DeprecationWarning,
                stacklevel=2,
            )
            return self.ask(sparql)
        return as_table(run_sparql(self._store, sparql))

    @accept_former_names(one="a", other="b")
    def connections(
        self, a: str | None = None, b: str | None = None, *, limit: int | None = None
    ) -> Table:
        """Who is named together: all pairs, those of `a`, or what connects `a` with `b`.

        Args:
            a: Name of an organisation or initiative.
            b: Name of another.
            limit: Pairs or findings to give at most; all where not given.

        Raises:
            UnknownNameError: If a name stands for nothing, or for several things.
            UsageError: If both names stand for the same thing.
        """
        connections, lookup = self._connections_now()
        if a and b:
            return connections.between(*lookup.find_pair(a, b), limit)
        return connections.pairs(lookup.find(a) if a else None, most=limit)

    def _connections_now(self) -> tuple[Connections, EntityLookup]:
        """The table of pairs and the names, read once; anew if `dataset` was written to."""
        if self._connections is None or self._connections[0] != len(self._store):
            parts = Connections(self._store), load_lookup(self._store)
            self._connections = (len(self._store), *parts)
        return self._connections[1:]

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
        chosen = {}
        for name, given in filters.items():
            facet, values = name.replace("_", "-"), [given] if isinstance(given, str) else given
            chosen[facet] = [search.find_value(facet, value) for value in values]
        return result_table(search.search(SearchRequest(words, chosen, limit, offset, limit)))

    def _search_now(self) -> TextSearch:
        """What searches the graph, opened once; anew if `dataset` was written to."""
        if self._search is None or self._search[0] != len(self._store):
            self._search = (len(self._store), TextSearch(self._store))
        return self._search[1]

    def info(self) -> Table:
        """What the graph holds, each figure with its denominator."""
        return figures(self._store)

    @accept_former_names(findings="limit")
    def objects(self, limit: int = 100) -> Ontology:
        """The ontology's classes, and a sample of the graph, as Python objects of owlready2.

        >>> ontology = joinedup.build("bundled").objects()    # doctest: +SKIP
        >>> ontology.Recommendation.instances()[0].committee    # doctest: +SKIP

        Args:
            limit: Findings to take at most, with everything around them.
        """
        return as_objects(sample(self._store, limit))

    def dataset(self) -> Dataset:
        """The same graph as an ordinary rdflib Dataset; nothing is copied."""
        return self._store.dataset()

    def __len__(self) -> int:
        """Number of quads, those of the default graph included."""
        return len(self._store)


def open_graph(store: str | Path | None = None) -> Graph:
    """Open a graph that was built on disk, to read.

    Args:
        store: Its folder; that of the command line where not given (`JOINEDUP_STORE`, or else
            `joinedup-store` in the current folder).

    Raises:
        NoStoreError: If there is none.
    """
    store_path = default_store_path() if store is None else Path(store)
    return Graph(Store.open(store_path), store_path=store_path)


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
    if store is not None:
        report = build_store(sources, Path(store), options)
        return Graph(Store.open(Path(store)), report, Path(store))
    memory = Store.in_memory()
    return Graph(memory, fill(memory, sources, options))
