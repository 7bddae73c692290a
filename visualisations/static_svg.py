"""A network as a still picture for reports, with the layout, looks and names of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from visualisations.layout import positions
from visualisations.style import (
    LIGHT,
    LOOKS,
    PAPER,
    QUIET,
    SOLID,
    edge_width,
    largest,
    size_of,
    widest,
)
from visualisations.svg import add, drawing, lines, points, told, width_of, write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from visualisations.facts import Facts, Thing
    from visualisations.view_model import View

_WIDTH, _HEIGHT, _SIDE, _TOP, _LOW = 1200, 720, 90, 84, 110
_LINE, _LETTERS, _ROOM, _GAP = 15, 13, 128, 3
_NEAREST = 1.3
_IMPORTANT = 15
"""Names that may stand on lesser shapes."""

Box = tuple[float, float, float, float]
"""Left, top, right and lower end."""


@dataclass(frozen=True, slots=True)
class _Shape:
    thing: Thing
    x: float
    y: float
    size: float

    @property
    def box(self) -> Box:
        return self.x - self.size, self.y - self.size, self.x + self.size, self.y + self.size


def still(facts: Facts, view: View) -> Element:
    """What a page shows when it opens, as a drawing with its title and legend."""
    sizes = view.sizes(facts)
    shapes, scale = _shapes(view, sizes)
    root = drawing(_WIDTH, _HEIGHT, view.title)
    write(root, 24, 34, view.title, font_size=20, font_weight="bold")
    write(root, 24, 56, view.caption[0], font_size=12.5, fill=QUIET, class_="quiet")
    most = widest(view)
    for pair in view.first:
        one, other = shapes[pair.one], shapes[pair.other]
        width = edge_width(pair.together, most) * scale
        dashes = {} if pair.beyond else {"stroke_dasharray": f"{4 + 2 * width:.1f} {3 + width:.1f}"}
        add(
            root,
            "line",
            x1=one.x,
            y1=one.y,
            x2=other.x,
            y2=other.y,
            stroke=SOLID if pair.beyond else LIGHT,
            stroke_width=max(width, 0.8),
            **dashes,
        )
    order = sorted(shapes.values(), key=lambda shape: (-sizes[shape.thing.iri], shape.thing.iri))
    for shape in order:
        told(draw_shape(root, shape.thing.kind, shape.x, shape.y, shape.size), shape.thing.label)
    _names(root, order)
    _legend(root, view)
    return root


def draw_shape(parent: Element, kind: str, x: float, y: float, size: float) -> Element:
    """Draw the shape of a kind of thing."""
    look = LOOKS[kind]
    if look.shape == "dot":
        return add(parent, "circle", cx=x, cy=y, r=size, fill=look.colour)
    if look.shape == "square":
        box = {"x": x - size, "y": y - size, "width": 2 * size, "height": 2 * size}
        return add(parent, "rect", **box, fill=look.colour)
    corners = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
    if look.shape == "triangle":
        corners = [(x, y - size), (x + size, y + 0.8 * size), (x - size, y + 0.8 * size)]
    return add(parent, "polygon", points=points(corners), fill=look.colour)


def _shapes(view: View, sizes: dict[str, int]) -> tuple[dict[str, _Shape], float]:
    """What is drawn at first, set into the picture's frame, and the scale of that."""
    drawn = {end for pair in view.first for end in (pair.one, pair.other)}
    drawn |= {view.focus} - {""}
    every = positions(view, sizes)
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
    thing = {thing.iri: thing for thing in view.things}
    return {
        iri: _Shape(
            thing[iri],
            centre[0] + (x - middle[0]) * scale,
            centre[1] + (y - middle[1]) * scale,
            size_of(thing[iri], sizes, most) * scale,
        )
        for iri, (x, y) in places.items()
    }, scale


def _names(root: Element, shapes: Sequence[_Shape]) -> None:
    """Write as many names as fit without covering one another, the most important first."""
    forms, taken = [shape.box for shape in shapes], list[Box]()
    for index, shape in enumerate(shapes):
        for obstacles in ([*taken, *forms], [*taken, *forms[:index]]):
            if found := _free(shape, obstacles):
                box, broken = found
                taken.append(box)
                _write(root, box, broken)
                break
            if index >= _IMPORTANT:
                break


def _free(shape: _Shape, obstacles: Sequence[Box]) -> tuple[Box, list[str]] | None:
    """Where a name has room: the whole of it, or its abbreviation; below, above or beside."""
    for text in filter(None, (shape.thing.label, shape.thing.short)):
        broken = lines(text, _ROOM)
        width, height = max(map(width_of, broken)), len(broken) * _LINE
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
            if inside and not any(_overlap(box, other) for other in obstacles):
                return box, broken
    return None


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _write(root: Element, box: Box, broken: Sequence[str]) -> None:
    for index, line in enumerate(broken):
        write(
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


def _legend(root: Element, view: View) -> None:
    y, x = _HEIGHT - 44, 24.0
    shown = [kind for kind in view.kinds if kind not in view.start.hidden]
    for kind in shown:
        draw_shape(root, kind, x + 8, y, 8)
        write(root, x + 22, y + 5, LOOKS[kind].meaning)
        x += 44 + width_of(LOOKS[kind].meaning)
    own = view.name == "finding"
    y, x = _HEIGHT - 18, 24.0
    solid = "what this finding names" if own else "together more often than by chance"
    light = "what other findings name" if own else "chance would explain it"
    for colour, dashes, meaning in ((SOLID, "", solid), (LIGHT, "6 4", light)):
        line = add(root, "line", x1=x, x2=x + 34, y1=y, y2=y, stroke=colour, stroke_width=3)
        if dashes:
            line.set("stroke-dasharray", dashes)
        write(root, x + 42, y + 5, meaning)
        x += 66 + width_of(meaning)
    write(root, x, y + 5, "size and width: number of findings")
