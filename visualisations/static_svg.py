"""A network as a still picture for reports, with the layout, styles and names of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from visualisations.node_layout import node_positions
from visualisations.style import (
    LIGHT,
    NODE_STYLES,
    PAPER,
    QUIET,
    REGISTER,
    SOLID,
    edge_width,
    largest,
    line_colour,
    size_of,
    widest,
)
from visualisations.svg import (
    add_element,
    add_tooltip,
    drawing,
    lines,
    points,
    write_text,
)
from visualisations.text_width import width_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from visualisations.graph_facts import EntityFacts, GraphFacts
    from visualisations.view_model import NetworkView

_WIDTH, _HEIGHT, _SIDE, _TOP, _LOW = 1200, 720, 90, 84, 110
_LINE, _LETTERS, _ROOM, _GAP = 15, 13, 128, 3
_NEAREST = 1.3
_IMPORTANT = 15
"""Names that may stand on lesser shapes."""

Box = tuple[float, float, float, float]
"""Left, top, right and lower end."""


@dataclass(frozen=True, slots=True)
class _Shape:
    entity: EntityFacts
    x: float
    y: float
    size: float

    @property
    def box(self) -> Box:
        return self.x - self.size, self.y - self.size, self.x + self.size, self.y + self.size


def draw_static_network(facts: GraphFacts, view: NetworkView) -> Element:
    """What a page shows when it opens, as a drawing with its title and legend."""
    sizes = view.sizes(facts)
    shapes, scale = _shapes(view, sizes)
    root = drawing(_WIDTH, _HEIGHT, view.title)
    write_text(root, 24, 34, view.title, font_size=20, font_weight="bold")
    write_text(root, 24, 56, view.caption[0], font_size=12.5, fill=QUIET, class_="quiet")
    most = widest(view)
    for pair in view.first:
        left, right = shapes[pair.left], shapes[pair.right]
        width = edge_width(pair.together, most) * scale
        dashes = {} if pair.solid else {"stroke_dasharray": f"{4 + 2 * width:.1f} {3 + width:.1f}"}
        if pair.is_explained:
            dashes = {"stroke_dasharray": f"{max(1.5, width):.1f} {2 + 1.5 * width:.1f}"}
        add_element(
            root,
            "line",
            x1=left.x,
            y1=left.y,
            x2=right.x,
            y2=right.y,
            stroke=line_colour(pair),
            stroke_width=max(width, 0.8),
            **dashes,
        )
    order = sorted(shapes.values(), key=lambda shape: (-sizes[shape.entity.iri], shape.entity.iri))
    for shape in order:
        add_tooltip(
            draw_shape(root, shape.entity.kind, shape.x, shape.y, shape.size), shape.entity.label
        )
    _names(root, order)
    _legend(root, view)
    return root


def draw_shape(parent: Element, kind: str, x: float, y: float, size: float) -> Element:
    """Draw the shape of a kind of thing."""
    style = NODE_STYLES[kind]
    if style.shape == "dot":
        return add_element(parent, "circle", cx=x, cy=y, r=size, fill=style.colour)
    if style.shape == "square":
        box = {"x": x - size, "y": y - size, "width": 2 * size, "height": 2 * size}
        return add_element(parent, "rect", **box, fill=style.colour)
    corners = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
    if style.shape == "triangle":
        corners = [(x, y - size), (x + size, y + 0.8 * size), (x - size, y + 0.8 * size)]
    if style.shape == "triangleDown":
        corners = [(x, y + size), (x + size, y - 0.8 * size), (x - size, y - 0.8 * size)]
    return add_element(parent, "polygon", points=points(corners), fill=style.colour)


def _shapes(view: NetworkView, sizes: dict[str, int]) -> tuple[dict[str, _Shape], float]:
    """What is drawn at first, set into the picture's frame, and the scale of that."""
    drawn = {end for pair in view.first for end in (pair.left, pair.right)}
    drawn |= {view.focus} - {""}
    every = node_positions(view, sizes)
    places = {iri: every[iri] for iri in sorted(drawn)}
    left, right = (end(x for x, _ in places.values()) for end in (min, max))
    top, low = (end(y for _, y in places.values()) for end in (min, max))
    scale = min(
        (_WIDTH - 2 * _SIDE) / max(right - left, 1),
        (_HEIGHT - _TOP - _LOW - 40) / max(low - top, 1),
        _NEAREST,
    )
    middle = ((left + right) / 2, (top + low) / 2)
    centre = (_WIDTH / 2, (_TOP + _HEIGHT - _LOW + 24) / 2)
    most = largest(view, sizes)
    entity = {entity.iri: entity for entity in view.entities}
    return {
        iri: _Shape(
            entity[iri],
            centre[0] + (x - middle[0]) * scale,
            centre[1] + (y - middle[1]) * scale,
            size_of(entity[iri], sizes, most) * scale,
        )
        for iri, (x, y) in places.items()
    }, scale


