"""Statements about projects, as the Government Major Projects Portfolio assesses them."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

from graph.partial_date import PartialDate
from graph.statements.ntriples import Statement, iri, literal, partial_date
from graph.statements.ntriples_terms import CONFIDENCE, DCTERMS, FOAF, JU, PROV, A

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.records.authorities import ProjectAssessment


def project_assessment(
    iris: IriFactory, initiative: str, claim: ProjectAssessment
) -> Iterator[Statement]:
    """State what a table says of a project; the same words in two files are one assessment.

    Args:
        iris: Makes the IRIs.
        initiative: Key of the initiative.
        claim: What the table says.
    """
    fields = (str(field or "") for field in astuple(claim))
    subject = iri(iris.from_content("project-assessment", initiative, *fields))
    yield subject, A, JU.ProjectAssessment
    yield subject, FOAF.primaryTopic, iri(iris.from_slug("initiative", initiative))
    for term, concept in (
        (JU.deliveryConfidence, claim.confidence),
        (JU.ownerConfidence, claim.owner_confidence),
    ):
        if concept:
            yield subject, term, CONFIDENCE[concept]
    for term, words in (
        (JU.asStated, claim.as_stated),
        (JU.ownerAsStated, claim.owner_as_stated),
        (JU.portfolioNumber, claim.number),
        (DCTERMS.type, claim.category),
        (DCTERMS.description, claim.aims),
        (JU.commentary, claim.commentary),
        (JU.scheduleNarrative, claim.schedule),
    ):
        if words:
            yield subject, term, literal(words)
    for term, day in ((JU.approvedStart, claim.start), (JU.approvedEnd, claim.end)):
        if day:
            written = partial_date(day) if isinstance(day, PartialDate) else literal(day)
            yield subject, term, written
    if claim.month:
        yield subject, JU.statedOn, partial_date(claim.month)
    if claim.department:
        yield subject, JU.departmentAsStated, literal(claim.department)
    if claim.body:
        body = iri(iris.from_slug("organisation", claim.body))
        yield subject, PROV.wasAttributedTo, body
