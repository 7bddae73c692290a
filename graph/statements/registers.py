"""Statements about organisations and initiatives, as the registers describe them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.statements.ntriples import Statement, iri, literal, partial_date, web_address
from graph.statements.terms import FOAF, INITIATIVE_KIND, JU, ORG, ORGANISATION_KIND, RDFS, A

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.identity import Minter
    from graph.records.authorities import Initiative, Organisation


INITIATIVE_CLASSES = {
    "board": JU.Board,
    "data-linkage": JU.DataLinkage,
    "dataset": JU.Dataset,
    "fund": JU.Fund,
    "identifier": JU.IdentifierScheme,
    "legislation": JU.Legislation,
    "programme": JU.Programme,
    "project": JU.Project,
    "service": JU.Service,
    "strategy": JU.Strategy,
}
"""Class of an initiative by its kind in the register."""


def organisation(mint: Minter, body: Organisation) -> Iterator[Statement]:
    """State a register's row about an organisation."""
    me = iri(mint.named("organisation", body.key))
    yield me, A, JU.Organisation
    yield me, JU.organisationKind, ORGANISATION_KIND[body.kind]
    yield from _naming(me, body)
    for key in body.parents:
        yield me, ORG.subOrganizationOf, iri(mint.named("organisation", key))
    for key in body.predecessors:
        yield from _change(mint, key, body.key)
    for key in body.successors:
        yield from _change(mint, body.key, key)
    if body.govuk_slug:
        yield me, JU.govukSlug, literal(body.govuk_slug)


def initiative(mint: Minter, undertaking: Initiative) -> Iterator[Statement]:
    """State a register's row about an initiative."""
    me = iri(mint.named("initiative", undertaking.key))
    yield me, A, JU.Initiative
    yield me, A, INITIATIVE_CLASSES[undertaking.kind]
    yield me, JU.initiativeKind, INITIATIVE_KIND[undertaking.kind]
    yield from _naming(me, undertaking)
    for term, keys in (
        (JU.lead, undertaking.leads),
        (JU.partner, undertaking.partners),
        (JU.funder, undertaking.funders),
    ):
        yield from _links(mint, me, term, "organisation", keys)
    yield from _links(mint, me, JU.partOf, "initiative", undertaking.part_of)
    yield from _links(mint, me, JU.partOf, "organisation", undertaking.part_of_bodies)
    if homepage := web_address(undertaking.homepage):
        yield me, FOAF.homepage, homepage


def _naming(me: str, thing: Organisation | Initiative) -> Iterator[Statement]:
    yield me, RDFS.label, literal(thing.name)
    for term, names in (
        (JU.abbreviation, thing.abbreviations),
        (JU.otherName, (*thing.other_names, *thing.context_names)),
        (JU.registerSource, thing.sources),
    ):
        for name in names:
            yield me, term, literal(name)
    if thing.start:
        yield me, JU.started, partial_date(thing.start)
    if thing.end:
        yield me, JU.ended, partial_date(thing.end)


def _links(
    mint: Minter, me: str, predicate: str, kind: str, keys: Iterable[str]
) -> Iterator[Statement]:
    for key in keys:
        yield me, predicate, iri(mint.named(kind, key))


def _change(mint: Minter, before: str, after: str) -> Iterator[Statement]:
    """State that one body followed another; both rows may say so, and it is one event."""
    event = iri(mint.digested("change", before, after))
    yield event, A, ORG.ChangeEvent
    yield event, ORG.originalOrganization, iri(mint.named("organisation", before))
    yield event, ORG.resultingOrganization, iri(mint.named("organisation", after))
