"""Where nodes stand in a picture: computed here, so that one graph gives one picture."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import numpy.typing as npt

from visualisations.style import LABEL_LINE, LABEL_WIDTH, LETTER_WIDTH, largest, size_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visualisations.view_model import DrawnPair, NetworkView

NodePositions = dict[str, tuple[int, int]]
"""Whole pixels by IRI."""

FloatPositions = dict[str, tuple[float, float]]
"""Pixels by IRI."""

Points = npt.NDArray[np.float64]
"""Rows of x and y, in pixels."""

_SEED = 7
_MOST_SPRINGS = 300
"""Nodes above which a community is laid out on a spiral."""

_MOST_KAMADA_KAWAI = 100
"""Nodes of an island above which the method of Kamada and Kawai takes too long."""

_ROUNDS = 300
_PUSHES = 300
"""Rounds in which boxes that overlap are pushed apart; most pictures need far fewer."""

_LOOSEN_EACH, _LOOSER = 12, 1.05
"""Every so many rounds all is spread by so much, or a crowd would be pushed to and fro."""

_ROOM = 42
"""Pixels of half an island's width for each node along it, before names are pushed apart."""

_GAP = 10
"""Pixels between two boxes."""

_BETWEEN = 60
"""Pixels between two islands."""

_BREADTH = 1.75
"""Wished width of a picture, its height being 1: that of a screen."""


def node_positions(view: NetworkView, sizes: dict[str, int]) -> NodePositions:
    """Place the nodes of a view so that no name covers another.

    What is drawn at first is laid out first, island by island (nodes joined to each other and to
    none outside): so that distances are near the numbers of steps (Kamada and Kawai 1989), or by
    attraction and repulsion (Fruchterman and Reingold 1991) where an island is large. Then names
    that overlap are pushed apart, and the islands are set in rows, the largest first. What is not
    drawn at first goes round it, each beside what it is most often named with.

    Args:
        view: What to place.
        sizes: Findings that name each entity.

    Returns:
        For each IRI its position in whole pixels.
    """
    if view.name == "path":
        return _columns(view)
    boxes = _boxes(view, sizes)
    drawn: nx.Graph[str] = nx.Graph()
    drawn.add_edges_from((pair.left, pair.right) for pair in view.first)
    if view.focus:
        drawn.add_node(view.focus)
    order = {entity.iri: index for index, entity in enumerate(view.entities)}
    islands = [sorted(island, key=order.__getitem__) for island in nx.connected_components(drawn)]
    islands.sort(key=lambda island: (-len(island), order[island[0]]))
    placed = _rows([_island(drawn, island, boxes) for island in islands], boxes)
    placed = _around(placed, view)
    return {iri: (round(x), round(y)) for iri, (x, y) in placed.items()}


def _columns(view: NetworkView) -> NodePositions:
    """A column for every number of steps from the focus; where the route ends, the last one."""
    network: nx.Graph[str] = nx.Graph((pair.left, pair.right) for pair in view.pairs)
    steps = dict(nx.single_source_shortest_path_length(network, view.focus))
    between = [step for iri, step in steps.items() if iri != view.goal]
    steps[view.goal] = max(between) + 1
    positions = {}
    for step in range(steps[view.goal] + 1):
        column = [entity.iri for entity in view.entities if steps[entity.iri] == step]
        for index, iri in enumerate(column):
            positions[iri] = (step * 330, round((index - (len(column) - 1) / 2) * 80))
    return positions


def _boxes(view: NetworkView, sizes: dict[str, int]) -> FloatPositions:
    """Width and height that each node takes with its name, in pixels, by a generous estimate."""
    most = largest(view, sizes)
    boxes = {}
    for entity in view.entities:
        length = LETTER_WIDTH * len(entity.label)
        lines = ceil(1.15 * length / LABEL_WIDTH)
        shape = 2 * size_of(entity, sizes, most)
        # The name hangs below the shape, which is the middle: as much room is kept above.
        width = max(shape, min(length, LABEL_WIDTH))
        boxes[entity.iri] = (width, shape + LABEL_LINE * (lines + 0.5))
    return boxes


def _island(drawn: nx.Graph[str], island: Sequence[str], boxes: FloatPositions) -> FloatPositions:
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(island)
    part.add_edges_from((left, right) for left, right in drawn.edges if left in part)
    size = sqrt(len(island))
    scale = _ROOM * size
    layout = (
        nx.kamada_kawai_layout(part, weight=None, scale=scale)
        if len(island) <= _MOST_KAMADA_KAWAI
        else nx.spring_layout(
            part, k=1.6 / size, iterations=_ROUNDS, scale=scale, weight=None, seed=_SEED
        )
    )
    points = np.array([layout[iri] for iri in island]) * (_BREADTH, 1)
    points = push_apart(points, np.array([boxes[iri] for iri in island]))
    return {iri: (float(x), float(y)) for iri, (x, y) in zip(island, points, strict=True)}


