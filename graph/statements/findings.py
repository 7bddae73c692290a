"""Statements about findings, replies, positions and what trackers and curators say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.findings import Voice
from graph.statements.ntriples import Statement, iri, literal, typed, web_address
from graph.statements.ntriples_terms import (
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
    kind_class,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.records.findings import (
        Curation,
        Finding,
        Origin,
        Passage,
        Position,
        Reply,
        Report,
        ReportedCommitment,
        TrackerEntry,
    )
    from graph.records.mentions import Span


def text_iri(iris: IriFactory, text: str) -> str:
    """IRI of a kept text; the same characters are the same text wherever they are printed."""
    return iris.from_content("text", text)


def span_iri(iris: IriFactory, text: str, span: Span) -> str:
    """IRI of a span of a kept text: that of the text with a fragment as in RFC 5147."""
    return f"{text_iri(iris, text)}#char={span[0]},{span[1]}"


def finding_iri(iris: IriFactory, finding: tuple[str, ...]) -> str:
    """IRI of the finding with the given key."""
    return iris.from_key("finding", finding)


def reply_iri(iris: IriFactory, respondent: str, text: str) -> str:
    """IRI of a reply; the same answer printed under several findings is one reply."""
    return iris.from_content("reply", respondent, text)


def entry_iri(iris: IriFactory, origin: Origin) -> str:
    """IRI of what a tracker prints in one source record."""
    return iris.from_content("tracker-entry", origin.source, origin.sha256)


def finding(iris: IriFactory, claim: Finding) -> Iterator[Statement]:
    """State what the committee found."""
    subject = iri(finding_iri(iris, claim.key))
    yield subject, A, JU.Finding
    if claim.kind:
        yield from kind_class(subject, FINDING_KIND[claim.kind.value])
        yield subject, JU.kind, FINDING_KIND[claim.kind.value]
    if claim.number:
        yield subject, JU.number, literal(claim.number)
    if claim.paragraph:
        yield subject, JU.paragraph, literal(claim.paragraph)
    if claim.committee:
        yield from _committee(iris, subject, claim.committee)
    if claim.text:
        yield from kept_text(iris, subject, claim.text)
    if claim.report:
        yield subject, DCTERMS.isPartOf, iri(iris.from_key("report", claim.report.key))
        yield from report(iris, claim.report)
    if claim.why_no_report:
        yield subject, JU.noReportBecause, literal(claim.why_no_report)
    for key in claim.addressees:
        yield subject, JU.addressedTo, iri(iris.from_slug("organisation", key))


def finding_name(claim: Finding) -> str:
    """A name of a finding that people can read in a list; it is ours, not the source's."""
    kind = claim.kind.value.replace("-", " ").capitalize() if claim.kind else "Finding"
    number = f" {claim.number}" if claim.number else ""
    place = (claim.report.title or claim.report.hc_number) if claim.report else claim.committee
    return f"{kind}{number}, {place}" if place else f"{kind}{number}"


def reply(iris: IriFactory, claim: Reply) -> Iterator[Statement]:
    """State what the government answered, and with which finding a source shows it."""
    subject = iri(reply_iri(iris, claim.respondent, claim.text.text))
    respondent = iri(iris.from_slug("organisation", claim.respondent))
    yield subject, A, JU.Reply
    yield subject, JU.respondent, respondent
    yield subject, JU.shownWith, iri(finding_iri(iris, claim.finding))
    yield from kept_text(iris, subject, claim.text)
    yield respondent, A, PROV.Agent
    yield respondent, RDFS.label, literal(claim.respondent)


def tracker_entry(iris: IriFactory, claim: TrackerEntry, origin: Origin) -> Iterator[Statement]:
    """State what a tracker prints about a finding, word for word, as the tracker's."""
    subject = iri(entry_iri(iris, origin))
    yield subject, A, JU.TrackerEntry
    yield subject, FOAF.primaryTopic, iri(finding_iri(iris, claim.finding))
    yield subject, PROV.wasAttributedTo, iri(iris.from_slug("agent", claim.tracker))
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
            yield subject, term, literal(words)


