"""From a page's parts to its record, each part in the voice that speaks in it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from graph.identity import CONTENT
from graph.records.findings import (
    Basis,
    Finding,
    FindingKind,
    Position,
    Reply,
    Report,
    TrackerEntry,
    Voice,
)
from graph.records.source_record import FindingRecord
from loaders.sources.record_pages.page_labels import LIST, POSITIONS, RECORD
from loaders.sources.record_pages.page_lines import passage
from loaders.text.paragraph_numbers import REFERENCE
from loaders.text.patterns import compile_pattern
from loaders.text.typed_values import read_toml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.records.findings import Key, Passage
    from loaders.sources.record_pages.edges import Tail
    from loaders.sources.record_pages.page_lines import PageLine
    from loaders.sources.record_pages.record_page import RecordPage

TRACKER = "accountability-index"

_REFERENCE_AT_END = compile_pattern(rf"{REFERENCE.pattern}(?:\s+[A-Z][^.;:!?()]{{0,60}})?\s*$")
"""The reference that ends a text; the heading of what comes next may stand behind it."""

_UNNAMED_RESPONDENT = "Government"
_NO_REPORT = "The page does not show the report that the finding stands in."


def make_record(page: RecordPage, text: str, lines: Sequence[PageLine]) -> FindingRecord:
    """Make the record of a page.

    Args:
        page: The page's parts.
        text: The text that the parts' offsets refer to.
        lines: All of the record's lines.
    """
    committee = page.tail.committee or page.committee or _committee_of(page.address)
    words = passage(text, page.text)
    key = _key(page, committee, words or passage(text, lines))
    report = _report(page.tail, committee)
    finding = Finding(
        key=key,
        kind=FindingKind(page.kind.lower()) if page.kind else None,
        committee=committee,
        number=page.number,
        paragraph=page.paragraph or _paragraph_of(words),
        text=words,
        report=report,
        why_no_report=None if report else _NO_REPORT,
    )
    return FindingRecord(
        finding=finding,
        reply=_reply(page, text, key),
        tracker_entry=_entry(page, text, key),
        positions=_positions(page, key),
    )


def _paragraph_of(words: Passage | None) -> str | None:
    """The paragraph that a reference in brackets names at the end of the committee's words."""
    match = _REFERENCE_AT_END.search(words.text) if words else None
    return match["paragraph"] if match else None


def _key(page: RecordPage, committee: str | None, words: Passage | None) -> Key:
    """The tracker's number of the record if the address shows it, and the content if not."""
    if match := RECORD.match(page.address or ""):
        return TRACKER, str(int(match[1])), str(int(match[2]))
    content = " ".join(words.text.split()) if words else ""
    return CONTENT, committee or "", page.number or "", content


def _reply(page: RecordPage, text: str, key: Key) -> Reply | None:
    words = passage(text, page.reply)
    return Reply(key, page.respondent or _UNNAMED_RESPONDENT, words) if words else None


def _entry(page: RecordPage, text: str, key: Key) -> TrackerEntry:
    kept = sorted([*page.unplaced, *page.tail.aside], key=lambda line: line.start)
    return TrackerEntry(
        finding=key,
        tracker=TRACKER,
        number=page.number,
        label=page.label,
        reply_label=page.reply_label,
        kind=page.kind,
        title=passage(text, page.title),
        summary=passage(text, page.summary),
        paragraph=page.paragraph,
        addressees=tuple(page.tail.addressees),
        unplaced=tuple(line.passage for line in kept),
    )


def _positions(page: RecordPage, key: Key) -> tuple[Position, ...]:
    """One position for each concept that the page's labels stand for."""
    label_by_concept = {
        concept: label
        for label in (page.reply_label, page.label)
        if label and (concept := POSITIONS[label.lower()])
    }
    return tuple(
        Position(key, concept, Voice.TRACKER, TRACKER, Basis.TRACKER_LABEL, label)
        for concept, label in sorted(label_by_concept.items())
    )


def _report(tail: Tail, committee: str | None) -> Report | None:
    if tail.title is None and tail.hc_number is None:
        return None
    session = _session_of(tail.published) if tail.published else ""
    published = tail.published.isoformat() if tail.published else ""
    if tail.hc_number and session:
        key: Key = ("hc", session, tail.hc_number)
    else:
        key = (CONTENT, committee or "", tail.hc_number or "", tail.title or "", published)
    return Report(
        key=key,
        title=tail.title,
        committee=committee,
        hc_number=tail.hc_number,
        ordinal=tail.ordinal,
        published=tail.published,
    )


def _committee_of(address: str | None) -> str | None:
    match = RECORD.match(address or "") or LIST.match(address or "")
    return _reference().committees.get(str(int(match[1]))) if match else None


def _session_of(published: date) -> str:
    """The session a report of that day belongs to; empty if that is not settled.

    Numbers of House of Commons papers begin anew with each session, so the session is part of
    what identifies a report, though the page does not print it.
    """
    begun = [name for name, first in _reference().sessions.items() if first <= published]
    return begun[-1] if begun else ""


class _Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    committees: dict[str, str]
    sessions: dict[str, date]


@cache
def _reference() -> _Reference:
    return read_toml(Path(__file__).with_name("reference.toml"), _Reference)
