"""Statements about corrections by hand: what was said, by whom and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.statements.ntriples import Statement, iri, literal, typed
from graph.statements.terms import DCTERMS, JU, PROV, RDFS, A

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.records.mentions import Correction


def correction_iri(iris: IriFactory, line: Correction) -> str:
    """IRI of a correction."""
    things = ("/".join(thing) for thing in (line.thing, line.into) if thing)
    about = (line.finding, line.flag) if line.finding else ()
    told = (line.act, line.name, line.candidate, *things, *about, line.by)
    return iris.from_content("correction", *told, line.on.isoformat())


def correction(iris: IriFactory, line: Correction) -> Iterator[Statement]:
    """State a correction. What it changes shows in the mentions, things and notes of the graph."""
    things = tuple(thing for thing in (line.thing, line.into) if thing)
    subject = iri(correction_iri(iris, line))
    agent = iri(iris.from_slug("agent", line.by))
    yield subject, A, JU.Correction
    yield subject, JU.act, literal(line.act)
    yield subject, JU.remark, literal(line.why)
    yield subject, DCTERMS.date, typed(line.on.isoformat(), "date")
    yield subject, PROV.wasAttributedTo, agent
    yield agent, A, PROV.Agent
    yield agent, RDFS.label, literal(line.by)
    for words in (line.name, line.candidate, line.flag):
        if words:
            yield subject, JU.correctsName, literal(words)
    if line.finding:
        yield subject, JU.corrects, iri(iris.from_slug("finding", line.finding))
    for thing in things:
        yield subject, JU.corrects, iri(iris.from_slug(*thing))