def positions_in_circle(
    network: nx.Graph[str], group: Sequence[str], radius: float
) -> FloatPositions:
    """Positions round a middle: by attraction and repulsion, or on a spiral where they are many.

    Args:
        network: The whole network.
        group: Nodes to place, the most important first.
        radius: Pixels from the middle within which they stand.
    """
    if len(group) > _MOST_SPRINGS:
        turn = np.pi * (3 - sqrt(5))
        return {
            iri: (
                float(radius * sqrt((index + 0.5) / len(group)) * np.cos(turn * index)),
                float(radius * sqrt((index + 0.5) / len(group)) * np.sin(turn * index)),
            )
            for index, iri in enumerate(group)
        }
    part = network.subgraph(group)
    layout = nx.spring_layout(
        part, k=1.6 / sqrt(len(group)), iterations=60, scale=radius, weight=None, seed=_SEED
    )
    return {iri: (float(layout[iri][0]), float(layout[iri][1])) for iri in group}


def push_apart(points: Points, boxes: Points) -> Points:
    """Move boxes that overlap apart, each the shorter way, until none do.

    Args:
        points: Middles of the boxes.
        boxes: Their widths and heights.
    """
    points = points.copy()
    need = (boxes[:, None] + boxes[None]) / 2 + _GAP
    upper = np.triu(np.ones((len(points), len(points)), dtype=np.bool_), 1)
    for push in range(_PUSHES):
        if push % _LOOSEN_EACH == _LOOSEN_EACH - 1:
            points *= _LOOSER
        gaps = points[None] - points[:, None]
        missing = need - np.abs(gaps)
        left, right = np.nonzero(upper & (missing > 1).all(axis=2))
        if not len(left):
            break
        lack, gap = missing[left, right], gaps[left, right]
        across = lack[:, 0] < lack[:, 1]
        step = np.where(np.stack([across, ~across], axis=1), lack / 2, 0)
        step = np.where(gap >= 0, step, -step)
        np.add.at(points, left, -step)
        np.add.at(points, right, step)
    return points


def _rows(islands: Sequence[FloatPositions], boxes: FloatPositions) -> FloatPositions:
    """Set islands side by side, in the rows that fill a screen best."""
    framed = [(_frame(island, boxes), island) for island in islands]
    widths = np.cumsum([right - left + _BETWEEN for (left, _, right, _), _ in framed])
    tried = [_in_rows(framed, float(limit)) for limit in widths]
    return min(tried, key=_extent, default={})


def _extent(places: FloatPositions) -> float:
    """How wide a screen must be to hold the places."""
    points = np.array(list(places.values()))
    across, down = points.max(axis=0) - points.min(axis=0)
    return float(max(across, down * _BREADTH))


def _in_rows(
    framed: Sequence[tuple[tuple[float, float, float, float], FloatPositions]],
    limit: float,
) -> FloatPositions:
    """Set framed islands in rows that are not wider than a limit, but for one alone."""
    x = y = deep = 0.0
    places: FloatPositions = {}
    for (left, top, right, low), island in framed:
        if x and x + right - left > limit:
            x, y, deep = 0.0, y + deep + _BETWEEN, 0.0
        places |= {iri: (px - left + x, py - top + y) for iri, (px, py) in island.items()}
        x += right - left + _BETWEEN
        deep = max(deep, low - top)
    return places


def _frame(island: FloatPositions, boxes: FloatPositions) -> tuple[float, float, float, float]:
    """Left, top, right and lower end of an island with its names."""
    spans = [(x, y, *boxes[iri]) for iri, (x, y) in island.items()]
    return (
        min(x - width / 2 for x, _, width, _ in spans),
        min(y - height / 2 for _, y, _, height in spans),
        max(x + width / 2 for x, _, width, _ in spans),
        max(y + height / 2 for _, y, _, height in spans),
    )


def _around(
    placed: FloatPositions,
    view: NetworkView,
) -> FloatPositions:
    """Set what is not drawn at first on rings outside, in the direction of its strongest line."""
    waiting = [entity.iri for entity in view.entities if entity.iri not in placed]
    if not waiting:
        return placed
    points = np.array(list(placed.values()) or [(0.0, 0.0)])
    middle = (points.max(axis=0) + points.min(axis=0)) / 2
    reach = (points.max(axis=0) - points.min(axis=0)) / 2 + 160
    nearest = _nearest(view.pairs, placed, set(waiting))
    toward = {
        iri: float(np.arctan2(*(np.array(placed[nearest[iri]]) - middle)[::-1] / reach[::-1]))
        if iri in nearest
        else 0.0
        for iri in waiting
    }
    ring, on_ring, places = 0, 0, dict(placed)
    for iri in sorted(waiting, key=lambda iri: (toward[iri], iri)):
        room = max(1, int(2 * np.pi * (reach.mean() + 130 * ring) / (LABEL_WIDTH + 30)))
        if on_ring >= room:
            ring, on_ring = ring + 1, 0
        angle = 2 * np.pi * on_ring / room - np.pi
        x, y = middle + (reach + 130 * ring) * (np.cos(angle), np.sin(angle))
        places[iri], on_ring = (float(x), float(y)), on_ring + 1
    return places


def _nearest(
    pairs: Sequence[DrawnPair], placed: FloatPositions, waiting: set[str]
) -> dict[str, str]:
    """For each node that waits, what is placed and most often named with it."""
    nearest: dict[str, str] = {}
    for pair in sorted(pairs, key=lambda pair: -pair.together):
        for left, right in ((pair.left, pair.right), (pair.right, pair.left)):
            if left in waiting and right in placed:
                nearest.setdefault(left, right)
    return nearest
