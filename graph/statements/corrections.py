"""Statements about corrections by hand: what was said, by whom and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.statements.ntriples import Statement, iri, literal, typed
from graph.statements.terms import DCTERMS, JU, PROV, RDFS, A

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import Minter
    from graph.records.mentions import Correction


def correction_iri(mint: Minter, line: Correction) -> str:
    """IRI of a correction."""
    things = ("/".join(thing) for thing in (line.thing, line.into) if thing)
    about = (line.finding, line.flag) if line.finding else ()
    told = (line.act, line.name, line.candidate, *things, *about, line.by)
    return mint.digested("correction", *told, line.on.isoformat())


def correction(mint: Minter, line: Correction) -> Iterator[Statement]:
    """State a correction. What it changes shows in the mentions, things and notes of the graph."""
    things = tuple(thing for thing in (line.thing, line.into) if thing)
    me = iri(correction_iri(mint, line))
    agent = iri(mint.named("agent", line.by))
    yield me, A, JU.Correction
    yield me, JU.act, literal(line.act)
    yield me, JU.remark, literal(line.why)
    yield me, DCTERMS.date, typed(line.on.isoformat(), "date")
    yield me, PROV.wasAttributedTo, agent
    yield agent, A, PROV.Agent
    yield agent, RDFS.label, literal(line.by)
    for words in (line.name, line.candidate, line.flag):
        if words:
            yield me, JU.correctsName, literal(words)
    if line.finding:
        yield me, JU.corrects, iri(mint.named("finding", line.finding))
    for thing in things:
        yield me, JU.corrects, iri(mint.named(*thing))
