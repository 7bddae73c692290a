"""From what a response holds to its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.identity import CONTENT, digest, finding_key
from graph.records.findings import FindingKind, Report
from graph.records.response_documents import Response, ResponseItem, ResponseKind
from graph.records.source_record import ResponseDocumentRecord
from loaders.references.report_keys import report_key_of
from loaders.sources.government_responses.reply_marks import GOVERNMENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.records.findings import Key
    from loaders.layout.document_lines import DocumentLines
    from loaders.sources.government_responses.front import Answered, Front
    from loaders.sources.government_responses.response_entries import Replied, ResponseEntry


def make_record(
    sheet: DocumentLines, front: Front, entries: Sequence[ResponseEntry]
) -> ResponseDocumentRecord:
    """The record of a document: a response for each respondent, and the items in order."""
    reports = tuple(_report(front, answered) for answered in front.answered)
    report = reports[0].key if reports else (CONTENT, "answered by", front.title)
    respondents = dict.fromkeys(
        _respondent(front, entry, reply) for entry in entries for reply in entry.replies or (None,)
    )
    responses = tuple(
        _response(sheet, front, reports, respondent)
        for respondent in respondents or {GOVERNMENT: None}
    )
    items = tuple(
        _item(sheet, front, entry, reply, (report, number))
        for entry in entries
        for reply in entry.replies or (None,)
        for number in entry.numbers or (None,)
    )
    return ResponseDocumentRecord(responses, items)


def _respondent(front: Front, item: ResponseEntry, reply: Replied | None) -> str:
    """Who replies: whom the reply names, else its part of the document, else the cover."""
    named = (reply.respondent if reply else None, item.respondent, *front.departments)
    return next((name for name in named if name and name != GOVERNMENT), GOVERNMENT)


def _key(front: Front, respondent: str) -> Key:
    if front.number and front.kind is ResponseKind.SPECIAL_REPORT and front.session:
        return "special-report", front.session, front.number, respondent
    if front.number and front.kind is ResponseKind.COMMAND_PAPER:
        return "command-paper", front.number, respondent
    return CONTENT, front.title, front.date or "", respondent


def _response(
    sheet: DocumentLines, front: Front, reports: tuple[Report, ...], respondent: str
) -> Response:
    return Response(
        key=_key(front, respondent),
        kind=front.kind,
        title=front.title,
        respondent=respondent,
        number=front.number,
        session=front.session,
        date=front.date,
        issued=front.issued,
        reports=reports,
        interim=front.interim,
        address=sheet.address,
    )


def _report(front: Front, answered: Answered) -> Report:
    return Report(
        key=report_key_of(
            answered.paper, answered.session, answered.ordinal, front.committee, front.title
        ),
        title=answered.title,
        committee=front.committee,
        hc_number=answered.paper,
        session=answered.session or None,
        ordinal=f"{answered.ordinal} Report" if answered.ordinal else None,
    )


def _unnumbered(item: ResponseEntry) -> str:
    """What stands for the number of an item that has none: its paragraph, else its words."""
    if item.paragraph:
        return f"paragraph {item.paragraph}"
    passage = item.restated or item.undivided
    return digest(passage.text if passage else "")


def _item(
    sheet: DocumentLines,
    front: Front,
    item: ResponseEntry,
    reply: Replied | None,
    answered: tuple[Key, str | None],
) -> ResponseItem:
    report, number = answered
    finding = finding_key(report, item.kind, number or _unnumbered(item))
    concludes = item.kind is FindingKind.CONCLUSION
    respondent = _respondent(front, item, reply)
    return ResponseItem(
        response=_key(front, respondent),
        respondent=respondent,
        joint_respondents=front.departments[1:] if respondent in front.departments[:1] else (),
        report=report,
        number=number,
        finding=finding,
        concluded=finding if concludes else None,
        conclusion=item.restated if concludes else None,
        recommendation=None if concludes else item.restated,
        reply=reply.text if reply else None,
        undivided=item.undivided,
        paragraph=item.paragraph,
        furniture=sheet.standing_in(item.passages),
    )
