"""The marks of a time line: each kind of event by shape and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visualisations.svg import add_element, points

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

EVENT_KINDS = {
    "report": ("report published", "#b5490b"),
    "position": ("position stated", "#0072b2"),
    "label": ("tracker’s label", "#c77800"),
    "answer": ("answer published", "#0072b2"),
    "commitment": ("commitment falls due", "#8a3ffc"),
    "delivery": ("latest report of delivery", "#008060"),
    "life": ("initiative runs", "#e69f00"),
}
"""What the legend says of each kind of event, and its colour."""

MARK_SIZE = 6
"""Half the width of a mark, in pixels."""


def draw_mark(group: Element, kind: str, start: float, end: float, y: float) -> None:
    """Draw a mark, told apart by shape and colour."""
    colour, size = EVENT_KINDS[kind][1], MARK_SIZE
    middle = (start + end) / 2
    if kind in ("commitment", "life"):
        _bar(group, kind, start, max(end - start, 3), y)
    elif kind == "report":
        corners = [(start, y - size), (start + size, y + size), (start - size, y + size)]
        add_element(group, "polygon", points=points(corners), fill=colour)
    elif kind == "delivery":
        add_element(
            group, "rect", x=middle - size, y=y - size, width=2 * size, height=2 * size, fill=colour
        )
    elif kind == "label":
        corners = [(middle, y - size), (middle + size, y), (middle, y + size), (middle - size, y)]
        add_element(group, "polygon", points=points(corners), fill=colour)
    else:
        hollow = kind == "position"
        add_element(
            group,
            "circle",
            cx=middle,
            cy=y,
            r=size,
            fill="#ffffff" if hollow else colour,
            stroke=colour,
            stroke_width=2.5,
        )


def _bar(group: Element, kind: str, start: float, wide: float, y: float) -> None:
    """Draw what lasts; the end of the time in which a commitment falls due is marked."""
    colour, tall = EVENT_KINDS[kind][1], 4 if kind == "commitment" else 7
    add_element(
        group,
        "rect",
        x=start,
        y=y - tall,
        width=wide,
        height=2 * tall,
        rx=2,
        fill=colour,
        fill_opacity=0.55,
    )
    if kind == "commitment":
        end = start + wide
        add_element(
            group, "line", x1=end, x2=end, y1=y - 9, y2=y + 9, stroke=colour, stroke_width=3
        )
