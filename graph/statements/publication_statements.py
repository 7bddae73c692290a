"""Statements about papers, as Parliament's Committees API or their publisher describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.statements.finding_statements import report
from graph.statements.ntriples import Statement, iri, literal, typed
from graph.statements.ntriples_terms import DCTERMS, JU, PROV, RDFS, A
from graph.statements.response_statements import response

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.records.findings import Report
    from graph.records.publications import Inquiry, Publication


_NO_ANSWER_AWAITED = "Parliament's Committees API says that no answer is to come."


def publication(iris: IriFactory, claim: Publication) -> Iterator[Statement]:
    """State what the API says of a report, or of an answer to one."""
    if claim.report:
        yield from _report(iris, claim, claim.report)
    for answer in claim.responses:
        yield from response(iris, answer)


def _report(iris: IriFactory, claim: Publication, shown: Report) -> Iterator[Statement]:
    subject = iri(iris.from_key("report", shown.key))
    yield from report(iris, shown)
    for inquiry in claim.inquiries:
        yield from _inquiry(iris, subject, inquiry)
    if claim.response_due:
        yield subject, JU.responseDue, typed(claim.response_due.isoformat(), "date")
    if claim.response_excepted:
        yield subject, JU.remark, literal(_NO_ANSWER_AWAITED)
    if claim.summary:
        yield subject, DCTERMS.abstract, literal(claim.summary)
    if claim.awaited_from:
        yield from _body(iris, subject, JU.answerAwaitedFrom, claim.awaited_from)
    for examined in claim.examines:
        yield from _body(iris, subject, JU.examines, examined)


def _body(iris: IriFactory, subject: str, term: str, printed: str) -> Iterator[Statement]:
    """State that a report has to do with a body, by the name that its source gives it."""
    address, name = iris.body(printed)
    body = iri(address)
    yield subject, term, body
    yield body, A, PROV.Agent
    yield body, RDFS.label, literal(name)


def _inquiry(iris: IriFactory, subject: str, claim: Inquiry) -> Iterator[Statement]:
    inquiry = iri(iris.from_key("inquiry", ("committees-api", claim.number)))
    yield subject, JU.inquiry, inquiry
    yield inquiry, A, JU.Inquiry
    yield inquiry, RDFS.label, literal(claim.title)
