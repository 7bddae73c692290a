"""What can be asked of a graph, with the words of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Unpack
from warnings import warn

from joinedup.finding_links import FINDINGS, check_links, finding_link_query
from joinedup.interface.opened_graph import OpenedGraph
from joinedup.interface.selection_words import SelectionWords, selected
from joinedup.renamed_argument import accept_former_names
from loaders.kept_sources.file_history import history, list_of_files
from loaders.kept_sources.source_list import list_of_sources
from queries.connections import Connections
from queries.conversion import as_table
from queries.data_checks import as_tables, check_store
from queries.explanation_tables import candidate_table, explanation_table, story_table
from queries.finding_links.finding_network import FindingNetwork
from queries.finding_links.path_between import find_path
from queries.finding_lookup import find_finding
from queries.graph_comparison import as_table as changes_as_table
from queries.graph_comparison import compare
from queries.measures.gap_tables import gap_result
from queries.measures.network_analysis import NetworkQuery, analyse
from queries.measures.store_reader import StoreReader
from queries.parameter_names import current_names
from queries.query_execution import run_sparql
from queries.query_files import is_question, load_question
from queries.query_request import DEFAULT_LIMITS, Limits, QueryRequest
from queries.query_runner import run
from queries.repeat_chains import repeat_chain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import networkx as nx

    from queries.result_tables import Table


class GraphQuestions(OpenedGraph):
    """The questions of a graph: each gives a table, or a network."""

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
            limits: When to stop. The time is kept where the graph is not in memory.
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
        result = run(self._location or self._store, request, limits)
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

    def path(self, a: str, b: str, *, limit: int = 3) -> Table:
        """How `a` and `b` are connected: the shortest and the strongest route through findings.

        Args:
            a: Name of an organisation or initiative, or of a finding.
            b: Name of another.
            limit: Findings to give for each step at most, between organisations and initiatives.

        Raises:
            UnknownNameError: If a name stands for nothing, or for several things.
            UsageError: If both names stand for the same thing, or only one for a finding.
        """
        return find_path(self._store, a, b, limit).table

    def network(
        self,
        actors: str = "everything",
        *,
        minimum: int = 1,
        claimed: bool = False,
        linked_through: str | None = None,
        about: str | None = None,
        **selection: Unpack[SelectionWords],
    ) -> nx.Graph[str]:
        """Who is named together, or which findings are joined, as a graph of NetworkX.

        >>> network = graph.network("departments")               # doctest: +SKIP
        >>> networkx.degree_centrality(network)                  # doctest: +SKIP

        Nodes are IRIs with their ``label``; lines have what they count and how it is judged. Lines
        between findings have what joins the two and, as ``sentences``, the words that show it.

        Args:
            actors: ``departments``, ``organisations``, ``initiatives``, ``committees``,
                ``everything`` or ``findings``.
            minimum: Findings that must name both ends of a line.
            claimed: Only lines that are more than coincidence.
            linked_through: What connects two, as `joinedup network --help` lists it.
            about: A finding, if only its links are wanted.
            selection: Which findings count; see `SelectionWords`.

        Raises:
            UsageError: If nothing is left of what was selected, or a word does not apply.
        """
        chosen = selected(self._store, selection)
        if actors == FINDINGS:
            wanted = finding_link_query(self._store, chosen, linked_through, about, with_words=True)
            return FindingNetwork(StoreReader(self._store), wanted).network()
        check_links(linked_through, about)
        query = NetworkQuery(actors, chosen, linked_through, least=minimum, claimed=claimed)
        return analyse(StoreReader(self._store), query).network

    def gaps(self, *kinds: str, limit: int = 10, **selection: Unpack[SelectionWords]) -> Table:
        """What is not joined up.

        Args:
            kinds: Kinds of gaps, as `joinedup gaps --help` lists them; all where none is given.
            limit: Gaps of each kind to give at most.
            selection: Which findings count; see `SelectionWords`.
        """
        chosen = selected(self._store, selection)
        return gap_result(Connections(self._store), chosen, kinds, limit, None).table

    def candidates(self) -> Table:
        """Names of bodies and initiatives that texts use but no register has."""
        return candidate_table(self._store)

    def check(self) -> Table:
        """The faults that the data checks see, the most serious first."""
        return as_tables(check_store(self._store, limit=None))["faults"]

    def why(self, finding: str, name: str | None = None) -> Table:
        """Why a finding is said to name something; without a name, what is said of the finding.

        Args:
            finding: Its name, its identifier or the address of its page.
            name: A name, an abbreviation, or the words as they stand in the text.

        Raises:
            UnknownNameError: If there is no such finding, or it names nothing of that name.
        """
        iri = find_finding(self._store, finding)
        if name is None:
            return story_table(self._store, iri)
        return explanation_table(self._store, iri, name)

    def repeats(self, finding: str) -> Table:
        """Where a finding was made again, or makes another again: both sentences of each repeat.

        Args:
            finding: Its name, its identifier or the address of its page.

        Raises:
            UnknownNameError: If there is no such finding.
            AmbiguousNameError: If several findings are called so.
        """
        return repeat_chain(self._store, find_finding(self._store, finding))

    def sources(self, *names: str) -> Table:
        """The files that the graph was made of; with names, what these files say and said.

        Raises:
            UsageError: If the graph is in memory alone.
            UnknownNameError: If a name stands for no file.
        """
        store_path = self._path_on_disk()
        kept = list_of_sources(store_path)
        return history(store_path, kept, names) if names else list_of_files(kept)

    def diff(self, later: str | Path) -> Table:
        """What changed from this graph to a later one.

        Args:
            later: A store, a release, or an SQLite file that was exported.

        Raises:
            UsageError: If this graph is in memory alone.
            InputError: If there is no graph at `later`.
        """
        return changes_as_table(compare(self._path_on_disk(), Path(later)))
