"""Records that defeat the program: each is a line of the report, and the others go on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.source_record import parts_of
from loaders.interface.context import Issue
from loaders.interface.program_faults import describe_fault

if TYPE_CHECKING:
    from graph.records.source_record import SourceRecord
    from loaders.pipeline.report import BuildReport

_NOT_STATED = "This record"
_NOT_EXTRACTED = "What the texts of this record name and answer"


@dataclass(frozen=True, slots=True)
class RecordFailure:
    """A record of which not everything could be worked out.

    Attributes:
        issue: What the report says of it.
        source: Its source, if the graph says nothing of the record at all; else None.
        parts: Of such a record, the classes of its parts.
    """

    issue: Issue
    source: str | None = None
    parts: tuple[str, ...] = ()

    def note_in(self, report: BuildReport) -> None:
        """List the failure, and no longer count a record of which the graph says nothing."""
        report.issues.append(self.issue)
        if self.source is not None:
            report.records -= Counter([self.source])
            report.claims -= Counter(self.parts)


def not_extracted(record: SourceRecord, error: Exception) -> RecordFailure:
    """The failure of a record of which the graph has what it says, and nothing worked out."""
    return RecordFailure(Issue(record.origin.location, describe_fault(error, _NOT_EXTRACTED)))


def not_stated(record: SourceRecord, error: Exception) -> RecordFailure:
    """The failure of a record that was counted and of which the graph says nothing."""
    parts = tuple(type(part).__name__ for part in parts_of(record.content))
    issue = Issue(record.origin.location, describe_fault(error, _NOT_STATED))
    return RecordFailure(issue, record.origin.source, parts)


def not_identified(record: SourceRecord, error: Exception) -> RecordFailure:
    """The failure of a record that was left out before it was counted."""
    return RecordFailure(Issue(record.origin.location, describe_fault(error, _NOT_STATED)))


def not_linked(scope: tuple[str, ...], error: Exception) -> RecordFailure:
    """The failure of a report or committee whose answers could not be held side by side."""
    answers = "The answers to the findings of this report or committee"
    return RecordFailure(Issue(" ".join(scope), describe_fault(error, answers)))
