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
    from graph.statements.record_iris import FindingIris


def finding(
    iris: IriFactory, claim: Finding, address: str, text: str | None = None
) -> Iterator[Statement]:
    """State what the committee found.

    Args:
        iris: Makes the IRIs.
        claim: The finding.
        address: Its IRI.
        text: IRI of its text; needed where it has one.
    """
    subject = iri(address)
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
    if claim.text and text:
        yield from kept_text(subject, text, claim.text)
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
    standing_in = claim.standing_in
    place = (standing_in.title or standing_in.hc_number) if standing_in else None
    place = place or claim.committee or (standing_in.committee if standing_in else None)
    return f"{kind}{number}, {place}" if place else f"{kind}{number}"


def reply(iris: IriFactory, claim: Reply, shown: FindingIris) -> Iterator[Statement]:
    """State what the government answered, and with which finding a source shows it."""
    if shown.reply is None or shown.reply_text is None:
        return
    subject = iri(shown.reply)
    address, name = iris.body(claim.respondent)
    respondent = iri(address)
    yield subject, A, JU.Reply
    yield subject, JU.respondent, respondent
    yield subject, JU.shownWith, iri(shown.finding)
    yield from kept_text(subject, shown.reply_text, claim.text)
    yield respondent, A, PROV.Agent
    yield respondent, RDFS.label, literal(name)


def tracker_entry(iris: IriFactory, claim: TrackerEntry, shown: FindingIris) -> Iterator[Statement]:
    """State what a tracker prints about a finding, word for word, as the tracker's."""
    if shown.tracker_entry is None:
        return
    subject = iri(shown.tracker_entry)
    yield subject, A, JU.TrackerEntry
    yield subject, FOAF.primaryTopic, iri(shown.finding)
    yield subject, PROV.wasAttributedTo, iri(iris.from_slug("agent", claim.tracker))
    printed = (
        (JU.printedNumber, claim.number),
        (JU.printedLabel, claim.label),
        (JU.printedReplyLabel, claim.reply_label),
        (JU.printedKind, claim.kind),
        (JU.printedTitle, claim.title and claim.title.text),
        (JU.printedSummary, claim.summary and claim.summary.text),
        (JU.printedParagraph, claim.paragraph),
        *((JU.printedAddressee, name.text) for name in claim.addressees),
        *((JU.unplacedLine, line.text) for line in claim.unplaced),
    )
    for term, words in printed:
        if words:
            yield subject, term, literal(words)


def position(iris: IriFactory, claim: Position, graph: str) -> Iterator[Statement]:
    """State a stance on a finding, with whose it is and what it rests on."""
    finding_iri = iris.finding(claim.finding)
    words = (claim.as_stated or "", claim.delivery or "")
    parts = (finding_iri, claim.concept, claim.voice, claim.agent, claim.basis, *words)
    subject = iri(iris.from_content("position", *parts))
    kind = "organisation" if claim.voice is Voice.GOVERNMENT else "agent"
    agent = iri(iris.from_slug(kind, claim.agent))
    yield subject, A, JU.Position
    yield subject, JU.onFinding, iri(finding_iri)
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


def reported_commitment(
    iris: IriFactory, claim: ReportedCommitment, graph: str
) -> Iterator[Statement]:
    """State what government promised, as a source record reports it."""
    subject = iri(iris.commitment(claim))
    agent = iri(iris.from_slug("organisation", claim.agent))
    yield subject, A, JU.Commitment
    yield subject, JU.onFinding, iri(iris.finding(claim.finding))
    yield subject, JU.dueAsStated, literal(claim.due)
    yield subject, PROV.wasAttributedTo, agent
    yield subject, PROV.wasDerivedFrom, graph
    yield agent, A, PROV.Agent


def curation(
    iris: IriFactory, claim: Curation, origin: Origin, finding_iri: str
) -> Iterator[Statement]:
    """State what we read on a page; the summary is ours and is never a quotation."""
    subject = iri(iris.from_content("curation", origin.source, origin.sha256))
    yield subject, A, JU.Curation
    yield subject, FOAF.primaryTopic, iri(finding_iri)
    yield subject, PROV.wasAttributedTo, iri(iris.from_slug("agent", origin.publisher))
    yield subject, JU.gist, literal(claim.gist)
    if address := web_address(origin.address):
        yield subject, DCTERMS.source, address
    for kind, keys in (("organisation", claim.organisations), ("initiative", claim.initiatives)):
        for key in keys:
            yield subject, JU.reads, iri(iris.from_slug(kind, key))
    values = (
        (JU.targetDateAsRead, claim.target_date),
        (JU.responseDocumentAsRead, claim.response_document),
        (JU.reportHint, claim.report_hint),
        (JU.remark, claim.note),
    )
    for term, words in values:
        if words:
            yield subject, term, literal(words)


def report(iris: IriFactory, claim: Report) -> Iterator[Statement]:
    """State what a source shows of a committee's report."""
    subject = iri(iris.from_key("report", claim.key))
    yield subject, A, JU.Report
    values = (
        (DCTERMS.title, claim.title),
        (_paper_term(claim.hc_number), claim.hc_number),
        (JU.session, claim.session),
        (JU.ordinal, claim.ordinal),
        (JU.publicationNumber, claim.publication),
    )
    for term, words in values:
        if words:
            yield subject, term, literal(words)
    if claim.committee:
        yield from _committee(iris, subject, claim.committee)
    if claim.publisher:
        address, name = iris.body(claim.publisher)
        publisher = iri(address)
        yield subject, DCTERMS.publisher, publisher
        yield publisher, A, PROV.Agent
        yield publisher, RDFS.label, literal(name)
    if claim.published:
        yield subject, DCTERMS.issued, typed(claim.published.isoformat(), "date")
    if page := web_address(claim.address):
        yield subject, FOAF.page, page


def _paper_term(number: str | None) -> str:
    """The property of a paper's number; only papers of the Commons have one of their own."""
    return DCTERMS.identifier if number and not number.startswith("HC") else JU.hcNumber


def _committee(iris: IriFactory, subject: str, name: str) -> Iterator[Statement]:
    """Tie a finding or report to its committee, which a register may know as a body too."""
    address, label = iris.body(name)
    committee = iri(address)
    yield subject, JU.committee, committee
    yield committee, A, JU.Committee
    yield committee, RDFS.label, literal(label)


def kept_text(subject: str, address: str, passage: Passage) -> Iterator[Statement]:
    """State a text exactly as it stands, with its IRI, and whose it is."""
    text = iri(address)
    yield subject, JU.hasText, text
    yield text, A, JU.Text
    yield text, JU.content, literal(passage.text)
