"""How things look: each kind by colour and by shape, told apart by colour-blind readers too."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from visualisations.graph_facts import COMMITTEE, FINDING, INITIATIVE, ORGANISATION, PARLIAMENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from visualisations.graph_facts import EntityFacts
    from visualisations.view_model import DrawnPair, NetworkView

_SMALLEST, _LARGEST = 7.0, 32.0
_THINNEST, _WIDEST = 1.0, 9.0
_WIDE = 6
_FINDING = 12.0


@dataclass(frozen=True, slots=True)
class NodeStyle:
    """How nodes of one kind look.

    Attributes:
        colour: Hexadecimal colour from the palette of Okabe and Ito (2008), made for all readers.
        dark: The same on a dark ground.
        shape: Name of the shape, as vis-network knows it.
        name: What entities of this kind are called.
        meaning: What the legend says.
    """

    colour: str
    dark: str
    shape: str
    name: str
    meaning: str


NODE_STYLES = {
    ORGANISATION: NodeStyle(
        "#0072b2", "#56b4e9", "dot", "organisation", "department or other organisation"
    ),
    INITIATIVE: NodeStyle(
        "#e69f00", "#f0b429", "diamond", "initiative", "initiative: programme, data set, law …"
    ),
    PARLIAMENT: NodeStyle(
        "#008060", "#2ec49a", "triangleDown", "body of Parliament", "body of Parliament, as named"
    ),
    COMMITTEE: NodeStyle(
        "#008060", "#2ec49a", "square", "committee", "committee, with its findings"
    ),
    FINDING: NodeStyle("#b5490b", "#ff9d5c", "triangle", "finding", "finding of a report"),
}

SOLID, LIGHT = "#4a5260", "#b4bac4"
"""Colours of lines of pairs that are more than coincidence, and of the other lines."""

REGISTER, REGISTER_DARK = "#7a4fa3", "#c3a6ea"
"""Colour of lines that the register explains, on a light and on a dark ground."""

INK, PAPER, QUIET, RULE = "#1b1f24", "#ffffff", "#4a5260", "#e3e6eb"
"""Colours of letters, of the ground, of lesser letters, and of the lines of a grid."""

VOICES = {
    "committee": "the committee’s own words",
    "government": "the government’s own words",
    "curator": "read by our curators; our words, no quotation",
}
"""Whose words a sentence is, as pages say it."""

STATED = {
    "government": "in the government’s own words",
    "tracker": "by a third party",
    "curator": "as our curators read it on the page; no sentence is kept",
}
"""Whose word a position, a commitment or a state of delivery is, as pages say it."""

LABEL_SIZE = 14
"""Height of the letters of a name, in pixels."""

LABEL_WIDTH = 140
"""Pixels after which a name is broken into another line."""

LABEL_LINE = 17
LETTER_WIDTH = 7.6
"""Pixels of a line of a name, and of a letter: a generous mean of common sans-serif faces."""


def size_of(entity: EntityFacts, sizes: Mapping[str, int], most: int) -> float:
    """Radius in pixels: the area grows with the findings that name an entity, up to `most`."""
    return _FINDING if entity.kind == FINDING else node_size(sizes[entity.iri], most)


def largest(view: NetworkView, sizes: Mapping[str, int]) -> int:
    """Findings of the entity that is drawn largest; a committee's own findings do not count."""
    return max(
        (sizes[entity.iri] for entity in view.entities if entity.kind != COMMITTEE), default=1
    )


def line_colour(pair: DrawnPair) -> str:
    """Colour of the line of a pair on a light ground."""
    if pair.is_explained:
        return REGISTER
    return SOLID if pair.solid else LIGHT


def widest(view: NetworkView) -> int:
    """Findings of the pair that is drawn widest; those of a committee's own do not count."""
    committees = view.committees
    return max((pair.together for pair in view.pairs if pair.left not in committees), default=1)


def node_size(findings: int, most: int) -> float:
    """Radius in pixels: the area grows with the findings that name an entity, up to `most`."""
    return _between(_SMALLEST, _LARGEST, sqrt(min(1, findings / most)))


def edge_width(together: int, most: int) -> float:
    """Width in pixels: it grows with the findings that name both ends."""
    return _between(_THINNEST, _WIDEST, min(1, together / max(most, _WIDE)))


def _between(low: float, high: float, share: float) -> float:
    return round(max(low, high * share), 1)
