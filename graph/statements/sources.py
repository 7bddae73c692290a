"""What one source record says, with its provenance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib.namespace import DCTERMS, FOAF, PROV, RDF, RDFS

from graph.ntriples import Statement, iri, literal, typed, web_address
from graph.records import (
    Curation,
    Finding,
    Initiative,
    Organisation,
    Position,
    Reply,
    SourceRecord,
    TrackerEntry,
)
from graph.statements import findings, registers
from ontology.terms import JU

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import Minter

A = iri(RDF.type)


def record_iri(mint: Minter, record: SourceRecord) -> str:
    """IRI of a source record, which is also the name of its graph."""
    return mint.digested("record", record.origin.source, record.origin.sha256)


class SourceStatements:
    """Writes the statements of source records."""

    def __init__(self, mint: Minter) -> None:
        """Use `mint` for every IRI."""
        self._mint = mint

    def state(self, record: SourceRecord) -> Iterator[Statement]:
        """State what the record says, and where it was read.

        The same record always gives the same statements in the same order.
        """
        mint = self._mint
        graph = iri(record_iri(mint, record))
        yield from self._origin(record, graph)
        for claim in record.claims:
            match claim:
                case Organisation():
                    yield from registers.organisation(mint, claim)
                case Initiative():
                    yield from registers.initiative(mint, claim)
                case Finding():
                    yield from findings.finding(mint, claim)
                case Reply():
                    yield from findings.reply(mint, claim)
                case TrackerEntry():
                    yield from findings.tracker_entry(mint, claim, record.origin)
                case Position():
                    yield from findings.position(mint, claim, graph)
                case Curation():
                    yield from findings.curation(mint, claim, record.origin)

    def _origin(self, record: SourceRecord, graph: str) -> Iterator[Statement]:
        origin = record.origin
        loader = iri(self._mint.named("loader", f"{origin.source}-{origin.version}"))
        publisher = iri(self._mint.named("agent", origin.publisher))
        yield graph, A, iri(JU.SourceRecord)
        yield graph, iri(JU.sha256), literal(origin.sha256)
        yield graph, iri(JU.location), literal(origin.location)
        yield graph, iri(JU.readBy), loader
        yield graph, iri(DCTERMS.license), iri(origin.licence)
        yield graph, iri(DCTERMS.publisher), publisher
        if origin.retrieved:
            yield graph, iri(DCTERMS.date), typed(origin.retrieved, "date")
        if address := web_address(origin.address):
            yield graph, iri(FOAF.page), address
        yield loader, A, iri(JU.Loader)
        yield loader, iri(RDFS.label), literal(f"{origin.source} loader, version {origin.version}")
        yield publisher, A, iri(PROV.Agent)
        yield publisher, iri(RDFS.label), literal(origin.publisher)
