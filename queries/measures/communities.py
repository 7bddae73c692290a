"""Communities: parts of a network tied more within than chance would have it, and how surely.

V. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast unfolding of communities in large
networks", Journal of Statistical Mechanics P10008 (2008). The method starts in random order, so it
is run from many seeds; the agreement between the runs says how much of the result is the data's.
Leiden's method can be had in its place, and is then held against Louvain's.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import numpy.typing as npt

from queries.measures.leiden import leiden_partition

if TYPE_CHECKING:
    from collections.abc import Sequence

    Network = nx.Graph[str]
    Partition = tuple[frozenset[str], ...]

ALGORITHMS = ("louvain", "leiden")
"""How communities can be searched for."""

CLEAR = 0.8
"""Agreement below which communities should not be relied on."""


@dataclass(frozen=True, slots=True)
class Communities:
    """The best of many runs.

    Attributes:
        groups: The communities, the largest first.
        modularity: Share of ties within communities, less what chance would put there.
        agreement: Mean adjusted Rand index between the runs: 1 if all agree, about 0 if no more
            than by chance.
        outward: E-I index: ties between communities less those within, as a share of all.
        runs: Number of runs.
        seed: Seed of the first run; each run has the next.
        algorithm: How they were searched for, one of `ALGORITHMS`.
    """

    groups: Partition
    modularity: float
    agreement: float
    outward: float
    runs: int
    seed: int
    algorithm: str = ALGORITHMS[0]

    def group_of(self) -> dict[str, int]:
        """The number of each node's community, from 1."""
        return {node: number for number, group in enumerate(self.groups, start=1) for node in group}


def communities(
    network: Network,
    *,
    runs: int = 20,
    seed: int = 1,
    weight: str | None = "weight",
    algorithm: str = ALGORITHMS[0],
) -> Communities:
    """Find communities from many seeds; of equally good runs the first counts.

    Args:
        network: An undirected graph with at least one tie.
        runs: Number of seeds.
        seed: The first seed.
        weight: Edge attribute that says how strong a tie is; all alike where None.
        algorithm: One of `ALGORITHMS`.

    Raises:
        UsageError: If the algorithm needs a package that is not installed.
    """
    partitions = [_ordered(network, weight, seed + run, algorithm) for run in range(runs)]
    scores = [
        nx.community.modularity(network, [set(group) for group in groups], weight=weight)
        for groups in partitions
    ]
    best = partitions[int(np.argmax(np.round(scores, 12)))]
    return Communities(
        groups=best,
        modularity=float(max(scores)),
        agreement=_agreement(sorted(network), partitions),
        outward=_outward(network, best, weight),
        runs=runs,
        seed=seed,
        algorithm=algorithm,
    )


def agreement_of(left: Communities, right: Communities) -> float:
    """Adjusted Rand index between the best of two searches of one network."""
    nodes = sorted(left.group_of())
    return _agreement(nodes, (left.groups, right.groups))


def _ordered(network: Network, weight: str | None, seed: int, algorithm: str) -> Partition:
    groups = (
        leiden_partition(network, weight, seed)
        if algorithm == "leiden"
        else nx.community.louvain_communities(network, weight=weight, seed=seed)
    )
    return tuple(
        frozenset(group)
        for group in sorted(groups, key=lambda members: (-len(members), sorted(members)))
    )


def _agreement(nodes: Sequence[str], partitions: Sequence[Partition]) -> float:
    labels = []
    for groups in partitions:
        group_of = {node: number for number, group in enumerate(groups) for node in group}
        labels.append(np.array([group_of[node] for node in nodes]))
    indices = [adjusted_rand(left, right) for left, right in combinations(labels, 2)]
    return float(np.mean(indices)) if indices else 1.0


def adjusted_rand(left: npt.NDArray[np.intp], right: npt.NDArray[np.intp]) -> float:
    """Agreement of two partitions beyond chance (L. Hubert, P. Arabie, 1985).

    Args:
        left: Number of the group of each member.
        right: The same in the other partition.
    """
    table = np.zeros((left.max() + 1, right.max() + 1), dtype=np.float64)
    np.add.at(table, (left, right), 1)
    together = _pairs(table).sum()
    rows, columns = _pairs(table.sum(axis=1)).sum(), _pairs(table.sum(axis=0)).sum()
    by_chance = rows * columns / max(1.0, float(_pairs(np.array(float(len(left))))))
    most = (rows + columns) / 2
    return 1.0 if most == by_chance else float((together - by_chance) / (most - by_chance))


def _pairs(counts: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.asarray(counts * (counts - 1) / 2)


def _outward(network: Network, groups: Partition, weight: str | None) -> float:
    group_of = {node: number for number, group in enumerate(groups) for node in group}
    ties = [
        (float(data.get(weight, 1)) if weight else 1.0, group_of[left] != group_of[right])
        for left, right, data in network.edges(data=True)
    ]
    every = sum(strength for strength, _ in ties)
    across = sum(strength for strength, leaves in ties if leaves)
    return (across - (every - across)) / every if every else 0.0
