"""Where things stand in a picture: computed here, so that one graph gives one picture."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

import networkx as nx

from visualisations.style import LABEL_LINE, LABEL_WIDTH, LETTER_WIDTH, node_size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from visualisations.views import View

    Places = dict[str, tuple[float, float]]
    Boxes = dict[str, tuple[float, float]]

_SEED = 7
_ROUNDS = 150
_ROOM = 110
"""Pixels of half an island's width for each thing along it."""

_PUSHES = 200
"""Rounds in which boxes that overlap are pushed apart; most pictures need far fewer."""

_GAP = 14
"""Pixels between two boxes."""

_BETWEEN = 90
"""Pixels between two islands."""

_BREADTH = 1.6
"""Wished width of a picture, its height being 1: that of a screen."""


def positions(view: View) -> dict[str, tuple[int, int]]:
    """Place the things of a view so that no name covers another.

    Every island (things tied to each other and to none outside) is laid out by attraction and
    repulsion (Fruchterman and Reingold 1991); names that overlap are pushed apart; the islands
    then stand in rows, the largest first. Pairs pull alike, however many findings they share: the
    width of a line says that already.

    Returns:
        For each IRI its place in whole pixels.
    """
    boxes = _boxes(view)
    drawn: nx.Graph[str] = nx.Graph()
    drawn.add_nodes_from(thing.iri for thing in view.things)
    drawn.add_edges_from((pair.one.iri, pair.other.iri) for pair in view.pairs)
    order = {iri: index for index, iri in enumerate(drawn)}
    islands = [sorted(island, key=order.__getitem__) for island in nx.connected_components(drawn)]
    islands.sort(key=lambda island: (-len(island), order[island[0]]))
    placed = [_island(drawn, island, boxes) for island in islands]
    return {iri: (round(x), round(y)) for iri, (x, y) in _rows(placed, boxes).items()}


def _boxes(view: View) -> Boxes:
    """Width and height that each thing takes with its name, in pixels, by a generous estimate."""
    most = max(thing.findings for thing in view.things)
    boxes = {}
    for thing in view.things:
        length = LETTER_WIDTH * len(thing.label)
        lines = ceil(1.25 * length / LABEL_WIDTH)
        shape = 2 * node_size(thing.findings, most)
        width = max(shape, min(length, LABEL_WIDTH))
        # The name hangs below the shape, which is the middle: as much room is kept above.
        boxes[thing.iri] = (width, shape + LABEL_LINE * (lines + 0.5))
    return boxes


def _island(drawn: nx.Graph[str], island: list[str], boxes: Boxes) -> Places:
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(island)
    part.add_edges_from((one, other) for one, other in drawn.edges if one in part and other in part)
    size = sqrt(len(island))
    found = nx.spring_layout(
        part, k=2 / size, iterations=_ROUNDS, scale=_ROOM * size, weight=None, seed=_SEED
    )
    places = {iri: (float(x) * _BREADTH, float(y)) for iri, (x, y) in found.items()}
    for _ in range(_PUSHES):
        if not _push(places, island, boxes):
            break
    return places


def _push(places: Places, island: list[str], boxes: Boxes) -> bool:
    """Move every two boxes that overlap apart, the shorter way; whether there were any."""
    moved = False
    for index, one in enumerate(island):
        for other in island[index + 1 :]:
            (x1, y1), (x2, y2) = places[one], places[other]
            (w1, h1), (w2, h2) = boxes[one], boxes[other]
            across = (w1 + w2) / 2 + _GAP - abs(x2 - x1)
            down = (h1 + h2) / 2 + _GAP - abs(y2 - y1)
            if across <= 1 or down <= 1:
                continue
            moved = True
            if across < down:
                step = across / 2 if x2 >= x1 else -across / 2
                places[one], places[other] = (x1 - step, y1), (x2 + step, y2)
            else:
                step = down / 2 if y2 >= y1 else -down / 2
                places[one], places[other] = (x1, y1 - step), (x2, y2 + step)
    return moved


def _rows(islands: Iterable[Places], boxes: Boxes) -> Places:
    """Set islands side by side, in rows about as wide as the picture is to be."""
    framed = [(_frame(island, boxes), island) for island in islands]
    area = sum(
        (right - left + _BETWEEN) * (low - top + _BETWEEN) for (left, top, right, low), _ in framed
    )
    widest = max(right - left for (left, _, right, _), _ in framed)
    limit = max(widest, sqrt(area * _BREADTH))
    x = y = deep = 0.0
    places: Places = {}
    for (left, top, right, low), island in framed:
        if x and x + right - left > limit:
            x, y, deep = 0.0, y + deep + _BETWEEN, 0.0
        places.update({iri: (px - left + x, py - top + y) for iri, (px, py) in island.items()})
        x += right - left + _BETWEEN
        deep = max(deep, low - top)
    return places


def _frame(island: Places, boxes: Boxes) -> tuple[float, float, float, float]:
    """Left, top, right and lower end of an island with its names."""
    spans = [(x, y, *boxes[iri]) for iri, (x, y) in island.items()]
    return (
        min(x - width / 2 for x, _, width, _ in spans),
        min(y - height / 2 for _, y, _, height in spans),
        max(x + width / 2 for x, _, width, _ in spans),
        max(y + height / 2 for _, y, _, height in spans),
    )
