"""The texts of a record in which names are read, and whose words stand where in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.findings import Finding, Voice
from graph.records.response_documents import Response, ResponseItem
from graph.statements.findings import finding_iri, reply_iri
from graph.statements.responses import item_iri
from loaders.responses.reply_reader import read_reply

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from graph.identity import IriFactory
    from graph.partial_date import PartialDate
    from graph.records.mentions import Mention
    from graph.records.replies import ReadReply
    from graph.records.source_record import SourceRecord
    from loaders.responses.linking.cases import Case

_MONTH = 2
"""Fields of an ISO date that is given to the month."""


@dataclass(frozen=True, slots=True)
class RecordText:
    """A text to read names in.

    Attributes:
        text: The words.
        holder: IRI of the finding or reply whose text it is.
        finding: IRI of the finding it stands with.
        read: What was read in a reply; None for a finding's own text.
    """

    text: str
    holder: str
    finding: str
    read: ReadReply | None = None

    @property
    def echoes(self) -> bool:
        """True if a reply only repeats the finding's text."""
        return self.read is not None and self.read.echo is not None

    @property
    def owner(self) -> Voice:
        """Whose text it is; an echo is the committee's, wherever it is printed."""
        is_reply = self.read is not None and not self.echoes
        return Voice.GOVERNMENT if is_reply else Voice.COMMITTEE

    def voice(self, mention: Mention) -> Voice:
        """Whose words a mention stands in: a reply may restate the committee's."""
        if self.read is None or self.owner is Voice.COMMITTEE:
            return Voice.COMMITTEE
        restated = any(part.start <= mention.start < part.end for part in self.read.shape.restated)
        return Voice.COMMITTEE if restated else Voice.GOVERNMENT


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a response, and what was read in its reply."""

    item: ResponseItem
    read: ReadReply


def items_of(record: SourceRecord) -> list[Item]:
    """The items of a response that have a reply, read."""
    written = _last_day(issued(record))
    found = []
    for claim in record.claims:
        if isinstance(claim, ResponseItem) and claim.reply:
            asked = claim.recommendation or claim.conclusion
            read = read_reply(claim.reply.text, asked.text if asked else None, written)
            found.append(Item(claim, read))
    return found


def texts_of(
    iris: IriFactory, record: SourceRecord, cases: Sequence[Case], items: Sequence[Item]
) -> list[RecordText]:
    """The committee's and the government's words in a record; a tracker's are not read.

    Args:
        iris: Makes the IRIs.
        record: The record.
        cases: What was read in its replies.
        items: What was read in its items.
    """
    texts = []
    for claim in record.claims:
        if isinstance(claim, Finding) and claim.text:
            me = finding_iri(iris, claim.key)
            texts.append(RecordText(claim.text.text, me, me))
    for case in cases:
        if case.row.reply and case.read:
            text = case.row.reply.text.text
            holder = reply_iri(iris, case.row.reply.respondent, text)
            texts.append(
                RecordText(text, holder, finding_iri(iris, case.row.finding.key), case.read)
            )
    for told in items:
        if told.item.reply:
            finding = finding_iri(iris, told.item.finding)
            holder = item_iri(iris, told.item)
            texts.append(RecordText(told.item.reply.text, holder, finding, told.read))
    return texts


def published(record: SourceRecord) -> date | None:
    """When the report of the record's finding was published, if it shows it."""
    reports = (claim.report for claim in record.claims if isinstance(claim, Finding))
    return next((report.published for report in reports if report), None)


def issued(record: SourceRecord) -> PartialDate | None:
    """Date of the response that a record holds, as exactly as it shows it."""
    return next((claim.issued for claim in record.claims if isinstance(claim, Response)), None)


def _last_day(issued_on: PartialDate | None) -> date | None:
    """The last day of a date; None for one that is not even a month.

    Terms such as "within six months" count from it, so that what comes out is still the latest day
    the words allow.
    """
    return issued_on.last_day if issued_on and issued_on.month else None
