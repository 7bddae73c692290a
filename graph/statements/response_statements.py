"""Statements about the documents in which government answers, and their numbered items."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.records.findings import Finding, FindingKind
from graph.statements.finding_statements import finding, kept_text, report
from graph.statements.ntriples import Statement, english, iri, literal, partial_date, web_address
from graph.statements.ntriples_terms import CITO, DCTERMS, FOAF, JU, PROV, RDFS, A

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.records.response_documents import Response, ResponseItem
    from graph.statements.record_iris import ItemIris


def response(iris: IriFactory, claim: Response) -> Iterator[Statement]:
    """State a document in which a government answers, and the reports it says it answers."""
    subject = iri(iris.response(claim.key))
    yield subject, A, JU.Response
    yield from _respondent(iris, subject, claim.respondent)
    values = (
        (DCTERMS.title, claim.title),
        (DCTERMS.type, claim.kind.value),
        (DCTERMS.identifier, claim.number),
        (JU.session, claim.session),
        (JU.dateAsPrinted, claim.date),
        (JU.publicationNumber, claim.publication),
        *((JU.remark, extra) for extra in claim.extras),
        (JU.remark, "It says that the full answer is still to come." if claim.interim else None),
    )
    for term, words in values:
        if words:
            yield subject, term, literal(words)
    if claim.issued:
        yield subject, DCTERMS.issued, partial_date(claim.issued)
    if address := web_address(claim.address):
        yield subject, FOAF.page, address
    for answered in claim.reports:
        yield subject, CITO.repliesTo, iri(iris.from_key("report", answered.key))
        yield from report(iris, answered)


def item(
    iris: IriFactory, claim: ResponseItem, minted: ItemIris, committee: str | None
) -> Iterator[Statement]:
    """State one numbered item: what it restates of a report, and the reply to it.

    Args:
        iris: Makes the IRIs.
        claim: The item.
        minted: Its IRIs.
        committee: Name of the committee whose report it answers, if the document says it.
    """
    subject, answered = iri(minted.item), iri(minted.finding)
    yield subject, A, JU.ResponsePart
    yield subject, RDFS.label, english(_label(claim))
    yield subject, DCTERMS.isPartOf, iri(minted.response)
    if claim.number:
        yield subject, JU.partNumber, literal(claim.number)
    yield subject, CITO.repliesTo, answered
    yield subject, JU.shownWith, answered
    for name in (claim.respondent, *claim.joint_respondents):
        yield from _respondent(iris, subject, name)
    for passage in (claim.conclusion, claim.recommendation):
        if passage:
            yield subject, JU.restates, literal(passage.text)
    if claim.undivided:
        yield subject, JU.undivided, literal(claim.undivided.text)
    if claim.reply and minted.text:
        yield from kept_text(subject, minted.text, claim.reply)
    asked = Finding(
        claim.finding, _kind(claim), committee, claim.number, claim.paragraph, claim.answered
    )
    yield from _answered(iris, asked, minted.finding, minted, minted.answered_text)
    if claim.concluded and minted.concluded:
        concluded = replace(
            asked, key=claim.concluded, kind=FindingKind.CONCLUSION, text=claim.conclusion
        )
        yield from _answered(iris, concluded, minted.concluded, minted, minted.concluded_text)


def _kind(claim: ResponseItem) -> FindingKind | None:
    """What an item answers; None where the document shows a number and no words of it."""
    if claim.concluded == claim.finding:
        return FindingKind.CONCLUSION
    return FindingKind.RECOMMENDATION if claim.recommendation else None


def _label(claim: ResponseItem) -> str:
    """What an item is called: by its number, else by the paragraph that it answers."""
    if claim.number:
        return f"Answer part {claim.number}"
    return f"Answer part on paragraph {claim.paragraph}" if claim.paragraph else "Answer part"


def _answered(
    iris: IriFactory, claim: Finding, address: str, minted: ItemIris, text: str | None
) -> Iterator[Statement]:
    """State a finding that an item answers or restates, as far as the item tells."""
    yield from finding(iris, claim, address, text)
    yield iri(address), DCTERMS.isPartOf, iri(minted.report)


def _respondent(iris: IriFactory, subject: str, name: str) -> Iterator[Statement]:
    address, label = iris.body(name)
    agent = iri(address)
    yield subject, JU.respondent, agent
    yield agent, A, PROV.Agent
    yield agent, RDFS.label, literal(label)
