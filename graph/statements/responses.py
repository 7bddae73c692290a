"""Statements about the documents in which government answers, and their numbered items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.findings import Finding, FindingKind
from graph.statements.findings import finding, finding_iri, kept_text, report
from graph.statements.ntriples import Statement, english, iri, literal, partial_date, web_address
from graph.statements.terms import CITO, DCTERMS, FOAF, JU, PROV, RDFS, A

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import Minter
    from graph.records.answer_links import ItemKey
    from graph.records.findings import Key
    from graph.records.response_documents import Response, ResponseItem


def item_iri(mint: Minter, claim: ResponseItem | ItemKey) -> str:
    """IRI of a numbered item of a response."""
    return mint.digested("part", *claim.response, *claim.report, claim.number)


def response(mint: Minter, claim: Response) -> Iterator[Statement]:
    """State a document in which a government answers, and the reports it says it answers."""
    me = iri(mint.keyed("response", claim.key))
    yield me, A, JU.Response
    yield from _respondent(mint, me, claim.respondent)
    known = (
        (DCTERMS.title, claim.title),
        (DCTERMS.type, claim.kind.value),
        (DCTERMS.identifier, claim.number),
        (JU.session, claim.session),
        (JU.dateAsPrinted, claim.date),
        *((JU.remark, extra) for extra in claim.extras),
        (JU.remark, "It says that the full answer is still to come." if claim.interim else None),
    )
    for term, words in known:
        if words:
            yield me, term, literal(words)
    if claim.issued:
        yield me, DCTERMS.issued, partial_date(claim.issued)
    if address := web_address(claim.address):
        yield me, FOAF.page, address
    for answered in claim.reports:
        yield me, CITO.repliesTo, iri(mint.keyed("report", answered.key))
        yield from report(mint, answered)


def item(mint: Minter, claim: ResponseItem) -> Iterator[Statement]:
    """State one numbered item: what it restates of a report, and the reply to it."""
    me = iri(item_iri(mint, claim))
    answered = iri(finding_iri(mint, claim.finding))
    yield me, A, JU.ResponsePart
    yield me, RDFS.label, english(f"Answer part {claim.number}")
    yield me, DCTERMS.isPartOf, iri(mint.keyed("response", claim.response))
    yield me, JU.partNumber, literal(claim.number)
    yield me, CITO.repliesTo, answered
    yield me, JU.shownWith, answered
    yield from _respondent(mint, me, claim.respondent)
    for passage in (claim.conclusion, claim.recommendation):
        if passage:
            yield me, JU.restates, literal(passage.text)
    if claim.undivided:
        yield me, JU.undivided, literal(claim.undivided.text)
    if claim.reply:
        yield from kept_text(mint, me, claim.reply)
    kind = FindingKind.RECOMMENDATION if claim.recommendation else None
    yield from _answered(mint, claim, claim.finding, kind)
    if claim.concluded and claim.concluded != claim.finding:
        yield from _answered(mint, claim, claim.concluded, FindingKind.CONCLUSION)


def _answered(
    mint: Minter, claim: ResponseItem, key: Key, kind: FindingKind | None
) -> Iterator[Statement]:
    """State the finding that an item answers, as far as the item tells."""
    known = Finding(key, kind, None, claim.number, claim.paragraph)
    yield from finding(mint, known)
    me = iri(finding_iri(mint, key))
    yield me, DCTERMS.isPartOf, iri(mint.keyed("report", claim.report))


def _respondent(mint: Minter, me: str, name: str) -> Iterator[Statement]:
    agent = iri(mint.named("organisation", name))
    yield me, JU.respondent, agent
    yield agent, A, PROV.Agent
    yield agent, RDFS.label, literal(name)
