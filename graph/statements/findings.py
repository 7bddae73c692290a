"""Statements about findings, replies, positions and what trackers and curators say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.findings import FindingKind, Voice
from graph.statements.ntriples import Statement, iri, literal, typed, web_address
from graph.statements.terms import (
    BASIS,
    DCTERMS,
    DELIVERY,
    FINDING_KIND,
    FOAF,
    JU,
    POSITION,
    PROV,
    RDFS,
    VOICE,
    A,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import Minter
    from graph.records.findings import (
        Curation,
        Finding,
        Origin,
        Passage,
        Position,
        Reply,
        Report,
        TrackerEntry,
        Undertaking,
    )


_KINDS = {
    FindingKind.RECOMMENDATION: JU.Recommendation,
    FindingKind.CONCLUSION: JU.Conclusion,
    FindingKind.EVIDENCE_PARAGRAPH: JU.EvidenceParagraph,
}


def text_iri(mint: Minter, text: str) -> str:
    """IRI of a kept text; the same characters are the same text wherever they are printed."""
    return mint.digested("text", text)


def finding_iri(mint: Minter, finding: tuple[str, ...]) -> str:
    """IRI of the finding with the given key."""
    return mint.keyed("finding", finding)


def reply_iri(mint: Minter, respondent: str, text: str) -> str:
    """IRI of a reply; the same answer printed under several findings is one reply."""
    return mint.digested("reply", respondent, text)


def entry_iri(mint: Minter, origin: Origin) -> str:
    """IRI of what a tracker prints in one source record."""
    return mint.digested("tracker-entry", origin.source, origin.sha256)


def finding(mint: Minter, claim: Finding) -> Iterator[Statement]:
    """State what the committee found."""
    me = iri(finding_iri(mint, claim.key))
    yield me, A, JU.Finding
    if claim.kind:
        yield me, A, _KINDS[claim.kind]
        yield me, JU.kind, FINDING_KIND[claim.kind.value]
    if claim.number:
        yield me, JU.number, literal(claim.number)
    if claim.paragraph:
        yield me, JU.paragraph, literal(claim.paragraph)
    if claim.committee:
        yield from _committee(mint, me, claim.committee)
    if claim.text:
        yield from kept_text(mint, me, claim.text)
    if claim.report:
        yield me, DCTERMS.isPartOf, iri(mint.keyed("report", claim.report.key))
        yield from report(mint, claim.report)
    if claim.why_no_report:
        yield me, JU.noReportBecause, literal(claim.why_no_report)
    for key in claim.addressees:
        yield me, JU.addressedTo, iri(mint.named("organisation", key))


def finding_name(claim: Finding) -> str:
    """A name of a finding that people can read in a list; it is ours, not the source's."""
    kind = claim.kind.value.replace("-", " ").capitalize() if claim.kind else "Finding"
    number = f" {claim.number}" if claim.number else ""
    place = (claim.report.title or claim.report.hc_number) if claim.report else claim.committee
    return f"{kind}{number}, {place}" if place else f"{kind}{number}"


def reply(mint: Minter, claim: Reply) -> Iterator[Statement]:
    """State what the government answered, and with which finding a source shows it."""
    me = iri(reply_iri(mint, claim.respondent, claim.text.text))
    respondent = iri(mint.named("organisation", claim.respondent))
    yield me, A, JU.Reply
    yield me, JU.respondent, respondent
    yield me, JU.shownWith, iri(finding_iri(mint, claim.finding))
    yield from kept_text(mint, me, claim.text)
    yield respondent, A, PROV.Agent
    yield respondent, RDFS.label, literal(claim.respondent)


def tracker_entry(mint: Minter, claim: TrackerEntry, origin: Origin) -> Iterator[Statement]:
    """State what a tracker prints about a finding, word for word, as the tracker's."""
    me = iri(entry_iri(mint, origin))
    yield me, A, JU.TrackerEntry
    yield me, FOAF.primaryTopic, iri(finding_iri(mint, claim.finding))
    yield me, PROV.wasAttributedTo, iri(mint.named("agent", claim.tracker))
    printed = (
        (JU.printedNumber, claim.number),
        (JU.printedLabel, claim.label),
        (JU.printedReplyLabel, claim.reply_label),
        (JU.printedKind, claim.kind),
        (JU.printedTitle, claim.title and claim.title.text),
        (JU.printedSummary, claim.summary and claim.summary.text),
        (JU.printedParagraph, claim.paragraph),
        *((JU.unplacedLine, line.text) for line in claim.unplaced),
    )
    for term, words in printed:
        if words:
            yield me, term, literal(words)


