"""What one source record says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.authorities import Organisation
from graph.records.source_record import (
    AuthorityRecord,
    FindingRecord,
    PublicationRecord,
    ResponseDocumentRecord,
)
from graph.statements import finding_statements as findings
from graph.statements import response_statements as responses
from graph.statements.authority_statements import initiative, organisation
from graph.statements.ntriples import iri
from graph.statements.publication_statements import publication

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.records.findings import Origin
    from graph.records.source_record import SourceRecord
    from graph.statements.ntriples import Statement
    from graph.statements.record_iris import FindingIris, RecordIris


def record_statements(
    iris: IriFactory, record: SourceRecord, minted: RecordIris
) -> Iterator[Statement]:
    """State what a record says; neither where it was read nor what is derived from it.

    The same record always gives the same statements in the same order.

    Args:
        iris: Makes the IRIs of what stands in many records, such as bodies and reports.
        record: The record.
        minted: The IRIs of the record and of what stands in it alone.
    """
    content = record.content
    if isinstance(content, AuthorityRecord):
        yield from _authority(iris, content)
    elif isinstance(content, ResponseDocumentRecord):
        yield from _document(iris, content, minted)
    elif isinstance(content, PublicationRecord):
        for described in content.publications:
            yield from publication(iris, described)
    elif minted.shown:
        yield from _finding(iris, content, record.origin, minted.shown)
        yield from _reported(iris, content, minted)


def _authority(iris: IriFactory, content: AuthorityRecord) -> Iterator[Statement]:
    authority = content.authority
    if isinstance(authority, Organisation):
        return organisation(iris, authority)
    return initiative(iris, authority)


def _document(
    iris: IriFactory, content: ResponseDocumentRecord, minted: RecordIris
) -> Iterator[Statement]:
    for response in content.responses:
        yield from responses.response(iris, response)
    reports = content.answered_reports.values()
    committees = {report.key: report.committee for report in reports}
    for item, item_iris in zip(content.items, minted.items, strict=True):
        yield from responses.item(iris, item, item_iris, committees.get(item.report))


def _finding(
    iris: IriFactory, content: FindingRecord, origin: Origin, shown: FindingIris
) -> Iterator[Statement]:
    """State the finding and what stands on its page."""
    yield from findings.finding(iris, content.finding, shown.finding, shown.text)
    if content.reply:
        yield from findings.reply(iris, content.reply, shown)
    if content.tracker_entry:
        yield from findings.tracker_entry(iris, content.tracker_entry, shown)
    if content.curation:
        yield from findings.curation(iris, content.curation, origin, shown.finding)


def _reported(iris: IriFactory, content: FindingRecord, minted: RecordIris) -> Iterator[Statement]:
    """State positions and commitments, and the finding that they are about if it is another."""
    if content.answered:
        answered = iris.finding(content.answered.key)
        yield from findings.finding(iris, content.answered, answered)
    for position in content.positions:
        yield from findings.position(iris, position, iri(minted.record))
    for commitment in content.commitments:
        yield from findings.reported_commitment(iris, commitment, iri(minted.record))
