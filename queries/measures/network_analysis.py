"""The analyses behind `joinedup network`: what is asked, and pairs held against coincidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graph.errors import UsageError
from queries.cooccurrence.pair_table import PairTable
from queries.measures.communities import ALGORITHMS
from queries.measures.graphs import network
from queries.measures.network_result import SEE_METHOD
from queries.measures.projection import THINGS, project
from queries.measures.selection import Selection
from queries.statistics.sentences_on_tests import method_in_words, verdicts_in_words
from queries.statistics.significance import ALPHA, across_tests, pair_tests, tests_of_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.measures.bipartite_data import BipartiteData
    from queries.measures.graphs import Network
    from queries.measures.store_reader import StoreReader
    from queries.statistics.significance import PairTests

WHOLE_VERDICT = "in the whole graph"
"""Column of the verdict that the table of all pairs has of a pair judged in another family."""


@dataclass(frozen=True, slots=True)
class NetworkQuery:
    """What is asked of a network.

    Attributes:
        actors: What to compare, one of `queries.measures.projection.ACTORS`.
        selection: Which findings count, and which of their names.
        events: What ties two actors; None for the usual.
        alpha: Share of the pairs claimed that may be expected to be wrong.
        least: Joint events that a pair of the network must have.
        claimed: Whether only pairs that are more than coincidence are in the network.
        seed: First seed of everything random.
        runs: Runs of the search for communities.
        shuffles: Shuffles for a second opinion on every pair.
        method: Whether captions say how pairs are judged, for those who know statistics.
        beyond_register: Whether pairs that the register itself joins are left out.
        algorithm: How communities are searched for, one of `communities.ALGORITHMS`.
        draws: How often findings are drawn anew, to see how sure a role is; 0 for never.
    """

    actors: str
    selection: Selection
    events: str | None = None
    alpha: float = ALPHA
    least: int = 1
    claimed: bool = False
    seed: int = 1
    runs: int = 20
    shuffles: int = 0
    method: bool = False
    beyond_register: bool = False
    algorithm: str = ALGORITHMS[0]
    draws: int = 0

    def __post_init__(self) -> None:
        """Refuse a share that is none.

        Raises:
            UsageError: If `alpha` is not between 0 and 1.
        """
        if not 0 < self.alpha < 1:
            raise UsageError("The share of false claims must lie between 0 and 1.")


@dataclass(frozen=True, slots=True)
class NetworkAnalysis:
    """Bipartite data with the tests of its pairs and the network they make.

    Attributes:
        query: What was asked for.
        data: Actors by events.
        tests: The test of every pair of actors.
        network: The pairs asked for, as a graph.
        table: The table of all pairs of the graph.
        is_whole: Whether the tests are those of `table`, and not of a family of their own.
        left_out: Pairs that a finding names together and that are left out, as the register joins
            them.
    """

    query: NetworkQuery
    data: BipartiteData
    tests: PairTests
    network: Network
    table: PairTable
    is_whole: bool
    left_out: frozenset[frozenset[str]] = frozenset()

    @property
    def parameters(self) -> dict[str, str]:
        """What was asked for, as text."""
        return dict(self.network.graph["parameters"])

    @property
    def has_own_family(self) -> bool:
        """Whether pairs are judged here apart from the table that could hold them too."""
        return self.query.actors in THINGS and not self.is_whole

    def in_words(self, columns: Sequence[str] = ()) -> str:
        """What was found of all pairs; how they were judged too, where that was asked for.

        Args:
            columns: Columns of the table that these words explain.
        """
        noun = self.data.noun
        words = [verdicts_in_words(self.tests, noun)]
        if self.has_own_family:
            words.append("These are judged among themselves, not among all pairs of the graph.")
            if WHOLE_VERDICT in columns:
                words.append(f"The column “{WHOLE_VERDICT}” shows the result among all pairs.")
        elif self.is_whole and len(self.tests) != self.tests.family:
            words.append(
                f"Each is judged among all {self.tests.family:,} pairs of organisations and "
                "initiatives in the graph."
            )
        if self.query.beyond_register:
            words.append(
                f"Left out: {len(self.left_out):,} pairs that the register itself joins, such as "
                "a department and its agency; that they are named together is no news."
            )
        words.append(method_in_words(self.tests, noun) if self.query.method else SEE_METHOD)
        return " ".join(words)


def analyse(reader: StoreReader, query: NetworkQuery) -> NetworkAnalysis:
    """Read, test and join.

    What is asked of all findings in the usual way is judged in the one table of pairs; findings or
    names that were selected are a family of tests of their own.

    Raises:
        UsageError: If nothing is left of what was selected.
    """
    data = project(reader, query.actors, query.selection, query.events)
    table = PairTable(reader.store, reader)
    is_whole = (
        query.actors in THINGS
        and data.noun == "findings"
        and query.selection == Selection()
        and query.alpha == ALPHA
    )
    if is_whole:
        rows = np.array([table.whole.rows[actor.iri] for actor in data.actors], dtype=np.intp)
        tests = tests_of_part(data.ties, table.whole.tests, rows)
    else:
        tests = every_test(data, query.alpha)
    parameters = {
        **data.parameters,
        "false-claims": f"{100 * query.alpha:g}%",
        "minimum": str(query.least),
        **({"only": "claimed pairs"} if query.claimed else {}),
        **({"beyond-register": "yes"} if query.beyond_register else {}),
        **({"draws": str(query.draws)} if query.draws else {}),
        "seed": str(query.seed),
    }
    graph = network(data, tests, parameters, least=query.least, claimed=query.claimed)
    left_out = _leave_out(graph, table) if query.beyond_register else frozenset()
    return NetworkAnalysis(query, data, tests, graph, table, is_whole, left_out)


def _leave_out(graph: Network, table: PairTable) -> frozenset[frozenset[str]]:
    """Take the pairs that the register joins out of a network."""
    registered = [ends for ends in graph.edges if frozenset(ends) in table.register_links]
    graph.remove_edges_from(registered)
    return frozenset(frozenset(ends) for ends in registered)


def every_test(data: BipartiteData, alpha: float) -> PairTests:
    """The tests of every pair of two-mode data."""
    if data.answers is None:
        return pair_tests(data.ties, alpha=alpha, documents=data.documents)
    return across_tests(data.ties, data.answers, alpha=alpha, documents=data.documents)
