"""From what a response holds to what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.identity import CONTENT
from graph.records.findings import FindingKind, Report
from graph.records.response_documents import Response, ResponseItem, ResponseKind
from loaders.references.paper_numbers import finding_key
from loaders.sources.government_responses.marks import GOVERNMENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.findings import Key
    from graph.records.source_record import Claim
    from loaders.formats.document_lines import DocumentLines
    from loaders.sources.government_responses.front import Answered, Front
    from loaders.sources.government_responses.items import Replied, ResponseEntry


def claims_of(
    sheet: DocumentLines, front: Front, items: Sequence[ResponseEntry]
) -> Iterator[Claim]:
    """A response for each respondent, then the items in order."""
    reports = tuple(_report(front, answered) for answered in front.answered)
    report = reports[0].key if reports else (CONTENT, "answered by", front.title)
    named = dict.fromkeys(_who(item, reply) for item in items for reply in item.replies or (None,))
    for respondent in named or {GOVERNMENT: None}:
        yield _response(sheet, front, reports, respondent)
    for item in items:
        for reply in item.replies or (None,):
            for number in item.numbers:
                yield _item(sheet, front, item, reply, (report, number))


def _who(item: ResponseEntry, reply: Replied | None) -> str:
    return (reply.respondent if reply else None) or item.respondent or GOVERNMENT


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
    key: Key = ("committee-ordinal", front.committee or "", answered.session, str(answered.number))
    if answered.hc_number:
        key = "hc", answered.session, answered.hc_number
    return Report(
        key=key,
        title=answered.title,
        committee=front.committee,
        hc_number=answered.hc_number,
        session=answered.session,
        ordinal=f"{answered.ordinal} Report",
    )


def _item(
    sheet: DocumentLines,
    front: Front,
    item: ResponseEntry,
    reply: Replied | None,
    answered: tuple[Key, str],
) -> ResponseItem:
    report, number = answered
    finding = finding_key(report, item.kind, number)
    concludes = item.kind is FindingKind.CONCLUSION
    respondent = _who(item, reply)
    return ResponseItem(
        response=_key(front, respondent),
        respondent=respondent,
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
