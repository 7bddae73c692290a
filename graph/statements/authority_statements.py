"""Statements about organisations and initiatives, as the registers describe them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.statements.assessment_statements import project_assessment
from graph.statements.ntriples import Statement, iri, literal, partial_date, web_address
from graph.statements.ntriples_terms import (
    FOAF,
    INITIATIVE_KIND,
    JU,
    ORG,
    ORGANISATION_KIND,
    RDFS,
    SKOS,
    A,
    class_with_outside,
    kind_class,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.identity import IriFactory
    from graph.records.authorities import Initiative, Organisation


def organisation(iris: IriFactory, body: Organisation) -> Iterator[Statement]:
    """State a register's row about an organisation."""
    subject = iri(iris.from_slug("organisation", body.key))
    yield from class_with_outside(subject, JU.Organisation)
    yield subject, JU.organisationKind, ORGANISATION_KIND[body.kind]
    yield from _naming(subject, body)
    for key in body.parents:
        yield subject, ORG.subOrganizationOf, iri(iris.from_slug("organisation", key))
    for key in body.predecessors:
        yield from _change(iris, key, body.key)
    for key in body.successors:
        yield from _change(iris, body.key, key)
    yield from _links(iris, subject, JU.scrutinises, "organisation", body.scrutinises)
    if body.govuk_slug:
        yield subject, JU.govukSlug, literal(body.govuk_slug)


def initiative(iris: IriFactory, undertaking: Initiative) -> Iterator[Statement]:
    """State a register's row about an initiative."""
    subject = iri(iris.from_slug("initiative", undertaking.key))
    yield from class_with_outside(subject, JU.Initiative)
    for _, _, narrower in kind_class(subject, INITIATIVE_KIND[undertaking.kind]):
        yield from class_with_outside(subject, narrower)
    yield subject, JU.initiativeKind, INITIATIVE_KIND[undertaking.kind]
    yield from _naming(subject, undertaking)
    for term, keys in (
        (JU.lead, undertaking.leads),
        (JU.partner, undertaking.partners),
        (JU.funder, undertaking.funders),
    ):
        yield from _links(iris, subject, term, "organisation", keys)
    yield from _links(iris, subject, JU.partOf, "initiative", undertaking.part_of)
    yield from _links(iris, subject, JU.partOf, "organisation", undertaking.part_of_bodies)
    if homepage := web_address(undertaking.homepage):
        yield subject, FOAF.homepage, homepage
    for day in undertaking.in_force:
        yield subject, JU.inForceFrom, partial_date(day)
    for note in undertaking.commencement_notes:
        yield subject, JU.commencementNote, literal(note)
    for assessment in undertaking.assessments:
        yield from project_assessment(iris, undertaking.key, assessment)


def _naming(subject: str, thing: Organisation | Initiative) -> Iterator[Statement]:
    for name_term in (RDFS.label, SKOS.prefLabel, FOAF.name):
        yield subject, name_term, literal(thing.name)
    for term, names in (
        (JU.abbreviation, thing.abbreviations),
        (JU.otherName, (*thing.other_names, *_apart_from(thing.name, thing.context_names))),
        (JU.registerSource, thing.sources),
    ):
        for name in names:
            yield subject, term, literal(name)
    if thing.start:
        yield subject, JU.started, partial_date(thing.start)
    if thing.end:
        yield subject, JU.ended, partial_date(thing.end)


def _apart_from(name: str, names: tuple[str, ...]) -> Iterator[str]:
    """The names that are not the one by which a thing is registered."""
    return (each for each in names if each != name)


def _links(
    iris: IriFactory, subject: str, predicate: str, kind: str, keys: Iterable[str]
) -> Iterator[Statement]:
    for key in keys:
        yield subject, predicate, iri(iris.from_slug(kind, key))


def _change(iris: IriFactory, before: str, after: str) -> Iterator[Statement]:
    """State that one body followed another; both rows may say so, and it is one event."""
    event = iri(iris.from_content("change", before, after))
    yield event, A, ORG.ChangeEvent
    yield event, ORG.originalOrganization, iri(iris.from_slug("organisation", before))
    yield event, ORG.resultingOrganization, iri(iris.from_slug("organisation", after))