def _names(root: Element, shapes: Sequence[_Shape]) -> None:
    """Write as many names as fit without covering one another, the most important first."""
    forms, taken = [shape.box for shape in shapes], list[Box]()
    for index, shape in enumerate(shapes):
        for obstacles in ([*taken, *forms], [*taken, *forms[:index]]):
            if free := _free(shape, obstacles):
                box, broken = free
                taken.append(box)
                _write(root, box, broken)
                break
            if index >= _IMPORTANT:
                break


def _free(shape: _Shape, obstacles: Sequence[Box]) -> tuple[Box, list[str]] | None:
    """Where a name has room: the whole of it, or its abbreviation; below, above or beside."""
    for text in filter(None, (shape.entity.label, shape.entity.short)):
        broken = lines(text, _ROOM)
        width, height = max(width_of(line, _LETTERS) for line in broken), len(broken) * _LINE
        away = shape.size + _GAP
        for left, top in (
            (shape.x - width / 2, shape.y + away),
            (shape.x - width / 2, shape.y - away - height),
            (shape.x + away, shape.y - height / 2),
            (shape.x - away - width, shape.y - height / 2),
        ):
            box = (left, top, left + width, top + height)
            inside = (
                left > 0 and top > _TOP - 20 and box[2] < _WIDTH and box[3] < _HEIGHT - _LOW + 40
            )
            if inside and not any(_overlap(box, obstacle) for obstacle in obstacles):
                return box, broken
    return None


def _overlap(box: Box, obstacle: Box) -> bool:
    across = box[0] < obstacle[2] and obstacle[0] < box[2]
    return across and box[1] < obstacle[3] and obstacle[1] < box[3]


def _write(root: Element, box: Box, broken: Sequence[str]) -> None:
    for index, line in enumerate(broken):
        write_text(
            root,
            (box[0] + box[2]) / 2,
            box[1] + 12 + index * _LINE,
            line,
            text_anchor="middle",
            font_size=_LETTERS,
            stroke=PAPER,
            stroke_width=3.5,
            stroke_linejoin="round",
            paint_order="stroke",
        )


def _legend(root: Element, view: NetworkView) -> None:
    y, x = _HEIGHT - 44, 24.0
    shown = [kind for kind in view.kinds if kind not in view.opening.hidden]
    for kind in shown:
        draw_shape(root, kind, x + 8, y, 8)
        write_text(root, x + 22, y + 5, NODE_STYLES[kind].meaning)
        x += 44 + width_of(NODE_STYLES[kind].meaning, _LETTERS)
    y, x = _HEIGHT - 18, 24.0
    solid, light = view.line_meanings
    explained = [(REGISTER, "4 6", "the register explains it")]
    shown_lines = [(SOLID, "", solid), (LIGHT, "6 4", light)]
    shown_lines += explained if any(pair.is_explained for pair in view.first) else []
    for colour, dashes, meaning in shown_lines:
        line = add_element(root, "line", x1=x, x2=x + 34, y1=y, y2=y, stroke=colour, stroke_width=3)
        if dashes:
            line.set("stroke-dasharray", dashes)
        write_text(root, x + 42, y + 5, meaning)
        x += 66 + width_of(meaning, _LETTERS)
    write_text(root, x, y + 5, "size and width: number of findings")