def position(mint: Minter, claim: Position, graph: str) -> Iterator[Statement]:
    """State a stance on a finding, with whose it is and what it rests on."""
    on = finding_iri(mint, claim.finding)
    stated = claim.as_stated or ""
    parts = (on, claim.concept, claim.voice, claim.agent, claim.basis, stated, claim.delivery or "")
    me = iri(mint.digested("position", *parts))
    kind = "organisation" if claim.voice is Voice.GOVERNMENT else "agent"
    agent = iri(mint.named(kind, claim.agent))
    yield me, A, JU.Position
    yield me, JU.onFinding, iri(on)
    yield me, JU.decision, POSITION[claim.concept]
    yield me, JU.voice, VOICE[claim.voice.value]
    yield me, JU.basis, BASIS[claim.basis.value]
    yield me, PROV.wasAttributedTo, agent
    yield me, PROV.wasDerivedFrom, graph
    if claim.as_stated:
        yield me, JU.asStated, literal(claim.as_stated)
    if claim.delivery:
        yield me, JU.deliveryStatus, DELIVERY[claim.delivery]
    yield agent, A, PROV.Agent


def undertaking_iri(mint: Minter, claim: Undertaking) -> str:
    """IRI of a reported undertaking; the same words on one finding are one undertaking."""
    return mint.digested("commitment", finding_iri(mint, claim.finding), claim.agent, claim.due)


def undertaking(mint: Minter, claim: Undertaking, graph: str) -> Iterator[Statement]:
    """State what government undertook, as a source record reports it."""
    me = iri(undertaking_iri(mint, claim))
    agent = iri(mint.named("organisation", claim.agent))
    yield me, A, JU.Commitment
    yield me, JU.onFinding, iri(finding_iri(mint, claim.finding))
    yield me, JU.dueAsStated, literal(claim.due)
    yield me, PROV.wasAttributedTo, agent
    yield me, PROV.wasDerivedFrom, graph
    yield agent, A, PROV.Agent


def curation(mint: Minter, claim: Curation, origin: Origin) -> Iterator[Statement]:
    """State what we read on a page; the gist is ours and is never a quotation."""
    me = iri(mint.digested("curation", origin.source, origin.sha256))
    yield me, A, JU.Curation
    yield me, FOAF.primaryTopic, iri(finding_iri(mint, claim.finding))
    yield me, PROV.wasAttributedTo, iri(mint.named("agent", origin.publisher))
    yield me, JU.gist, literal(claim.gist)
    if address := web_address(origin.address):
        yield me, DCTERMS.source, address
    for kind, keys in (("organisation", claim.organisations), ("initiative", claim.initiatives)):
        for key in keys:
            yield me, JU.reads, iri(mint.named(kind, key))
    noted = (
        (JU.targetDateAsRead, claim.target_date),
        (JU.responseDocumentAsRead, claim.response_document),
        (JU.reportHint, claim.report_hint),
        (JU.remark, claim.note),
    )
    for term, words in noted:
        if words:
            yield me, term, literal(words)


def report(mint: Minter, claim: Report) -> Iterator[Statement]:
    """State what a source shows of a committee's report."""
    me = iri(mint.keyed("report", claim.key))
    yield me, A, JU.Report
    known = (
        (DCTERMS.title, claim.title),
        (JU.hcNumber, claim.hc_number),
        (JU.session, claim.session),
        (JU.ordinal, claim.ordinal),
    )
    for term, words in known:
        if words:
            yield me, term, literal(words)
    if claim.committee:
        yield from _committee(mint, me, claim.committee)
    if claim.publisher:
        publisher = iri(mint.named("organisation", claim.publisher))
        yield me, DCTERMS.publisher, publisher
        yield publisher, A, PROV.Agent
        yield publisher, RDFS.label, literal(claim.publisher)
    if claim.published:
        yield me, DCTERMS.issued, typed(claim.published.isoformat(), "date")
    if address := web_address(claim.address):
        yield me, FOAF.page, address


def _committee(mint: Minter, me: str, name: str) -> Iterator[Statement]:
    """Tie a finding or report to its committee, which a register may know as a body too."""
    committee = iri(mint.named("organisation", name))
    yield me, JU.committee, committee
    yield committee, A, JU.Committee
    yield committee, RDFS.label, literal(name)


def kept_text(mint: Minter, me: str, passage: Passage) -> Iterator[Statement]:
    """State a text exactly as it stands, and whose it is."""
    text = iri(text_iri(mint, passage.text))
    yield me, JU.hasText, text
    yield text, A, JU.Text
    yield text, JU.content, literal(passage.text)


__all__ = [
    "curation",
    "entry_iri",
    "finding",
    "finding_iri",
    "finding_name",
    "kept_text",
    "position",
    "reply",
    "reply_iri",
    "report",
    "text_iri",
    "tracker_entry",
    "undertaking",
    "undertaking_iri",
]
