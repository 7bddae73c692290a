"""What every chart has: a drawing, the same as a table, and the evidence behind each part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from queries.result_tables import Table


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A part of a chart that can be chosen, and what stands behind it.

    Attributes:
        title: Heading of its evidence.
        text: What its figure counts, out of how many.
        entities: IRIs of the entities whose sentences are evidence.
        findings: IRIs of the findings.
    """

    title: str
    text: str
    entities: tuple[str, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes:
        name: Word that asks for it.
        title: Heading.
        lead: One sentence that says how to read it.
        caption: What is shown, from how much, and what is left out.
        drawing: The SVG; elements with `data-part` belong to the part of that number.
        table: The same as a table; its rows are in the order of `parts`.
        parts: What can be chosen.
    """

    name: str
    title: str
    lead: str
    caption: tuple[str, ...]
    drawing: Element
    table: Table
    parts: tuple[ChartPart, ...]
