"""What each record tells of the finding it is about, so that the finding is known again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.identity import CONTENT
from graph.records.source_record import FindingRecord, ResponseDocumentRecord, restated_findings
from loaders.identity.comparable_words import comparable_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.records.finding_identity import RecordId
    from graph.records.findings import Finding, Key, Passage, Report
    from graph.records.source_record import SourceRecord
    from loaders.identity.comparable_words import ComparableWords

REPORT_NUMBERS = "report"
"""Numbering of a report itself, which its answers follow; a tracker has a numbering of its own."""


@dataclass(frozen=True, slots=True)
class Witness:
    """What one record tells of a finding.

    Attributes:
        record: The record.
        key: Key by which the record knows the finding.
        listing: The list that the record, or a part of it, is an entry of. Two entries of one list
            are two findings.
        numbering: Whose number it is: the report's, or a tracker's; empty without a number.
        number: Number of the finding.
        kind: Kind of the finding; empty where it is not known.
        committee: Name of the committee as printed; empty where it is not known.
        report: The report; None where the record does not show it.
        words: The words of the finding, comparable; None where the record does not show them.
    """

    record: RecordId
    key: Key
    listing: str
    numbering: str
    number: str
    kind: str
    committee: str
    report: Report | None
    words: ComparableWords | None

    @property
    def is_keyed_by_number(self) -> bool:
        """True if nothing but a number in a report makes the key."""
        return self.numbering == REPORT_NUMBERS and self.report is not None

    @property
    def is_keyed_by_content(self) -> bool:
        """True if the world gives no key, so that words stand in for one."""
        return self.key[0] == CONTENT and not self.is_keyed_by_number


def record_id(record: SourceRecord) -> RecordId:
    """What identifies a source record."""
    return record.origin.source, record.origin.sha256


def witnesses_of(
    record: SourceRecord, words: Callable[[str], ComparableWords] = comparable_words
) -> Iterator[Witness]:
    """What a record tells of each finding that it is about; `words` gives those of a text."""
    content = record.content
    if isinstance(content, FindingRecord):
        yield _shown(record, content, words)
        if content.answered:
            yield _named(record, content.answered)
    elif isinstance(content, ResponseDocumentRecord):
        for finding in restated_findings(content):
            yield _restated(record, finding, words)


def _shown(
    record: SourceRecord, content: FindingRecord, words: Callable[[str], ComparableWords]
) -> Witness:
    finding = content.finding
    entry = content.tracker_entry
    numbering = _numbering(finding, entry.tracker if entry else "")
    return Witness(
        record=record_id(record),
        key=finding.key,
        listing=record.origin.source if numbering in {REPORT_NUMBERS, ""} else numbering,
        numbering=numbering,
        number=finding.number or "",
        kind=finding.kind.value if finding.kind else "",
        committee=finding.committee or "",
        report=finding.report,
        words=_words(finding.text, words),
    )


def _named(record: SourceRecord, finding: Finding) -> Witness:
    """A finding that a record names and does not show."""
    return Witness(
        record=record_id(record),
        key=finding.key,
        listing=record.origin.source,
        numbering=_numbering(finding, ""),
        number=finding.number or "",
        kind=finding.kind.value if finding.kind else "",
        committee=finding.committee or "",
        report=finding.report,
        words=None,
    )


def _numbering(finding: Finding, tracker: str) -> str:
    """Whose the number of a finding is; a key that holds kind and number holds the report's."""
    if not finding.number:
        return ""
    kind = finding.kind.value if finding.kind else ""
    if finding.key[-2:] == (kind, finding.number):
        return REPORT_NUMBERS
    return tracker or finding.key[0]


def _restated(
    record: SourceRecord, finding: Finding, words: Callable[[str], ComparableWords]
) -> Witness:
    """A finding that an item of a response restates; the key tells its number, not the item's."""
    return Witness(
        record=record_id(record),
        key=finding.key,
        listing="/".join(record_id(record)),
        numbering=REPORT_NUMBERS,
        number=finding.key[-1],
        kind=finding.kind.value if finding.kind else "",
        committee=finding.committee or "",
        report=finding.report,
        words=_words(finding.text, words),
    )


def _words(
    passage: Passage | None, words: Callable[[str], ComparableWords]
) -> ComparableWords | None:
    comparable = words(passage.text) if passage else None
    return comparable if comparable and comparable.text else None
