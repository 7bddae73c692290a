"""Communities of a large network: what a page shows first, and opens on a click."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from queries.measures.communities import communities
from visualisations.node_layout import positions_in_circle, push_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visualisations.node_layout import NodePositions
    from visualisations.view_model import NetworkView

GROUPED_ABOVE = 400
"""Names above which a page shows communities first."""

_RUNS = 3
_ROOM = 62
"""Pixels of a community's radius for each of its nodes along it."""


@dataclass(frozen=True, slots=True)
class NodeGroup:
    """A community.

    Attributes:
        label: The names in it that most findings have, and how many more there are.
        members: IRIs of its entities.
        x: Where its middle stands.
        y: As `x`.
        radius: Pixels that its nodes take when it is open.
    """

    label: str
    members: tuple[str, ...]
    x: int
    y: int
    radius: int


def group_nodes(
    view: NetworkView, sizes: dict[str, int], above: int = GROUPED_ABOVE
) -> tuple[tuple[NodeGroup, ...], NodePositions]:
    """The communities of a view and the position of everything in them; none of a small view.

    Args:
        view: What to group.
        sizes: Findings that name each thing.
        above: Names above which there are groups.

    Returns:
        The groups, the largest first, and the positions of all nodes, by IRI.
    """
    if len(view.entities) <= above:
        return (), {}
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(entity.iri for entity in view.entities)
    network.add_weighted_edges_from((pair.left, pair.right, pair.together) for pair in view.pairs)
    groups_of_iris = communities(network, runs=_RUNS).groups
    members = [sorted(group, key=lambda iri: (-sizes[iri], iri)) for group in groups_of_iris]
    radii = [_ROOM * sqrt(len(group)) + 40 for group in members]
    centres = _centres(network, members, radii)
    label = {entity.iri: entity.label for entity in view.entities}
    places: dict[str, tuple[int, int]] = {}
    groups = []
    for group, radius, (x, y) in zip(members, radii, centres, strict=True):
        for iri, (dx, dy) in positions_in_circle(network, group, radius).items():
            places[iri] = (round(x + dx), round(y + dy))
        name = _label([label[iri] for iri in group])
        groups.append(NodeGroup(name, tuple(group), round(x), round(y), round(radius)))
    return tuple(groups), places


def _label(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def _centres(
    network: nx.Graph[str], members: Sequence[Sequence[str]], radii: Sequence[float]
) -> list[tuple[float, float]]:
    """Middles of the communities, near those they are joined to, and never one over another."""
    group_of = {iri: number for number, group in enumerate(members) for iri in group}
    between: nx.Graph[int] = nx.Graph()
    between.add_nodes_from(range(len(members)))
    between.add_edges_from(
        (group_of[left], group_of[right])
        for left, right in network.edges
        if group_of[left] != group_of[right]
    )
    scale = sqrt(sum(radius**2 for radius in radii))
    layout = nx.spring_layout(between, iterations=100, scale=scale, seed=1, method="force")
    points = np.array([layout[number] for number in range(len(members))])
    moved = push_apart(points, np.array([(2 * radius, 2 * radius) for radius in radii]))
    return [(float(x), float(y)) for x, y in moved]
