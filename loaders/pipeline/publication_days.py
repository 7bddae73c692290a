"""The day by which a record had surely been published."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graph.records.source_record import FindingRecord, PublicationRecord, ResponseDocumentRecord
from loaders.identity.reports import ReportIdentity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.records.findings import Key, Report
    from graph.records.response_documents import Response
    from graph.records.source_record import SourceRecord


class PublicationDays:
    """When records were published, by what all records of a graph say of reports and answers."""

    def __init__(self, records: Iterable[SourceRecord]) -> None:
        """Look up the days of reports and answers in `records`."""
        reports: list[Report] = []
        self._answers: dict[Key, date] = {}
        for record in records:
            reports += _reports(record)
            for response in _responses(record):
                if response.issued:
                    self._answers[response.key] = response.issued.last_day
        self._reports = ReportIdentity(reports)

    def day(self, record: SourceRecord) -> date | None:
        """The first day on which what a record says had surely been published.

        A committee's report and a paper with answers have their own day, by what any record says
        of them; of a month or a year the last day counts. Whatever else is said, such as a
        tracker's page, which shows an answer and no day, was there on the day on which it was
        read, and so was a paper whose day nothing tells.

        Returns:
            None if neither is known.
        """
        return self._own_day(record) or _day_read(record)

    def _own_day(self, record: SourceRecord) -> date | None:
        content = record.content
        if isinstance(content, ResponseDocumentRecord):
            keys = {response.key for response in content.responses}
            days = [self._answers[key] for key in keys & self._answers.keys()]
            return max(days) if len(days) == len(keys) else None
        if isinstance(content, FindingRecord) and not _says_more_than_the_report(content):
            own = content.finding.report
            report = self._reports.report(own.key) if own else None
            return report.published if report else None
        return None


def _reports(record: SourceRecord) -> Iterator[Report]:
    """The reports that a record speaks of."""
    content = record.content
    if isinstance(content, FindingRecord):
        if content.finding.report:
            yield content.finding.report
    elif isinstance(content, PublicationRecord):
        yield from (each.report for each in content.publications if each.report)
    for response in _responses(record):
        yield from response.reports


def _responses(record: SourceRecord) -> Iterator[Response]:
    """The answers that a record speaks of."""
    content = record.content
    if isinstance(content, ResponseDocumentRecord):
        yield from content.responses
    elif isinstance(content, PublicationRecord):
        yield from (response for each in content.publications for response in each.responses)


def _says_more_than_the_report(content: FindingRecord) -> bool:
    """Whether a record has words of anybody but the committee, which came after its report."""
    return bool(
        content.reply
        or content.tracker_entry
        or content.positions
        or content.commitments
        or content.curation
    )


def _day_read(record: SourceRecord) -> date | None:
    return date.fromisoformat(record.origin.retrieved[:10]) if record.origin.retrieved else None
