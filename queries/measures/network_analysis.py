"""The analyses behind `joinedup network`: what is asked, and pairs held against coincidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graph.errors import UsageError
from queries.cooccurrence.pair_table import PairTable, claimed_by_report
from queries.measures.communities import ALGORITHMS
from queries.measures.graphs import network, two_mode_network
from queries.measures.network_result import SEE_METHOD, NetworkResult
from queries.measures.projection import THINGS, project
from queries.measures.selection import Selection
from queries.result_tables import Table
from queries.statistics.curveball import shuffled_tails
from queries.statistics.sentences_on_tests import method_in_words, verdicts_in_words
from queries.statistics.significance import ALPHA, across_tests, pair_tests, tests_of_part
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.measures.bipartite_data import BipartiteData
    from queries.measures.graphs import Network
    from queries.measures.store_reader import StoreReader
    from queries.statistics.incidence_matrix import Floats
    from queries.statistics.significance import PairTests

WHOLE_VERDICT = "in the whole graph"
"""Column of the verdict that the table of all pairs has of a pair judged in another family."""

_UNSHOWN = (
    "A pair that is not shown may still be connected. Being named together does not mean working "
    "together."
)


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


def pair_result(reader: StoreReader, analysis: NetworkAnalysis, most: int | None) -> NetworkResult:
    """Every pair of the network with its figures, the least likely first."""
    data, tests, query = analysis.data, analysis.tests, analysis.query
    kept = np.flatnonzero(
        (tests.together >= query.least) & (tests.claimed if query.claimed else True)
    )
    if analysis.left_out:
        ends = [_ends(analysis, int(row)) not in analysis.left_out for row in kept]
        kept = kept[np.array(ends, dtype=np.bool_)]
    order = kept[np.lexsort((-tests.together[kept], tests.p[kept]))]
    shuffled = _shuffled(data, query)
    baseline, verdicts = tests.baseline, tests.verdicts
    rows = tuple(
        (
            data.actors[tests.left[row]].label,
            data.actors[tests.right[row]].label,
            int(tests.together[row]),
            int(tests.left_events[row]),
            int(tests.right_events[row]),
            round(float(tests.expected[row]), 2),
            round(float(tests.newman[row]), 3),
            float(tests.p[row]),
            float(tests.q[row]),
            *([] if shuffled is None else [float(shuffled[row])]),
            float(baseline[row]),
            int(tests.least[row]),
            verdicts[row],
            *([_whole_verdict(analysis, int(row))] if analysis.has_own_family else []),
        )
        for row in order[:most]
    )
    noun = data.noun
    columns = (
        *("A", "B", f"{noun} together", f"{noun} with A", f"{noun} with B"),
        *("expected by coincidence", "weight", "p", "q"),
        *([] if shuffled is None else ["p by shuffles"]),
        *("p of baseline", "needed alone", "more than coincidence"),
        *([WHOLE_VERDICT] if analysis.has_own_family else []),
    )
    caption = (
        f"{len(rows):,} of {len(order):,} pairs shown. {' '.join(data.notes)} "
        f"{analysis.in_words(columns)}{_by_report(reader, analysis)}"
        f"{_baseline(tests) if query.method else ''} {_UNSHOWN}"
    )
    parameters = analysis.parameters
    if query.shuffles:
        parameters["shuffles"] = str(query.shuffles)
    layout = TableLayout(
        details=(
            *("weight", "q", "p of baseline", "needed alone", "p by shuffles", "p"),
            *(f"{noun} with B", f"{noun} with A", "expected by coincidence"),
        )
    )
    return NetworkResult(Table(columns, rows, caption, layout), analysis.network, parameters)


def _ends(analysis: NetworkAnalysis, row: int) -> frozenset[str]:
    """The IRIs of a pair."""
    actors, tests = analysis.data.actors, analysis.tests
    return frozenset((actors[tests.left[row]].iri, actors[tests.right[row]].iri))


def _whole_verdict(analysis: NetworkAnalysis, row: int) -> str:
    """What the table of all pairs says of a pair that is judged here in a family of its own."""
    actors, tests = analysis.data.actors, analysis.tests
    return analysis.table.verdict(actors[tests.left[row]].iri, actors[tests.right[row]].iri)


def _shuffled(data: BipartiteData, query: NetworkQuery) -> Floats | None:
    if not query.shuffles:
        return None
    if data.answers is not None:
        raise UsageError("Shuffles cannot be made across findings and answers.")
    return shuffled_tails(data.ties, query.shuffles, query.seed)


def _baseline(tests: PairTests) -> str:
    """How many the usual test would claim, for comparison only."""
    would = tests.baseline_claims
    return (
        f" The hypergeometric baseline, which treats all {tests.events:,} events as equally "
        f"broad, would claim {would:,}. It is shown for comparison only."
    )


def _by_report(reader: StoreReader, analysis: NetworkAnalysis) -> str:
    """Whether claims outlive the weight of long reports, where reports are known."""
    data, tests, query = analysis.data, analysis.tests, analysis.query
    usual = data.noun == "findings" and data.answers is None and tests.claimed.any()
    if not usual or sum(event in reader.reports for event in data.events) < len(data.events) / 2:
        return ""
    claims = [
        frozenset((data.actors[tests.left[row]].iri, data.actors[tests.right[row]].iri))
        for row in np.flatnonzero(tests.claimed)
    ]
    if analysis.is_whole:
        family = analysis.table.family
        still = sum(family.claims.get(pair) is True for pair in claims)
    else:
        again = set(claimed_by_report(reader, query.actors, query.selection, query.alpha))
        still = sum(pair in again for pair in claims)
    return (
        " Findings of one report share its subject: with each report counted once, "
        f"{still:,} of the {len(claims):,} pairs would still be more than coincidence."
    )


def tie_result(reader: StoreReader, analysis: NetworkAnalysis, most: int | None) -> NetworkResult:
    """The two-mode network itself: which event names which actor."""
    data = analysis.data
    graph = two_mode_network(data, reader.labels)
    graph.graph.update(analysis.network.graph)
    ties = [
        (actor.label, actor.kind, graph.nodes[event]["label"], event)
        for actor in data.actors
        for event in sorted(graph[actor.iri])
    ]
    shown = tuple(ties[:most])
    caption = (
        f"{len(shown):,} of {len(ties):,} links shown, between {len(data.actors):,} actors and "
        f"{len(data.events):,} {data.noun}. {' '.join(data.notes)} "
        f"{analysis.in_words()}"
    )
    columns = ("name", "kind", data.noun, "address")
    layout = TableLayout(details=("address", "kind"))
    return NetworkResult(Table(columns, shown, caption, layout), graph, analysis.parameters)
