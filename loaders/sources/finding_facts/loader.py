"""Loads curated facts about findings: what we read on a page, with no text of the page itself.

Whoever said a thing keeps their voice. A decision read in the government's own words is the
government's position; one read in the press, or on a tracker's page, is that third party's.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graph.records.findings import (
    Basis,
    Curation,
    Finding,
    FindingKind,
    Position,
    Report,
    ReportedCommitment,
    Voice,
)
from loaders.formats.register_csv import lines
from loaders.sources.finding_facts.rows import FactRow, read_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.records.findings import Key
    from graph.records.source_record import Claim
    from loaders.interface.context import Context, Document

GOVERNMENT = "hm-government"
"""Key of who decides and undertakes, where the facts do not say which department."""

TRACKER = "accountability-index"
"""Key of the tracker; it has two addresses, and one record number on both."""

_RECORD_PAGE = re.compile(
    r"https?://(?:www\.)?(?:accountabilityindex|inquirytracker)\.uk"
    r"/committees/([0-9]+)/recommendation/([0-9]+)/?(?:[?#].*)?"
)


def accepts(document: Document) -> bool:
    """Whether the first line is an object with the keys that only these facts have."""
    first = next((line for _, line in lines(document.text) if line.strip()), "")
    return first.lstrip("\ufeff").startswith("{") and all(
        f'"{key}"' in first for key in ("report_key", "item_kind", "gist")
    )


def load(document: Document, context: Context) -> None:
    """Emit one record for each sound line."""
    rows: dict[int, tuple[str, FactRow]] = {}
    taken: dict[Key, int] = {}
    for number, line in lines(document.text.removeprefix("\ufeff")):
        if not line.strip():
            continue
        try:
            row = read_row(line)
        except ValueError as fault:
            context.skip(str(fault), line=number)
            continue
        first = taken.setdefault(finding_key(row), number)
        if first != number:
            context.skip(f"the finding stands already on line {first}; join them", line=number)
            continue
        rows[number] = line, row
    asked = _recommendations(row for _, row in rows.values())
    for number, (line, row) in rows.items():
        context.emit(line, *_claims(row, asked), line=number, address=row.source_url)


def finding_key(row: FactRow) -> Key:
    """What identifies the finding: its page on the tracker, or its place in its report."""
    page = _RECORD_PAGE.fullmatch(row.source_url)
    if page and row.own_page:
        return TRACKER, page[1], page[2]
    return _place(row, row.item_kind, row.item)


def _place(row: FactRow, kind: str, item: str) -> Key:
    if row.session and row.hc_number:
        return "report", row.session, row.hc_number, kind, item
    return "facts", row.report_key, kind, item


def _recommendations(rows: Iterator[FactRow]) -> dict[tuple[str, str], Key]:
    """Keys of the recommendations that have a row, by report and item."""
    return {
        (row.report_key, row.item): finding_key(row)
        for row in rows
        if row.item_kind == FindingKind.RECOMMENDATION
    }


def _claims(row: FactRow, asked: Mapping[tuple[str, str], Key]) -> Iterator[Claim]:
    key, report = finding_key(row), _report(row)
    yield Finding(
        key,
        FindingKind(row.item_kind),
        row.of_committee,
        number=row.number,
        paragraph=row.paragraph,
        report=report,
        why_no_report=None if report else _why_no_report(row),
        addressees=row.addressees,
    )
    yield Curation(
        key,
        row.gist,
        organisations=row.organisations_mentioned,
        initiatives=row.programmes_mentioned,
        target_date=row.target_date,
        response_document=row.response_document,
        report_hint=row.report_hint,
        note=row.note,
    )
    if row.site_label:
        yield _label(key, row)
    if row.decision or row.target_date:
        yield from _answer(key, row, asked)


def _report(row: FactRow) -> Report | None:
    if not (row.report_title or row.hc_number):
        return None
    key: Key = "facts", row.report_key
    if row.session and row.hc_number:
        key = "hl" if row.hc_number.startswith("HL") else "hc", row.session, row.hc_number
    return Report(
        key,
        title=row.report_title,
        committee=row.of_committee,
        publisher=None if row.of_committee else row.committee,
        hc_number=row.hc_number,
        session=row.session,
        ordinal=row.report_ordinal,
        published=date.fromisoformat(row.publication_date) if row.publication_date else None,
        address=row.report_url,
    )


def _why_no_report(row: FactRow) -> str:
    known = f"; what is known of it: {row.report_hint}" if row.report_hint else ""
    return f"the page names no report{known}"


def _label(key: Key, row: FactRow) -> Position:
    concept, delivery = row.label()
    basis = Basis.TRACKER_LABEL
    return Position(key, concept, Voice.TRACKER, TRACKER, basis, row.site_label, delivery)


def _answer(key: Key, row: FactRow, asked: Mapping[tuple[str, str], Key]) -> Iterator[Claim]:
    """State decision and date on the finding that is answered, perhaps another than the row's."""
    if row.answers:
        known = asked.get((row.report_key, row.answers))
        key = known or _place(row, FindingKind.RECOMMENDATION, row.answers)
        if not known:
            yield _answered(key, row)
    if row.decision:
        yield _decision(key, row, row.decision)
    if row.target_date:
        yield ReportedCommitment(key, GOVERNMENT, row.target_date)


def _decision(key: Key, row: FactRow, concept: str) -> Position:
    voice, agent = Voice.GOVERNMENT, GOVERNMENT
    if row.decision_basis == Basis.SECONDARY_REPORT:
        voice, agent = Voice.TRACKER, _third_party(row.source_url)
    basis = Basis(row.decision_basis or "")
    return Position(key, concept, voice, agent, basis, delivery=row.delivery)


def _answered(key: Key, row: FactRow) -> Finding:
    """The finding that a response names by its number, and that has no row of its own."""
    report = _report(row)
    why = None if report else _why_no_report(row)
    kind = FindingKind.RECOMMENDATION
    return Finding(key, kind, row.of_committee, row.answers, report=report, why_no_report=why)


def _third_party(address: str) -> str:
    host = urlsplit(address).hostname or address
    return host.removeprefix("www.").replace(".", "-")
