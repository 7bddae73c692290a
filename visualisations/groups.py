"""Communities of a large network: what a page shows first, and opens on a click."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from queries.measures.communities import communities
from visualisations.layout import apart, inner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visualisations.layout import Places
    from visualisations.view_model import View

GROUPED_ABOVE = 400
"""Things above which a page shows communities first."""

_RUNS = 3
_ROOM = 62
"""Pixels of a community's radius for each of its things along it."""


@dataclass(frozen=True, slots=True)
class Group:
    """A community.

    Attributes:
        label: The names in it that most findings have, and how many more there are.
        members: IRIs of its things.
        x: Where its middle stands.
        y: As `x`.
        radius: Pixels that its things take when it is open.
    """

    label: str
    members: tuple[str, ...]
    x: int
    y: int
    radius: int


def grouped(
    view: View, sizes: dict[str, int], above: int = GROUPED_ABOVE
) -> tuple[tuple[Group, ...], Places]:
    """The communities of a view and the place of everything in them; none of a small view.

    Args:
        view: What to group.
        sizes: Findings that name each thing.
        above: Things above which there are groups.

    Returns:
        The groups, the largest first, and the places of all things, by IRI.
    """
    if len(view.things) <= above:
        return (), {}
    tied: nx.Graph[str] = nx.Graph()
    tied.add_nodes_from(thing.iri for thing in view.things)
    tied.add_weighted_edges_from((pair.one, pair.other, pair.together) for pair in view.pairs)
    found = communities(tied, runs=_RUNS).groups
    members = [sorted(group, key=lambda iri: (-sizes[iri], iri)) for group in found]
    radii = [_ROOM * sqrt(len(group)) + 40 for group in members]
    centres = _centres(tied, members, radii)
    label = {thing.iri: thing.label for thing in view.things}
    places: dict[str, tuple[int, int]] = {}
    groups = []
    for group, radius, (x, y) in zip(members, radii, centres, strict=True):
        for iri, (dx, dy) in inner(tied, group, radius).items():
            places[iri] = (round(x + dx), round(y + dy))
        name = _label([label[iri] for iri in group])
        groups.append(Group(name, tuple(group), round(x), round(y), round(radius)))
    return tuple(groups), places


def _label(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def _centres(
    tied: nx.Graph[str], members: Sequence[Sequence[str]], radii: Sequence[float]
) -> list[tuple[float, float]]:
    """Middles of the communities, near those they are tied to, and never one over another."""
    group_of = {iri: at for at, group in enumerate(members) for iri in group}
    between: nx.Graph[int] = nx.Graph()
    between.add_nodes_from(range(len(members)))
    between.add_edges_from(
        (group_of[one], group_of[other])
        for one, other in tied.edges
        if group_of[one] != group_of[other]
    )
    scale = sqrt(sum(radius**2 for radius in radii))
    found = nx.spring_layout(between, iterations=100, scale=scale, seed=1, method="force")
    points = np.array([found[at] for at in range(len(members))])
    moved = apart(points, np.array([(2 * radius, 2 * radius) for radius in radii]))
    return [(float(x), float(y)) for x, y in moved]
