"""What `joinedup network` shows of a network: its pairs with their figures, or all its links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graph.errors import UsageError
from queries.cooccurrence.pair_table import claimed_by_report
from queries.measures.graphs import two_mode_network
from queries.measures.network_analysis import WHOLE_VERDICT
from queries.measures.network_result import NetworkResult
from queries.result_tables import Table
from queries.statistics.curveball import shuffled_tails
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from queries.measures.bipartite_data import BipartiteData
    from queries.measures.network_analysis import NetworkAnalysis, NetworkQuery
    from queries.measures.store_reader import StoreReader
    from queries.statistics.incidence_matrix import Floats
    from queries.statistics.significance import PairTests

_UNSHOWN = (
    "A pair that is not shown may still be connected. Being named together does not mean working "
    "together."
)


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
            *_figures(data, tests, int(row)),
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


def _figures(data: BipartiteData, tests: PairTests, row: int) -> tuple[str | int | float, ...]:
    """The names of a pair, how often each is named, and how surprising that is."""
    return (
        data.actors[tests.left[row]].label,
        data.actors[tests.right[row]].label,
        int(tests.together[row]),
        int(tests.left_events[row]),
        int(tests.right_events[row]),
        round(float(tests.expected[row]), 2),
        round(float(tests.newman[row]), 3),
        float(tests.p[row]),
        float(tests.q[row]),
    )


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
