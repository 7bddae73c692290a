"""What one source record says, with its provenance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.authorities import Initiative, Organisation
from graph.records.findings import (
    Curation,
    Finding,
    Position,
    Reply,
    ReportedCommitment,
    TrackerEntry,
)
from graph.records.response_documents import Response, ResponseItem
from graph.statements import findings, registers, responses
from graph.statements.ntriples import Statement, iri, literal, typed, web_address
from graph.statements.ntriples_terms import DCTERMS, FOAF, JU, PROV, RDFS, A

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.records.findings import Origin
    from graph.records.source_record import SourceRecord


def record_iri(iris: IriFactory, record: SourceRecord) -> str:
    """IRI of a source record, which is also the name of its graph."""
    return iris.from_content("record", record.origin.source, record.origin.sha256)


def state(iris: IriFactory, record: SourceRecord) -> Iterator[Statement]:
    """State what a record says, and where it was read.

    The same record always gives the same statements in the same order.
    """
    graph = iri(record_iri(iris, record))
    yield from _origin(iris, record.origin, graph)
    for claim in record.claims:
        match claim:
            case TrackerEntry():
                yield from findings.tracker_entry(iris, claim, record.origin)
            case Curation():
                yield from findings.curation(iris, claim, record.origin)
            case Position():
                yield from findings.position(iris, claim, graph)
            case ReportedCommitment():
                yield from findings.undertaking(iris, claim, graph)
            case _:
                yield from _plainly(iris, claim)


_Plain = Organisation | Initiative | Finding | Reply | Response | ResponseItem


def _plainly(iris: IriFactory, claim: _Plain) -> Iterator[Statement]:
    """State a claim that says all of itself, whatever record it stands in."""
    match claim:
        case Organisation():
            return registers.organisation(iris, claim)
        case Initiative():
            return registers.initiative(iris, claim)
        case Finding():
            return findings.finding(iris, claim)
        case Reply():
            return findings.reply(iris, claim)
        case Response():
            return responses.response(iris, claim)
        case ResponseItem():
            return responses.item(iris, claim)


def describe_source(iris: IriFactory, origin: Origin) -> Iterator[Statement]:
    """Say in words who publishes a source and what read it; the same for all its records."""
    loader, publisher = _loader(iris, origin), _publisher(iris, origin)
    yield loader, A, JU.Loader
    yield loader, RDFS.label, literal(f"{origin.source} loader, version {origin.version}")
    yield publisher, A, PROV.Agent
    yield publisher, RDFS.label, literal(origin.publisher)


def _origin(iris: IriFactory, origin: Origin, graph: str) -> Iterator[Statement]:
    yield graph, A, JU.SourceRecord
    yield graph, JU.sha256, literal(origin.sha256)
    yield graph, JU.location, literal(origin.location)
    yield graph, JU.readBy, _loader(iris, origin)
    yield graph, DCTERMS.license, iri(origin.licence)
    yield graph, DCTERMS.publisher, _publisher(iris, origin)
    if origin.retrieved:
        yield graph, DCTERMS.date, typed(origin.retrieved, "date")
    if address := web_address(origin.address):
        yield graph, FOAF.page, address


def _loader(iris: IriFactory, origin: Origin) -> str:
    return iri(iris.from_slug("loader", f"{origin.source}-{origin.version}"))


def _publisher(iris: IriFactory, origin: Origin) -> str:
    return iri(iris.from_slug("agent", origin.publisher))
