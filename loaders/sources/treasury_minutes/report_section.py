"""What a Treasury Minute holds on one report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.partial_date import PartialDate
    from loaders.layout.document_lines import DocumentLine
    from loaders.sources.treasury_minutes.minute_items import MinuteItem


@dataclass(slots=True)
class Section:
    """What a Treasury Minute holds on one report.

    Attributes:
        ordinal: The report's ordinal as printed; empty if no heading names it.
        number: The number it means; 0 if no heading names it.
        session: Session, if it can be told.
        title: Title, if the section or the contents print it.
        hc_number: Number of the report, if the section names it.
        published: Date on which the report came out, if the section says so.
        departments: Departments that answer, as printed.
        items: Its items.
        aside: Lines outside the items.
        within: Lines inside items that repeat the section's heading.
        line: Number of the line it begins on.
        doubts: What a person should compare with the document, beside that of the items.
    """

    ordinal: str
    number: int
    session: str | None
    title: str | None = None
    hc_number: str | None = None
    published: PartialDate | None = None
    departments: tuple[str, ...] = ()
    items: list[MinuteItem] = field(default_factory=list)
    aside: list[DocumentLine] = field(default_factory=list)
    within: list[DocumentLine] = field(default_factory=list)
    line: int = 0
    doubts: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What notes call it."""
        return f"{self.ordinal} Report" if self.ordinal else "A report without a heading"
