"""What part each actor plays in a network, with a sentence on what that means.

Betweenness: L. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40
(1977). Constraint and effective size: R. Burt, "Structural Holes" (1992). Cores: S. Seidman,
"Network structure and minimum degree", Social Networks 5 (1983).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from queries.statistics.burt import constraints

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.statistics.incidence_matrix import Incidence, Whole

    Network = nx.Graph[str]


@dataclass(frozen=True, slots=True)
class Role:
    """The place of one actor in a network.

    Attributes:
        degree: Others it is tied to.
        strength: Sum of the weights of its ties.
        betweenness: Shortest routes between two others that go through it; equally short ones
            count in parts.
        constraint: How far its ties lead back to one another: low for a broker, high for a member
            of a closed group. None without ties.
        effective_size: Others it is tied to, less how much they are tied among themselves.
        core: Largest k for which it belongs to a part in which everybody has k ties.
        cut_point: Whether the network falls into more parts without it.
    """

    degree: int
    strength: float
    betweenness: float
    constraint: float | None
    effective_size: float | None
    core: int
    cut_point: bool


def roles(network: Network, weight: str | None = "weight") -> dict[str, Role]:
    """The role of every node.

    Args:
        network: An undirected graph without loops.
        weight: Edge attribute that says how strong a tie is, for strength, constraint and
            effective size; all ties alike where None. Betweenness and cores take all ties alike.
    """
    between = betweenness(network)
    constrained = constraint(network, weight)
    size = nx.effective_size(network, weight=weight)
    cores = nx.core_number(network)
    cuts = set(nx.articulation_points(network))
    return {
        node: Role(
            degree=int(network.degree(node)),
            strength=float(network.degree(node, weight=weight)),
            betweenness=float(between[node]),
            constraint=_number_or_none(constrained[node]),
            effective_size=_number_or_none(size[node]),
            core=int(cores[node]),
            cut_point=node in cuts,
        )
        for node in network
    }


def betweenness(network: Network) -> dict[str, float]:
    """Shortest routes between two others that go through each node; all ties alike."""
    between: dict[str, float] = nx.betweenness_centrality(network, normalized=False)
    return between


def constraint(network: Network, weight: str | None = "weight") -> dict[str, float]:
    """Burt's constraint of each node; not a number for one without ties."""
    nodes = list(network)
    weights = nx.to_numpy_array(network, nodes, weight=weight or "")
    values = constraints(weights)
    return dict(zip(nodes, values.tolist(), strict=True))


def _number_or_none(value: float) -> float | None:
    return None if isnan(value) else float(value)


def sole_links(committees: Incidence) -> Whole:
    """Pairs of committees that an actor alone joins, for each actor.

    Args:
        committees: Committees by actors: whether a committee's findings name the actor.
    """
    joined = committees.astype(np.int64)
    shared = joined @ joined.T
    left, right = np.triu_indices(len(committees), 1)
    alone = shared[left, right] == 1
    both = committees[left[alone]] & committees[right[alone]]
    return np.asarray(both.sum(axis=0), dtype=np.int64)


def meaning(role: Role, others: int, median: Mapping[str, float], links: int) -> str:
    """What a role means for a department or an initiative, in plain words.

    Args:
        role: The role.
        others: Number of other actors in the network.
        median: Median of each measure over the network, by the name of the attribute.
        links: Pairs of committees that the actor alone joins.
    """
    if not role.degree:
        return "Not named together with any other here."
    clauses = [f"Named together with {role.degree} of {others} others"]
    if role.cut_point:
        clauses.append("some of them reach the rest through it alone")
    if role.constraint is not None and role.betweenness > median["betweenness"]:
        if role.constraint < median["constraint"]:
            clauses.append("it stands between others that are seldom named together: a broker")
        else:
            clauses.append("it lies on many short routes within a group often named together")
    elif role.constraint is not None and role.constraint > median["constraint"]:
        clauses.append("those named with it are mostly named with each other too")
    if links:
        pairs = "one pair of committees" if links == 1 else f"{links} pairs of committees"
        clauses.append(f"it is the only thing that joins {pairs}")
    return f"{'; '.join(clauses)}."


def medians(by_actor: Mapping[str, Role]) -> dict[str, float]:
    """Median of each measure that `meaning` compares with."""
    return {
        name: float(np.median(values)) if values else 0.0
        for name, values in (
            ("betweenness", [role.betweenness for role in by_actor.values()]),
            ("constraint", [r.constraint for r in by_actor.values() if r.constraint is not None]),
        )
    }
