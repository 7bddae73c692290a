"""How sure a role is: the network drawn again from findings that are drawn anew.

B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979):
findings are drawn with replacement, as many as there are, and each measure is taken of the network
of every draw. Between the percentiles of the draws lies what other findings of the same kind could
have given. Findings of one report share its subject, so the true range is rather wider.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from queries.measures.roles import sole_links
from queries.statistics.incidence_matrix import co_occurrences, pairs
from queries.statistics.newman import newman_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from queries.statistics.incidence_matrix import Incidence

    Network = nx.Graph[str]

LEVEL = 0.9
"""Share of the draws between the ends of a range."""


@dataclass(frozen=True, slots=True)
class MeasureRange:
    """Where a measure lies in most draws.

    Attributes:
        low: Lower end.
        high: Upper end.
        draws: Draws in which it could be measured.
    """

    low: float
    high: float
    draws: int

    def __str__(self) -> str:
        """The two ends."""
        return f"{self.low:.3g} to {self.high:.3g}"


def draw_columns(ties: Incidence, draws: int, seed: int) -> Iterator[Incidence]:
    """The matrix with its events drawn anew, with replacement, as often as asked for.

    Args:
        ties: Actors by events.
        draws: How often.
        seed: Seed of the random numbers.
    """
    generator = np.random.default_rng(seed)
    events = ties.shape[1]
    for _ in range(draws):
        yield ties[:, generator.integers(0, events, events)]


def network_of(
    ties: Incidence, names: Sequence[str], without: Collection[frozenset[str]] = ()
) -> Network:
    """The weighted network of a matrix: every pair that an event names, with Newman's weight.

    Args:
        ties: Actors by events.
        names: What each actor is called.
        without: Pairs of names that are left out.
    """
    graph: Network = nx.Graph()
    graph.add_nodes_from(names)
    left, right = pairs(len(names))
    together = co_occurrences(ties)[left, right]
    weights = newman_weights(ties)[left, right]
    for row in np.flatnonzero(together):
        ends = names[left[row]], names[right[row]]
        if frozenset(ends) not in without:
            graph.add_edge(*ends, weight=float(weights[row]))
    return graph


def range_of(values: Sequence[float]) -> MeasureRange | None:
    """The range of a measure over the draws; None if it could be measured in none."""
    measured = [value for value in values if not np.isnan(value)]
    if not measured:
        return None
    ends = np.percentile(measured, [50 * (1 - LEVEL), 50 * (1 + LEVEL)])
    return MeasureRange(float(ends[0]), float(ends[1]), len(measured))


def measure_ranges(
    networks: Iterator[Network], measure: Callable[[Network], dict[str, float]]
) -> dict[str, MeasureRange]:
    """The range of a measure of every node over some networks."""
    values: dict[str, list[float]] = {}
    for network in networks:
        for node, value in measure(network).items():
            values.setdefault(node, []).append(value)
    ranges = {node: range_of(of_node) for node, of_node in values.items()}
    return {node: of_node for node, of_node in ranges.items() if of_node}


def sole_link_shares(
    committees: Incidence, things: Incidence, draws: int, seed: int
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """In what share of the draws each thing alone joins a pair of committees.

    Args:
        committees: Committees by findings: whether a finding is the committee's.
        things: Things by the same findings: whether a finding names the thing.
        draws: How often findings are drawn anew.
        seed: Seed of the random numbers.
    """
    generator = np.random.default_rng(seed)
    findings = committees.shape[1]
    times = np.zeros(len(things), dtype=np.float64)
    for _ in range(draws):
        drawn = generator.integers(0, findings, findings)
        naming = committees[:, drawn].astype(np.int32) @ things[:, drawn].T.astype(np.int32)
        times += sole_links(naming > 0) > 0
    return np.asarray(times / draws)
