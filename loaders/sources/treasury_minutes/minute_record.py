"""From what a Treasury Minute holds to its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.identity import CONTENT, finding_key
from graph.records.findings import FindingKind, Report
from graph.records.response_documents import Response, ResponseItem
from graph.records.source_record import ResponseDocumentRecord
from loaders.references.ordinals import numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.records.findings import Key
    from loaders.layout.document_lines import DocumentLines
    from loaders.sources.treasury_minutes.cover import Cover
    from loaders.sources.treasury_minutes.minute_items import MinuteItem
    from loaders.sources.treasury_minutes.sections import Section

COMMITTEE = "Committee of Public Accounts"
RESPONDENT = "HM Government"


def make_record(
    sheet: DocumentLines, cover: Cover, sections: Sequence[Section]
) -> ResponseDocumentRecord:
    """The record of a minute: the response, and its items in order."""
    response = _response(sheet, cover, sections)
    items = (
        _item(sheet, response.key, section, item) for section in sections for item in section.items
    )
    return ResponseDocumentRecord((response,), tuple(items))


def _response(sheet: DocumentLines, cover: Cover, sections: Sequence[Section]) -> Response:
    by_number = {(section.session or "", section.number): section for section in sections}
    reports = [
        _report(by_number[name]) if name in by_number else _named(*name)
        for name in dict.fromkeys([*cover.answered, *by_number])
    ]
    return Response(
        key=_key(sheet, cover),
        kind=cover.kind,
        title=cover.title,
        respondent=RESPONDENT,
        number=cover.number,
        session=cover.session,
        date=cover.date,
        issued=cover.issued,
        reports=tuple(reports),
        extras=cover.extras,
        address=sheet.address,
    )


def _key(sheet: DocumentLines, cover: Cover) -> Key:
    """Key of the paper: its number, or its content where that is not known."""
    if cover.number:
        return "command-paper", cover.number, RESPONDENT
    return CONTENT, sheet.text


def report_key(session: str | None, number: int, hc_number: str | None) -> Key:
    """Key of a report of the Committee of Public Accounts."""
    if session and hc_number:
        return "hc", session, hc_number
    return "ordinal", session or "", str(number)


def _report(section: Section) -> Report:
    return Report(
        key=report_key(section.session, section.number, section.hc_number),
        title=section.title,
        committee=COMMITTEE,
        hc_number=section.hc_number,
        session=section.session,
        ordinal=f"{section.ordinal} Report",
        published=section.published.whole_day if section.published else None,
    )


def _named(session: str, number: int) -> Report:
    """A report that the cover names and no section is about."""
    return Report(
        key=report_key(session, number, None),
        committee=COMMITTEE,
        session=session or None,
        ordinal=f"{numeral(number)} Report",
    )


def _item(sheet: DocumentLines, response: Key, section: Section, item: MinuteItem) -> ResponseItem:
    report = report_key(section.session, section.number, section.hc_number)
    concluded = (
        finding_key(report, FindingKind.CONCLUSION, item.concluded or item.number)
        if item.concludes
        else None
    )
    recommended = (
        finding_key(report, FindingKind.RECOMMENDATION, item.number) if item.asks else None
    )
    return ResponseItem(
        response=response,
        respondent=RESPONDENT,
        report=report,
        number=item.number,
        finding=recommended
        or concluded
        or finding_key(report, FindingKind.RECOMMENDATION, item.number),
        concluded=concluded,
        conclusion=item.conclusion,
        recommendation=item.recommendation,
        reply=item.reply,
        undivided=item.undivided,
        furniture=sheet.standing_in(item.passages, section.within),
    )
