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
    from loaders.sources.treasury_minutes.report_section import Section

COMMITTEE = "Public Accounts Committee"
"""The committee that all Treasury Minutes answer, by the name that the register gives it."""

RESPONDENT = "HM Government"
"""Who answers where no department does by itself."""


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
    by_number = {
        (section.session or "", section.number): section for section in sections if section.number
    }
    reports = [
        _report(sheet, by_number[name]) if name in by_number else _named(*name)
        for name in dict.fromkeys([*cover.answered, *by_number])
    ]
    reports += [_report(sheet, section) for section in sections if not section.number]
    departments = {section.departments for section in sections}
    only = departments.pop() if len(departments) == 1 else ()
    return Response(
        key=_key(sheet, cover),
        kind=cover.kind,
        title=cover.title,
        respondent=only[0] if len(only) == 1 else RESPONDENT,
        number=cover.number,
        session=cover.session,
        date=cover.date,
        issued=cover.issued,
        reports=tuple(reports),
        extras=cover.extras,
        address=sheet.address,
    )


def _key(sheet: DocumentLines, cover: Cover) -> Key:
    """Key of the paper, whoever answers in it: its number, or its content where it has none."""
    if cover.number:
        return "command-paper", cover.number, RESPONDENT
    return CONTENT, sheet.text


def report_key(session: str | None, number: int, hc_number: str | None) -> Key:
    """Key of a report of the Committee of Public Accounts."""
    if session and hc_number:
        return "hc", session, hc_number
    return "ordinal", session or "", str(number)


def _key_of(sheet: DocumentLines, section: Section) -> Key:
    """Key of a section's report; of one that nothing names, the words of its items."""
    if section.number or (section.session and section.hc_number):
        return report_key(section.session, section.number, section.hc_number)
    return CONTENT, "report without heading", section.title or "", sheet.text, str(section.line)


def _report(sheet: DocumentLines, section: Section) -> Report:
    return Report(
        key=_key_of(sheet, section),
        title=section.title,
        committee=COMMITTEE,
        hc_number=section.hc_number,
        session=section.session,
        ordinal=f"{section.ordinal} Report" if section.ordinal else None,
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
    report = _key_of(sheet, section)
    respondent, *joint = section.departments or (RESPONDENT,)
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
        respondent=respondent,
        joint_respondents=tuple(joint),
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
