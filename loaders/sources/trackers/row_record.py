"""From a row of a list to its record, each part in the voice that speaks in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from graph.identity import CONTENT, finding_key, slug
from graph.records.findings import (
    Basis,
    Finding,
    FindingKind,
    Passage,
    Position,
    Reply,
    Report,
    ReportedCommitment,
    TrackerEntry,
    Voice,
)
from graph.records.source_record import FindingRecord
from loaders.references.paper_numbers import dated, paper_number
from loaders.references.report_keys import report_key_of
from loaders.sources.trackers.column_names import folded
from loaders.text.typed_values import read_toml
from ontology.namespaces import DELIVERY, POSITION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.records.findings import Key

_GOVERNMENT = "hm-government"
_RESPONDENT = "Government"
_NO_REPORT = "The row does not name the report that the finding stands in."
_SESSION = re.compile(r"(20[0-9]{2})\s?[-–/]\s?(?:20)?([0-9]{2})")
_BRITISH_DAY = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})")
_NAME = re.compile(r"[^;/|\r\n]+")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MIDNIGHT = re.compile(r"^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]00:00(?::00)?$")
"""How a spreadsheet gives a day without a time of day."""

_BEFORE_NUMBER = re.compile(r"(?:recommendation|conclusion|rec|no|number)\b[.:\s]*", re.IGNORECASE)
_NO_DATE = frozenset({"", "n a", "na", "none", "nil", "not applicable", "tbc", "tbd", "unknown"})
_NOT_PROMISED = frozenset({"rejected", "response-pending", "not-addressed"})


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """A row: its cells that hold something by what they are read as, and the file."""

    cells: Mapping[str, Passage]
    location: str

    def value(self, meaning: str) -> str:
        """The words of a cell; empty if there are none."""
        cell = self.cells.get(meaning)
        return " ".join(cell.text.split()) if cell else ""

    @property
    def due(self) -> str:
        """The date by which something is due, the revised one if there is one; empty if none is."""
        dates = (self.value("revised"), self.value("due"))
        due = next((each for each in dates if folded(each) not in _NO_DATE), "")
        return _MIDNIGHT.sub(r"\1", due)

    @property
    def published(self) -> date | None:
        """The day on which the report was published; None where the row names none."""
        return _written_day(_MIDNIGHT.sub(r"\1", self.value("published")))

    @property
    def keeper(self) -> str:
        """Key of whoever keeps the list, of whom nothing is known but the name of the file."""
        return f"keeper-of-{slug(PurePosixPath(self.location).stem)}"


def make_record(row: TrackerRow) -> FindingRecord:
    """Make the record of a row.

    Args:
        row: The row.

    Raises:
        ValueError: If it lacks what a finding needs; says what to do.
    """
    words = row.cells.get("words")
    if words is None or not any(map(str.isalpha, words.text)):
        raise ValueError("the row has no words of a recommendation; write them, or remove the row")
    kind, report = _kind(row), _report(row)
    number = _BEFORE_NUMBER.sub("", row.value("number"), count=1).strip(" .()") or None
    key = _key(row, kind, report, number)
    finding = Finding(
        key,
        kind,
        row.value("committee") or None,
        number,
        row.value("paragraph") or None,
        text=words,
        report=report,
        why_no_report=None if report else _NO_REPORT,
    )
    reply = None if _is_label(row) else row.cells.get("response")
    position = _position(row, key)
    entry = TrackerEntry(
        key,
        row.keeper,
        number=number,
        label=row.value("status") or row.value("position") or None,
        addressees=tuple(_departments(row.cells.get("department"))),
    )
    return FindingRecord(
        finding=finding,
        reply=Reply(key, _RESPONDENT, reply) if reply else None,
        tracker_entry=entry,
        positions=(position,) if position else (),
        commitments=_commitments(row, key, position),
    )


def dates_left_out(row: TrackerRow, record: FindingRecord) -> Iterator[str]:
    """What is said of the dates of a row that become no commitment, a sentence each."""
    if row.due and not record.commitments:
        yield f"A date is no commitment where nothing was agreed to: {row.due}."
    if row.value("revised") and row.due and row.value("due"):
        yield f"A date was left out, as the row has another in its place: {row.value('due')}."


def no_day(row: TrackerRow) -> Iterator[str]:
    """What is said of a date of a report that names no day, a sentence."""
    words = row.value("published")
    if row.published is None and folded(words) not in _NO_DATE:
        yield f"The date of the report is no day, so it was left out: {words[:80]}."


def _kind(row: TrackerRow) -> FindingKind:
    name = folded(row.value("kind")).removesuffix("s")
    return next((kind for kind in FindingKind if kind == name), FindingKind.RECOMMENDATION)


def _report(row: TrackerRow) -> Report | None:
    title, written = row.value("report"), row.value("paper")
    paper = paper_number(written) or (f"HC {written}" if written.isdecimal() else None)
    paper = paper or paper_number(title)
    if not (title or paper):
        return None
    years = _SESSION.search(row.value("session"))
    session = f"{years[1]}-{years[2]}" if years else ""
    committee = row.value("committee") or None
    key: Key = (CONTENT, committee or "", "", title, "")
    if paper and session:
        key = report_key_of(paper, session, None, committee, title)
    elif paper:
        key = (CONTENT, committee or "", paper, title, "")
    return Report(
        key,
        title or None,
        committee,
        hc_number=paper,
        session=session or None,
        published=row.published,
    )


def _key(row: TrackerRow, kind: FindingKind, report: Report | None, number: str | None) -> Key:
    if report and number:
        return finding_key(report.key, kind, number)
    place = "\n".join(report.key) if report else row.value("committee")
    return CONTENT, place, number or "", row.value("words")


def _departments(cell: Passage | None) -> Iterator[Passage]:
    """The names in a cell, committees left out; no comma parts them, since names hold commas."""
    for match in _NAME.finditer(cell.text) if cell else ():
        words = match[0].strip()
        if cell and words and not words.endswith("Committee"):
            yield Passage(words, cell.start + match.start() + match[0].index(words))


def _is_label(row: TrackerRow) -> bool:
    """Whether a response is a label alone, such as ``Accepted``: then nobody is quoted."""
    return _concept("position", row.value("response")) is not None


def _position(row: TrackerRow, key: Key) -> Position | None:
    """What the keeper says of the answer and of how far it has got; None if no word is known."""
    columns = ("position", "response", "status") if _is_label(row) else ("position", "status")
    labels = [row.value(each) for each in columns if row.value(each)]
    concepts = [concept for each in labels if (concept := _concept("position", each))]
    progress = [concept for each in labels if (concept := _concept("delivery", each))]
    if not (concepts or progress):
        return None
    return Position(
        key,
        concepts[0] if concepts else "unknown",
        Voice.TRACKER,
        row.keeper,
        Basis.TRACKER_LABEL,
        " / ".join(labels),
        progress[-1] if progress else None,
    )


@lru_cache(maxsize=4096)
def _concept(scheme: str, label: str) -> str | None:
    listed = (_statuses().position if scheme == "position" else _statuses().delivery).items()
    name = folded(label)
    if not name:
        return None
    own = next((concept for concept, labels in listed if name in labels), None)
    return own or (POSITION if scheme == "position" else DELIVERY).find(label.strip())


def _commitments(
    row: TrackerRow, key: Key, position: Position | None
) -> tuple[ReportedCommitment, ...]:
    """The date, where something was answered and not refused: else it is when an answer is due."""
    due = row.due
    if not due or not _is_promise(row, position):
        return ()
    return (ReportedCommitment(key, _GOVERNMENT, due, _day(due)),)


def _is_promise(row: TrackerRow, position: Position | None) -> bool:
    """Whether the date of a row is one by which the government said it would act."""
    refused = position is not None and position.concept in _NOT_PROMISED
    return not refused and bool(position or "response" in row.cells)


def _day(due: str) -> date | None:
    """The day that a date in figures means; None where it is in words."""
    try:
        return _day_in_figures(due)
    except ValueError:
        raise ValueError(f"the due date {due!r} is in no calendar; correct it") from None


def _day_in_figures(words: str) -> date | None:
    """The day that a date in figures means; None where it is in words.

    Raises:
        ValueError: If the calendar has no such day.
    """
    british = _BRITISH_DAY.fullmatch(words)
    if _ISO_DAY.fullmatch(words):
        return date.fromisoformat(words)
    return date(int(british[3]), int(british[2]), int(british[1])) if british else None


def _written_day(words: str) -> date | None:
    """The day that a date in figures or words means; None where it names none."""
    try:
        in_words = dated(words)
        return _day_in_figures(words) or (in_words[1].whole_day if in_words else None)
    except ValueError:
        return None


class _Statuses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    position: dict[str, tuple[str, ...]]
    delivery: dict[str, tuple[str, ...]]


@cache
def _statuses() -> _Statuses:
    return read_toml(Path(__file__).with_name("statuses.toml"), _Statuses)
