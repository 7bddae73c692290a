"""How things look: each kind by colour and by shape, told apart by colour-blind readers too."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from visualisations.views import INITIATIVE, ORGANISATION

_SMALLEST, _LARGEST = 8.0, 34.0
_THINNEST, _WIDEST = 1.0, 12.0


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one kind of thing.

    Attributes:
        colour: Hexadecimal colour from the palette of Okabe and Ito (2008), made for all readers.
        shape: Name of the shape, as vis-network knows it.
        meaning: What the legend says.
    """

    colour: str
    shape: str
    meaning: str


LOOKS = {
    ORGANISATION: Look("#0072b2", "dot", "department or other organisation"),
    INITIATIVE: Look("#e69f00", "diamond", "initiative: programme, service, data set, law …"),
}

EDGE_COLOUR = "#8a8f98"
INK = "#1b1f24"

LABEL_SIZE = 15
"""Height of the letters of a name, in pixels."""

LABEL_WIDTH = 150
"""Pixels after which a name is broken into another line."""

LABEL_LINE = 17
LETTER_WIDTH = 8
"""Pixels of a line of a name, and of a letter: a generous mean of common sans-serif faces."""


def node_size(findings: int, most: int) -> float:
    """Radius in pixels: the area grows with the findings that name a thing."""
    return _between(_SMALLEST, _LARGEST, sqrt(findings / most))


def edge_width(together: int, most: int) -> float:
    """Width in pixels: it grows with the findings that name both ends."""
    return _between(_THINNEST, _WIDEST, together / most)


def _between(low: float, high: float, share: float) -> float:
    return round(max(low, high * share), 1)
