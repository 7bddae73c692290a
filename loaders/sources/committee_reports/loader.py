"""Loads the conclusions and recommendations of a committee's report: one record an item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.identity import finding_key
from graph.records.findings import Finding
from graph.records.source_record import FindingRecord
from loaders.layout.document_lines import note_pages, read_opening, read_sheet, set_aside
from loaders.layout.unread_text import note_unread
from loaders.sources.committee_reports.report_front import COVER, read_report
from loaders.sources.committee_reports.report_items import read_list
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.records.findings import Report
    from loaders.interface.context import Context, Document
    from loaders.sources.committee_reports.report_items import ReportItem

_OTHERS = compile_pattern(
    r"Treasury\s+Minutes?\b|Source\s?[·•∙⋅]\s?Select\s+Committees?|Recommendation\s+age"
    r"|.*\b(?:Special\s+Report|Government\s+Response|Government’s\s+response)\b|.*\bresponse\s+to\s+the\b"
    r"|Dear\s+\w",
    re.IGNORECASE,
)
"""What shows that a document is an answer, a tracker's page or a letter."""


def accepts(document: Document) -> bool:
    """Whether a document says whose report it is, and lists conclusions and recommendations."""
    opening = read_opening(document).lines
    if any(_OTHERS.match(line.text) for line in opening[:COVER]):
        return False
    if read_report(opening, None) is None:
        return False
    return read_list(read_sheet(document)) is not None


def load(document: Document, context: Context) -> None:
    """Emit a record for each item of the list."""
    sheet = read_sheet(document)
    lines, report_list = sheet.lines, read_list(sheet)
    report = read_report(lines, sheet.address)
    if report_list is None or report is None:
        context.skip("It does not list the conclusions and recommendations of a report.")
        return
    note_pages(context, sheet)
    values = {report.title, report.committee, report.hc_number}
    before = [line for line in lines[: report_list.before] if line.text not in values]
    set_aside(context, sheet, before, "stands before the list of conclusions and recommendations")
    set_aside(context, sheet, report_list.aside, "stands outside the items of the list")
    if not document.retold:
        _note_jumps(context, report_list.items)
    records = tuple(_record(report, item) for item in report_list.items)
    note_unread(context, sheet, records, [*sheet.furniture, *before, *report_list.aside])
    for item, record in zip(report_list.items, records, strict=True):
        context.emit(item.text.text, record, line=item.line, address=sheet.address)


def _record(report: Report, item: ReportItem) -> FindingRecord:
    return FindingRecord(
        Finding(
            key=finding_key(report.key, item.kind, item.number),
            kind=item.kind,
            committee=report.committee,
            number=item.number,
            paragraph=item.paragraph,
            text=item.text,
            report=report,
        )
    )


def _note_jumps(context: Context, items: Sequence[ReportItem]) -> None:
    """Warn of numbers that are left out: an item may stand there that was not recognised."""
    last = 0
    for item in items:
        number = int(re.sub(r"\D", "", item.number))
        if number > last + 1:
            context.warn(
                f"Numbers go from {last} to {number}: some are left out or unrecognised.",
                line=item.line,
            )
        last = number
