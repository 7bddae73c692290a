"""Where a source record was read, by what and under which terms, and whose words it holds.

None of this is said by the record itself. It is stated of the record and of what stands in it, in
the default graph alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.statements.ntriples import Statement, iri, literal, typed, web_address
from graph.statements.ntriples_terms import DCTERMS, FOAF, JU, PROV, RDFS, A

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.identity import IriFactory
    from graph.records.findings import Origin


_ABOUT_WORDS = frozenset({PROV.wasAttributedTo, PROV.wasDerivedFrom, JU.noReportBecause})


def is_provenance(statement: Statement) -> bool:
    """Whether a statement about what stands in a record says whose it is or where it is from."""
    _subject, predicate, value = statement
    return predicate in _ABOUT_WORDS or (predicate == A and value == PROV.Agent)


def describe_source(iris: IriFactory, origin: Origin) -> Iterator[Statement]:
    """Say in words who publishes a source and what read it; the same for all its records."""
    loader, publisher = _loader(iris, origin), _publisher(iris, origin)
    yield loader, A, JU.Loader
    yield loader, RDFS.label, literal(f"{origin.source} loader, version {origin.version}")
    yield publisher, A, PROV.Agent
    yield publisher, RDFS.label, literal(origin.publisher)


def provenance(iris: IriFactory, origin: Origin, graph: str) -> Iterator[Statement]:
    """State where the record with the given graph was read."""
    yield graph, A, JU.SourceRecord
    yield graph, JU.sha256, literal(origin.sha256)
    yield graph, JU.location, literal(origin.location)
    yield graph, JU.readBy, _loader(iris, origin)
    yield graph, DCTERMS.license, iri(origin.licence)
    yield graph, DCTERMS.publisher, _publisher(iris, origin)
    if origin.retold:
        yield graph, JU.retold, typed("true", "boolean")
    if origin.retrieved:
        yield graph, DCTERMS.date, typed(origin.retrieved, "date")
    if address := web_address(origin.address):
        yield graph, FOAF.page, address
    if fetched := web_address(origin.fetched_from):
        yield graph, DCTERMS.source, fetched


def _loader(iris: IriFactory, origin: Origin) -> str:
    return iri(iris.from_slug("loader", f"{origin.source}-{origin.version}"))


def _publisher(iris: IriFactory, origin: Origin) -> str:
    return iri(iris.from_slug("agent", origin.publisher))
