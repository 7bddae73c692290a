"""The texts of a record in which names are read, and whose words stand where in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records import Finding, Reply, ResponseItem, Voice
from graph.statements.findings import finding_iri, reply_iri
from graph.statements.responses import item_iri
from loaders.answers.echo import echo
from loaders.answers.parts import split

if TYPE_CHECKING:
    from datetime import date

    from graph.answers import ReplyShape
    from graph.identity import Minter
    from graph.mentions import Mention
    from graph.records import SourceRecord


@dataclass(frozen=True, slots=True)
class RecordText:
    """A text to read names in.

    Attributes:
        text: The words.
        holder: IRI of the finding or reply whose text it is.
        finding: IRI of the finding it stands with.
        shape: Parts of a reply; None for a finding's own text.
        echoes: True if a reply only repeats the finding's text.
        divided: True if the source itself says which part this is, as a Treasury Minute does.
    """

    text: str
    holder: str
    finding: str
    shape: ReplyShape | None = None
    echoes: bool = False
    divided: bool = False

    @property
    def owner(self) -> Voice:
        """Whose text it is; an echo is the committee's, wherever it is printed."""
        is_reply = self.shape is not None and not self.echoes
        return Voice.GOVERNMENT if is_reply else Voice.COMMITTEE

    def voice(self, mention: Mention) -> Voice:
        """Whose words a mention stands in: a reply may restate the committee's."""
        if self.shape is None or self.owner is Voice.COMMITTEE:
            return Voice.COMMITTEE
        restated = any(part.start <= mention.start < part.end for part in self.shape.restated)
        return Voice.COMMITTEE if restated else Voice.GOVERNMENT


def texts_of(mint: Minter, record: SourceRecord) -> list[RecordText]:
    """The committee's and the government's words in a record; a tracker's are not read."""
    asked = {
        claim.key: claim.text.text
        for claim in record.claims
        if isinstance(claim, Finding) and claim.text
    }
    texts = []
    for key, text in asked.items():
        me = finding_iri(mint, key)
        texts.append(RecordText(text, me, me))
    for claim in record.claims:
        if isinstance(claim, Reply):
            text = claim.text.text
            shape = split(text)
            echoes = echo(text, shape, asked.get(claim.finding, "")) is not None
            holder = reply_iri(mint, claim.respondent, text)
            finding = finding_iri(mint, claim.finding)
            texts.append(RecordText(text, holder, finding, shape, echoes))
        elif isinstance(claim, ResponseItem) and claim.reply:
            text = claim.reply.text
            finding = finding_iri(mint, claim.finding)
            holder = item_iri(mint, claim)
            texts.append(RecordText(text, holder, finding, split(text), divided=True))
    return texts


def published(record: SourceRecord) -> date | None:
    """When the report of the record's finding was published, if it shows it."""
    reports = (claim.report for claim in record.claims if isinstance(claim, Finding))
    return next((report.published for report in reports if report), None)
