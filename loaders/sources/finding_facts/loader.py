"""Loads curated facts about findings: what we read on a page, with no text of the page itself.

Whoever said a thing keeps their voice. A decision read in the government's own words is the
government's position; one read in the press, or on a tracker's page, is that third party's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graph.address_rule import encoded_address
from graph.identity import finding_key
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
from graph.records.source_record import FindingRecord
from loaders.registers.register_csv import lines
from loaders.sources.finding_facts.rows import FactRow, read_row
from loaders.text.control_marks import ControlMarks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.records.findings import Key
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
        with context.one_record(number):
            marks = ControlMarks()
            row = read_row(line, marks)
            if control_note := marks.note(of_file=False):
                context.note(control_note, line=number)
            first = taken.setdefault(key_of_row(row), number)
            if first != number:
                raise ValueError(f"the finding stands already on line {first}; join them")
            rows[number] = line, row
    recommendations = _recommendations(row for _, row in rows.values())
    for number, (line, row) in rows.items():
        with context.one_record(number):
            context.emit(line, _record(row, recommendations), line=number, address=row.source_url)


def key_of_row(row: FactRow) -> Key:
    """What identifies the finding: its page on the tracker, or its place in its report."""
    page = _RECORD_PAGE.fullmatch(row.source_url)
    if page and row.own_page:
        return TRACKER, page[1], page[2]
    return _key_in_report(row, row.item_kind, row.item)


def _key_in_report(row: FactRow, kind: str, item: str) -> Key:
    report: Key = "facts", row.report_key
    if row.session and row.hc_number:
        report = "hc", row.session, row.hc_number
    return finding_key(report, kind, item)


def _recommendations(rows: Iterator[FactRow]) -> dict[tuple[str, str], Key]:
    """Keys of the recommendations that have a row, by report and item."""
    return {
        (row.report_key, row.item): key_of_row(row)
        for row in rows
        if row.item_kind == FindingKind.RECOMMENDATION
    }


def _record(row: FactRow, recommendations: Mapping[tuple[str, str], Key]) -> FindingRecord:
    key, report = key_of_row(row), _report(row)
    finding = Finding(
        key,
        row.item_kind,
        row.of_committee,
        number=row.number,
        paragraph=row.paragraph,
        report=report,
        why_no_report=None if report else _why_no_report(row),
        addressees=row.addressees,
    )
    curation = Curation(
        key,
        row.gist,
        organisations=row.organisations_mentioned,
        initiatives=row.programmes_mentioned,
        target_date=row.target_date,
        response_document=row.response_document,
        report_hint=row.report_hint,
        note=row.note,
    )
    answered_key, answered = _answered(key, row, recommendations)
    label = (_label(key, row),) if row.site_label else ()
    decision = (_decision(answered_key, row, row.decision),) if row.decision else ()
    promised = (
        (ReportedCommitment(answered_key, GOVERNMENT, row.target_date),) if row.target_date else ()
    )
    return FindingRecord(
        finding=finding,
        positions=(*label, *decision),
        commitments=promised,
        curation=curation,
        answered=answered if decision or promised else None,
    )


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
        published=row.publication_date,
        address=row.report_url,
    )


def _why_no_report(row: FactRow) -> str:
    hint = f"; what is known of it: {row.report_hint}" if row.report_hint else ""
    return f"the page names no report{hint}"


def _label(key: Key, row: FactRow) -> Position:
    concept, delivery = row.label()
    basis = Basis.TRACKER_LABEL
    return Position(key, concept, Voice.TRACKER, TRACKER, basis, row.site_label, delivery)


def _answered(
    key: Key, row: FactRow, recommendations: Mapping[tuple[str, str], Key]
) -> tuple[Key, Finding | None]:
    """The finding that decision and date are about, perhaps another than the row's own.

    Returns:
        Its key; and the finding itself where a response names it by its number and it has no row.
    """
    if not row.answers:
        return key, None
    if listed := recommendations.get((row.report_key, row.answers)):
        return listed, None
    kind, report = FindingKind.RECOMMENDATION, _report(row)
    unlisted = _key_in_report(row, kind, row.answers)
    reason = None if report else _why_no_report(row)
    return unlisted, Finding(
        unlisted, kind, row.of_committee, row.answers, report=report, why_no_report=reason
    )


def _decision(key: Key, row: FactRow, concept: str) -> Position:
    voice, agent = Voice.GOVERNMENT, GOVERNMENT
    if row.decision_basis == Basis.SECONDARY_REPORT:
        voice, agent = Voice.TRACKER, _third_party(row.source_url)
    basis = Basis(row.decision_basis or "")
    return Position(key, concept, voice, agent, basis, delivery=row.delivery)


def _third_party(address: str) -> str:
    written = encoded_address(address) or address
    host = urlsplit(written).hostname or written
    return host.removeprefix("www.").replace(".", "-")
