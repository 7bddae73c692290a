"""What one source record says, with where it was read: one type of record for each kind of source.

A record becomes one named graph. Its parts have names, so that whoever reads it asks for the reply
or the tracker's entry, and never searches a list for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.authorities import Initiative, Organisation
from graph.records.findings import (
    Curation,
    Finding,
    FindingKind,
    Origin,
    Position,
    Reply,
    Report,
    ReportedCommitment,
    TrackerEntry,
)
from graph.records.publications import Publication
from graph.records.response_documents import Response, ResponseItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.findings import Key, Passage

RecordPart = (
    Organisation
    | Initiative
    | Finding
    | Reply
    | TrackerEntry
    | Position
    | ReportedCommitment
    | Curation
    | Response
    | ResponseItem
    | Publication
)


@dataclass(frozen=True, slots=True)
class AuthorityRecord:
    """A row of a register.

    Attributes:
        authority: The body or initiative that the row describes.
    """

    authority: Organisation | Initiative


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """What one record shows of a finding, each part in the voice that speaks in it.

    Attributes:
        finding: The finding; the committee's voice.
        reply: The reply printed with it; the government's voice.
        tracker_entry: What a tracker prints about it.
        positions: Stances on it, each with whose it is.
        commitments: What government promised on it, as somebody else reports it.
        curation: Our own reading of the page.
        answered: The finding that positions and commitments are about where that is another one,
            which a response names by its number and no record shows.
    """

    finding: Finding
    reply: Reply | None = None
    tracker_entry: TrackerEntry | None = None
    positions: tuple[Position, ...] = ()
    commitments: tuple[ReportedCommitment, ...] = ()
    curation: Curation | None = None
    answered: Finding | None = None


@dataclass(frozen=True, slots=True)
class ResponseDocumentRecord:
    """A document in which government answers.

    Attributes:
        responses: The response of each body that answers in the document; at least one.
        items: The numbered items, in order.
        known_reports: What all sources together know of the report it answers by Parliament's
            list, though it may not name it; no claim of this source.
    """

    responses: tuple[Response, ...]
    items: tuple[ResponseItem, ...] = ()
    known_reports: tuple[Report, ...] = ()

    @property
    def answered_reports(self) -> dict[Key, Report]:
        """The reports it answers, by this source or by any other."""
        named = (report for response in self.responses for report in response.reports)
        return {report.key: report for report in (*self.known_reports, *named)}


@dataclass(frozen=True, slots=True)
class PublicationRecord:
    """What Parliament's Committees API says of papers, whose own words stand elsewhere.

    Attributes:
        publications: The paper, and those that are said with it to answer it.
    """

    publications: tuple[Publication, ...]


RecordContent = AuthorityRecord | FindingRecord | ResponseDocumentRecord | PublicationRecord


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One record of a source.

    Attributes:
        origin: Where it was read; the provenance of its named graph.
        content: What it says.
    """

    origin: Origin
    content: RecordContent


def parts_of(content: RecordContent) -> Iterator[RecordPart]:
    """Every part of a record, for whoever counts what records hold."""
    if isinstance(content, AuthorityRecord):
        yield content.authority
    elif isinstance(content, PublicationRecord):
        yield from content.publications
    elif isinstance(content, ResponseDocumentRecord):
        yield from content.responses
        yield from content.items
    else:
        yield content.finding
        for part in (content.reply, content.tracker_entry, content.curation):
            if part:
                yield part
        yield from content.positions
        if content.answered:
            yield content.answered
        yield from content.commitments


def passages_of(content: RecordContent) -> Iterator[Passage]:
    """Every text of a finding or of a reply that a record holds, one after the other."""
    passages: tuple[Passage | None, ...] = ()
    if isinstance(content, FindingRecord):
        passages = (content.finding.text, content.reply.text if content.reply else None)
    elif isinstance(content, ResponseDocumentRecord):
        passages = tuple(
            passage
            for item in content.items
            for passage in (item.conclusion, item.recommendation, item.undivided, item.reply)
        )
    yield from filter(None, passages)


def restated_findings(document: ResponseDocumentRecord) -> Iterator[Finding]:
    """The findings of other papers that the items of a document restate, in the items' order."""
    reports = document.answered_reports
    for item in document.items:
        report = reports.get(item.report)
        concludes = item.concluded == item.finding
        kind = FindingKind.CONCLUSION if concludes else FindingKind.RECOMMENDATION
        words = item.conclusion if concludes else item.recommendation
        yield _restated(item, item.finding, kind, report, words)
        if item.concluded and item.concluded != item.finding:
            yield _restated(item, item.concluded, FindingKind.CONCLUSION, report, item.conclusion)


def _restated(
    item: ResponseItem, key: Key, kind: FindingKind, report: Report | None, words: Passage | None
) -> Finding:
    committee = report.committee if report else None
    return Finding(key, kind, committee, item.number, item.paragraph, words, report)
