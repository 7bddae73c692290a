"""Statements about corrections by hand: what was said, by whom and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.statements.ntriples import Statement, iri, literal, typed
from graph.statements.ntriples_terms import DCTERMS, JU, PROV, RDFS, A

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.records.mentions import Correction


def correction_iri(iris: IriFactory, line: Correction) -> str:
    """IRI of a correction."""
    entities = ("/".join(entity) for entity in (line.entity, line.merged_into) if entity)
    about = (line.finding, line.other_finding or line.flag) if line.finding else ()
    key = (line.correction_type, line.name, line.candidate, *entities, *about, line.author)
    return iris.from_content("correction", *key, line.day.isoformat())


def correction(iris: IriFactory, line: Correction) -> Iterator[Statement]:
    """State a correction. What it changes shows in the mentions, things and notes of the graph."""
    entities = tuple(entity for entity in (line.entity, line.merged_into) if entity)
    subject = iri(correction_iri(iris, line))
    agent = iri(iris.from_slug("agent", line.author))
    yield subject, A, JU.Correction
    yield subject, JU.act, literal(line.correction_type)
    yield subject, JU.remark, literal(line.reason)
    yield subject, DCTERMS.date, typed(line.day.isoformat(), "date")
    yield subject, PROV.wasAttributedTo, agent
    yield agent, A, PROV.Agent
    yield agent, RDFS.label, literal(line.author)
    two_findings = (line.finding, line.other_finding) if line.other_finding else ()
    for words in (line.name, line.candidate, line.flag, *two_findings):
        if words:
            yield subject, JU.correctsName, literal(words)
    if line.finding and not line.other_finding:
        yield subject, JU.corrects, iri(iris.from_slug("finding", line.finding))
    for entity in entities:
        yield subject, JU.corrects, iri(iris.from_slug(*entity))
