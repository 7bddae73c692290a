"""The analyses behind `joinedup network`: what is asked, and pairs held against chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graph.errors import UsageError
from queries.measures.graphs import network, two_mode_network
from queries.measures.network_result import NetworkResult
from queries.measures.projection import project
from queries.result_tables import Table
from queries.statistics.curveball import shuffled_tails
from queries.statistics.significance import ALPHA, across_tests, chance_in_words, pair_tests

if TYPE_CHECKING:
    from queries.measures.bipartite_data import BipartiteData
    from queries.measures.graphs import Network
    from queries.measures.selection import Selection
    from queries.measures.store_reader import StoreReader
    from queries.statistics.incidence_matrix import Floats
    from queries.statistics.significance import PairTests

_UNSHOWN = (
    "A pair not shown is not shown; that is not to say that it has no connection. Being named "
    "together is not working together."
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
        claimed: Whether only pairs claimed to be beyond chance are in the network.
        seed: First seed of everything random.
        runs: Runs of the search for communities.
        shuffles: Shuffles for a second opinion on every pair.
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

    def __post_init__(self) -> None:
        """Refuse a share that is none.

        Raises:
            UsageError: If `alpha` is not between 0 and 1.
        """
        if not 0 < self.alpha < 1:
            raise UsageError("The share of wrong claims must lie between 0 and 1.")


@dataclass(frozen=True, slots=True)
class NetworkAnalysis:
    """Two-mode data with the tests of its pairs and the network they make."""

    asked: NetworkQuery
    data: BipartiteData
    tests: PairTests
    network: Network

    @property
    def parameters(self) -> dict[str, str]:
        """What was asked for, as text."""
        return dict(self.network.graph["parameters"])


def analyse(reading: StoreReader, asked: NetworkQuery) -> NetworkAnalysis:
    """Read, test and tie.

    Raises:
        UsageError: If nothing is left of what was selected.
    """
    data = project(reading, asked.actors, asked.selection, asked.events)
    tests = every_test(data, asked.alpha)
    parameters = {
        **data.parameters,
        "alpha": f"{asked.alpha:g}",
        "least": str(asked.least),
        **({"only": "claimed pairs"} if asked.claimed else {}),
        "seed": str(asked.seed),
    }
    graph = network(data, tests, parameters, least=asked.least, claimed=asked.claimed)
    return NetworkAnalysis(asked, data, tests, graph)


def every_test(data: BipartiteData, alpha: float) -> PairTests:
    """The tests of every pair of two-mode data."""
    if data.answers is None:
        return pair_tests(data.ties, alpha=alpha, documents=data.documents)
    return across_tests(data.ties, data.answers, alpha=alpha, documents=data.documents)


def pair_result(reading: StoreReader, found: NetworkAnalysis, most: int | None) -> NetworkResult:
    """Every pair of the network with its chance, the least likely first."""
    data, tests, asked = found.data, found.tests, found.asked
    kept = np.flatnonzero(
        (tests.together >= asked.least) & (tests.claimed if asked.claimed else True)
    )
    order = kept[np.lexsort((-tests.together[kept], tests.p[kept]))]
    shuffled = _shuffled(data, asked)
    own = data.named.sum(axis=1)
    rows = tuple(
        (
            data.actors[tests.one[at]].label,
            data.actors[tests.other[at]].label,
            int(tests.together[at]),
            int(own[tests.one[at]]),
            int(own[tests.other[at]]),
            round(float(tests.expected[at]), 2),
            round(float(tests.newman[at]), 3),
            float(tests.p[at]),
            float(tests.q[at]),
            *([] if shuffled is None else [float(shuffled[at])]),
            float(tests.baseline[at]),
            int(tests.least[at]),
            "yes" if tests.claimed[at] else "no",
        )
        for at in order[:most]
    )
    noun = data.noun
    columns = (
        *("one", "other", f"{noun} together", f"{noun} with one", f"{noun} with other"),
        *("expected by chance", "weight", "p", "q"),
        *([] if shuffled is None else ["p by shuffles"]),
        *("p of baseline", "needed alone", "beyond chance"),
    )
    caption = (
        f"{len(rows):,} of {len(order):,} pairs shown. {' '.join(data.notes)} "
        f"{chance_in_words(tests, noun)}{_by_report(reading, found)}{_baseline(tests)} {_UNSHOWN}"
    )
    parameters = found.parameters
    if asked.shuffles:
        parameters["shuffles"] = str(asked.shuffles)
    return NetworkResult(Table(columns, rows, caption), found.network, parameters)


def _shuffled(data: BipartiteData, asked: NetworkQuery) -> Floats | None:
    if not asked.shuffles:
        return None
    if data.answers is not None:
        raise UsageError("Shuffles cannot be made across findings and answers.")
    return shuffled_tails(data.ties, asked.shuffles, asked.seed)


def _baseline(tests: PairTests) -> str:
    """How many the usual test would claim, to show that it is no evidence."""
    would = tests.baseline_claims
    return (
        f" The hypergeometric baseline, which takes all {tests.events:,} events for equally broad, "
        f"would claim {would:,}; it is given for comparison and is no evidence."
    )


def _by_report(reading: StoreReader, found: NetworkAnalysis) -> str:
    """Whether claims outlive the weight of long reports, where reports are known."""
    data, tests = found.data, found.tests
    usual = data.noun == "findings" and data.answers is None and tests.claimed.any()
    if not usual or sum(one in reading.reports for one in data.events) < len(data.events) / 2:
        return ""
    asked = found.asked
    coarse = project(reading, asked.actors, asked.selection, "reports")
    again = pair_tests(coarse.ties, alpha=asked.alpha, documents=coarse.documents)
    names = [actor.iri for actor in coarse.actors]
    kept = {
        frozenset((names[one], names[other]))
        for one, other in zip(again.one[again.claimed], again.other[again.claimed], strict=True)
    }
    claimed = np.flatnonzero(tests.claimed)
    same = sum(
        frozenset((data.actors[tests.one[at]].iri, data.actors[tests.other[at]].iri)) in kept
        for at in claimed
    )
    return (
        f" Findings of one report share its subject: with each of {len(coarse.events):,} known "
        f"reports counted once, {same:,} of the {len(claimed):,} pairs would still be claimed."
    )


def tie_result(reading: StoreReader, found: NetworkAnalysis, most: int | None) -> NetworkResult:
    """The two-mode network itself: which event names which actor."""
    data = found.data
    graph = two_mode_network(data, reading.labels)
    graph.graph.update(found.network.graph)
    ties = [
        (actor.label, actor.kind, graph.nodes[event]["label"], event)
        for actor in data.actors
        for event in sorted(graph[actor.iri])
    ]
    shown = tuple(ties[:most])
    caption = (
        f"{len(shown):,} of {len(ties):,} ties shown, between {len(data.actors):,} actors and "
        f"{len(data.events):,} {data.noun}. {' '.join(data.notes)} "
        f"{chance_in_words(found.tests, data.noun)}"
    )
    columns = ("name", "kind", data.noun, "address")
    return NetworkResult(Table(columns, shown, caption), graph, found.parameters)
