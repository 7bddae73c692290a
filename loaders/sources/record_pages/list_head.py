"""Reads the head of a tracker's list of one report: committee, title, number and day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.sources.record_pages import page_labels
from loaders.sources.record_pages.edges import Tail, read_report_line, tells_of_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.sources.record_pages.page_lines import PageLine

_NO_VALUES = ("Select Committee", "Select Committees")


@dataclass(slots=True)
class ListHead:
    """What stands above the items of a list.

    Attributes:
        address: Web address that the page gives for itself.
        report: The report whose items it lists.
        comments: Lines above the page that begin with ``#``.
        unplaced: Lines that were not understood.
    """

    address: str | None = None
    report: Tail = field(default_factory=Tail)
    comments: list[PageLine] = field(default_factory=list)
    unplaced: list[PageLine] = field(default_factory=list)


def read_list_head(lines: Sequence[PageLine]) -> ListHead:
    """Read the lines above the first list."""
    head = ListHead()
    for line in lines:
        if address := page_labels.address_in(line.label):
            head.address = head.address or address
        elif page_labels.ADDRESS.match(line.label) or page_labels.COMMENT.match(line.text):
            head.comments.append(line)
        elif source := page_labels.SOURCE.match(line.label):
            head.report.committee = head.report.committee or source["committee"]
        elif line.label not in _NO_VALUES and not _reads(head.report, line.label):
            head.unplaced.append(line)
    return head


def _reads(report: Tail, label: str) -> bool:
    """Take in a line that tells of the report; False if it does not."""
    if label.endswith(" Committee") or label == report.committee:
        report.committee = report.committee or label
        return report.committee == label
    value = label.removeprefix("Published ").strip()
    return tells_of_report(value) and read_report_line(report, value)