def position(iris: IriFactory, claim: Position, graph: str) -> Iterator[Statement]:
    """State a stance on a finding, with whose it is and what it rests on."""
    on = finding_iri(iris, claim.finding)
    stated = claim.as_stated or ""
    parts = (on, claim.concept, claim.voice, claim.agent, claim.basis, stated, claim.delivery or "")
    subject = iri(iris.from_content("position", *parts))
    kind = "organisation" if claim.voice is Voice.GOVERNMENT else "agent"
    agent = iri(iris.from_slug(kind, claim.agent))
    yield subject, A, JU.Position
    yield subject, JU.onFinding, iri(on)
    yield subject, JU.decision, POSITION[claim.concept]
    yield subject, JU.voice, VOICE[claim.voice.value]
    yield subject, JU.basis, BASIS[claim.basis.value]
    yield subject, PROV.wasAttributedTo, agent
    yield subject, PROV.wasDerivedFrom, graph
    if claim.as_stated:
        yield subject, JU.asStated, literal(claim.as_stated)
    if claim.delivery:
        yield subject, JU.deliveryStatus, DELIVERY[claim.delivery]
    yield agent, A, PROV.Agent


def undertaking_iri(iris: IriFactory, claim: ReportedCommitment) -> str:
    """IRI of a reported undertaking; the same words on one finding are one undertaking."""
    return iris.from_content("commitment", finding_iri(iris, claim.finding), claim.agent, claim.due)


def undertaking(iris: IriFactory, claim: ReportedCommitment, graph: str) -> Iterator[Statement]:
    """State what government undertook, as a source record reports it."""
    subject = iri(undertaking_iri(iris, claim))
    agent = iri(iris.from_slug("organisation", claim.agent))
    yield subject, A, JU.Commitment
    yield subject, JU.onFinding, iri(finding_iri(iris, claim.finding))
    yield subject, JU.dueAsStated, literal(claim.due)
    yield subject, PROV.wasAttributedTo, agent
    yield subject, PROV.wasDerivedFrom, graph
    yield agent, A, PROV.Agent


def curation(iris: IriFactory, claim: Curation, origin: Origin) -> Iterator[Statement]:
    """State what we read on a page; the gist is ours and is never a quotation."""
    subject = iri(iris.from_content("curation", origin.source, origin.sha256))
    yield subject, A, JU.Curation
    yield subject, FOAF.primaryTopic, iri(finding_iri(iris, claim.finding))
    yield subject, PROV.wasAttributedTo, iri(iris.from_slug("agent", origin.publisher))
    yield subject, JU.gist, literal(claim.gist)
    if address := web_address(origin.address):
        yield subject, DCTERMS.source, address
    for kind, keys in (("organisation", claim.organisations), ("initiative", claim.initiatives)):
        for key in keys:
            yield subject, JU.reads, iri(iris.from_slug(kind, key))
    noted = (
        (JU.targetDateAsRead, claim.target_date),
        (JU.responseDocumentAsRead, claim.response_document),
        (JU.reportHint, claim.report_hint),
        (JU.remark, claim.note),
    )
    for term, words in noted:
        if words:
            yield subject, term, literal(words)


def report(iris: IriFactory, claim: Report) -> Iterator[Statement]:
    """State what a source shows of a committee's report."""
    subject = iri(iris.from_key("report", claim.key))
    yield subject, A, JU.Report
    known = (
        (DCTERMS.title, claim.title),
        (JU.hcNumber, claim.hc_number),
        (JU.session, claim.session),
        (JU.ordinal, claim.ordinal),
    )
    for term, words in known:
        if words:
            yield subject, term, literal(words)
    if claim.committee:
        yield from _committee(iris, subject, claim.committee)
    if claim.publisher:
        publisher = iri(iris.from_slug("organisation", claim.publisher))
        yield subject, DCTERMS.publisher, publisher
        yield publisher, A, PROV.Agent
        yield publisher, RDFS.label, literal(claim.publisher)
    if claim.published:
        yield subject, DCTERMS.issued, typed(claim.published.isoformat(), "date")
    if address := web_address(claim.address):
        yield subject, FOAF.page, address


def _committee(iris: IriFactory, subject: str, name: str) -> Iterator[Statement]:
    """Tie a finding or report to its committee, which a register may know as a body too."""
    committee = iri(iris.from_slug("organisation", name))
    yield subject, JU.committee, committee
    yield committee, A, JU.Committee
    yield committee, RDFS.label, literal(name)


def kept_text(iris: IriFactory, subject: str, passage: Passage) -> Iterator[Statement]:
    """State a text exactly as it stands, and whose it is."""
    text = iri(text_iri(iris, passage.text))
    yield subject, JU.hasText, text
    yield text, A, JU.Text
    yield text, JU.content, literal(passage.text)
