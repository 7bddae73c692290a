"""Drawing in SVG, with the colours of light paper; pages restyle it by its classes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from visualisations.style import INK, PAPER
from visualisations.text_width import width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

FONT = "Roboto, system-ui, sans-serif"
LETTERS = 13
"""Height of letters in pixels, unless said otherwise."""

_BARE = {
    ord(sign): None for sign in (*map(chr, range(32)), "\ufffe", "\uffff") if sign not in "\t\n\r"
}
"""Control characters and what is no character, which XML cannot hold."""


def drawing(width: float, height: float, title: str) -> ET.Element:
    """An empty drawing on paper."""
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": number(width),
            "height": number(height),
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "font-family": FONT,
            "font-size": str(LETTERS),
            "role": "img",
            "aria-label": plain(title),
        },
    )
    ET.SubElement(root, "title").text = plain(title)
    add_element(root, "rect", width=width, height=height, fill=PAPER, class_="paper")
    return root


def add_element(parent: ET.Element, tag: str, **attributes: str | float) -> ET.Element:
    """Draw something; a trailing underscore and inner ones make names such as `stroke-width`."""
    named = {
        name.rstrip("_").replace("_", "-"): value if isinstance(value, str) else number(value)
        for name, value in attributes.items()
    }
    return ET.SubElement(parent, tag, named)


def write_text(
    parent: ET.Element,
    x: float,
    y: float,
    text: str,
    **attributes: str | float,
) -> ET.Element:
    """Write a line of text with its foot at y."""
    element = add_element(parent, "text", x=x, y=y, **{"fill": INK, "class_": "ink", **attributes})
    element.text = plain(text)
    return element


def add_tooltip(element: ET.Element, text: str) -> ET.Element:
    """Give something a tooltip, which also names it for a screen reader."""
    tip = ET.Element("title")
    tip.text = plain(text)
    element.insert(0, tip)
    return element


def clipped(text: str, room: float, letters: float = LETTERS) -> str:
    """The text, or as much of it as there is room for."""
    if width_of(text, letters) <= room:
        return text
    while text and width_of(f"{text} …", letters) > room:
        text = text[:-1]
    return f"{text.rstrip()} …"


def lines(text: str, room: float, most: int = 3, letters: float = LETTERS) -> list[str]:
    """The text broken into lines; what does not fit into the last one is clipped."""
    broken: list[str] = []
    for word in text.split():
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and width_of(longer, letters) <= room:
            broken[-1] = longer
        elif len(broken) == most:
            broken[-1] = clipped(longer, room, letters)
            break
        else:
            broken.append(word)
    return broken


def number(value: float) -> str:
    """A number as short as it can be written."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def plain(text: str) -> str:
    """Text without what XML cannot hold."""
    return text.translate(_BARE)


def as_text(root: ET.Element) -> str:
    """The drawing as a file's text."""
    return ET.tostring(root, encoding="unicode")


def points(corners: Sequence[tuple[float, float]]) -> str:
    """Corners of a polygon as an attribute."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)
