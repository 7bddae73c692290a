"""The release described in VoID and DCAT: what is in it, how much of each, and every file.

SPDX terms give the checksums, as DCAT 3 asks. Everything has a name, so nothing needs a blank node.
"""

from __future__ import annotations

from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyoxigraph as ox
from rdflib import DCAT, DCTERMS, RDF, RDFS, VOID, XSD

from graph.identity import slug
from joinedup.data_licences import data_licences, rights_triples
from joinedup.described_triples import link_triple, text_triple, whole_number
from joinedup.version import __version__
from ontology.namespaces import PREFIXES
from queries.exports import export_formats

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.readable_store import ReadableStore

SPDX = "http://spdx.org/rdf/terms#"
_HERE = "release://here/"
"""Stands for the folder of the release while addresses of its files are written relative to it."""

_OTHER_MEDIA_TYPES = {
    ".gexf": "application/gexf+xml", ".graphml": "application/graphml+xml", ".html": "text/html",
    ".json": "application/json", ".md": "text/markdown",
}  # fmt: skip
"""Media types of what a release holds beside the export formats, which name their own."""

_TOTALS = """SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects)
  (COUNT(DISTINCT ?p) AS ?properties) WHERE { ?s ?p ?o }"""
_CLASSES = "SELECT ?class (COUNT(*) AS ?count) WHERE { ?s a ?class } GROUP BY ?class"
_PROPERTIES = "SELECT ?property (COUNT(*) AS ?count) WHERE { ?s ?property ?o } GROUP BY ?property"
_EXAMPLE = """SELECT (MIN(STR(?finding)) AS ?example) WHERE {
  ?finding a <https://w3id.org/joinedup/ontology#Finding>
}"""

ReleaseFile = tuple[str, int, str]
"""A file: its path in the release, its size in bytes, its SHA-256 digest."""


def describe(store: ReadableStore, files: Iterable[ReleaseFile]) -> bytes:
    """The description of a release, in Turtle; addresses of files are relative to the release.

    Args:
        store: The graph that is released.
        files: The files of the release.
    """
    dataset = ox.NamedNode(f"{store.base}id/dataset/graph")
    triples = [*_dataset(store, dataset), *_partitions(store, dataset)]
    licences = data_licences(store)
    for file in files:
        triples += _distribution(dataset, licences, *file)
    triples.sort(key=_order)
    short = {**PREFIXES, "spdx": SPDX}
    turtle = ox.serialize(triples, None, ox.RdfFormat.TURTLE, prefixes=short, base_iri=_HERE)
    return (turtle or b"").replace(f"@base <{_HERE}> .\n".encode(), b"")


def _order(triple: ox.Triple) -> tuple[str, bool, str]:
    return str(triple.subject), triple.predicate.value != str(RDF.type), str(triple)


def _dataset(store: ReadableStore, dataset: ox.NamedNode) -> Iterator[ox.Triple]:
    ((triples, subjects, properties),) = store.rows(_TOTALS)
    yield link_triple(dataset, RDF.type, DCAT.Dataset)
    yield link_triple(dataset, RDF.type, VOID.Dataset)
    title = "joinedup: findings of UK select committees, government's answers, and who is named"
    yield text_triple(dataset, DCTERMS.title, title)
    yield text_triple(
        dataset,
        DCTERMS.description,
        "Findings of UK select committees, the answers of government, the labels of trackers, and "
        "the organisations and initiatives named in them; each with its sentence and its source.",
    )
    yield text_triple(dataset, DCTERMS.creator, "The joinedup authors")
    yield text_triple(dataset, f"{DCAT}version", f"made with joinedup {__version__}")
    yield from rights_triples(store, dataset)
    for term, count in (
        (VOID.triples, triples),
        (VOID.distinctSubjects, subjects),
        (VOID.properties, properties),
    ):
        yield ox.Triple(dataset, ox.NamedNode(term), whole_number(count))
    yield text_triple(dataset, VOID.uriSpace, store.base)
    for _, address in sorted(PREFIXES.items()):
        if "joinedup" not in address or address.endswith("ontology#"):
            yield link_triple(dataset, VOID.vocabulary, address)
    for (example,) in store.rows(_EXAMPLE):
        if isinstance(example, ox.Literal):
            yield link_triple(dataset, VOID.exampleResource, example.value)


def _partitions(store: ReadableStore, dataset: ox.NamedNode) -> Iterator[ox.Triple]:
    """How many things of each class there are, and statements of each property."""
    for query, kind, link, names, amount in (
        (_CLASSES, "class", VOID.classPartition, VOID["class"], VOID.entities),
        (_PROPERTIES, "property", VOID.propertyPartition, VOID.property, VOID.triples),
    ):
        for named, count in sorted(store.rows(query), key=str):
            if not isinstance(named, ox.NamedNode):
                continue
            part = ox.NamedNode(f"{dataset.value}/{kind}/{slug(named.value.partition('//')[2])}")
            yield ox.Triple(dataset, ox.NamedNode(link), part)
            yield ox.Triple(part, ox.NamedNode(names), named)
            yield ox.Triple(part, ox.NamedNode(amount), whole_number(count))


def _distribution(
    dataset: ox.NamedNode, licences: Iterable[str], path: str, size: int, digest: str
) -> Iterator[ox.Triple]:
    file = ox.NamedNode(f"{dataset.value}/file/{slug(path)}")
    checksum = ox.NamedNode(f"{file.value}/checksum")
    yield ox.Triple(dataset, ox.NamedNode(DCAT.distribution), file)
    yield link_triple(file, RDF.type, DCAT.Distribution)
    yield text_triple(file, RDFS.label, path)
    for term in (DCAT.accessURL, DCAT.downloadURL):
        yield link_triple(file, term, _HERE + quote(path))
    for licence in licences:
        yield link_triple(file, DCTERMS.license, licence)
    media = _media_types().get(PurePath(path).suffix)
    if media:
        yield link_triple(
            file, DCAT.mediaType, f"https://www.iana.org/assignments/media-types/{media}"
        )
    yield ox.Triple(file, ox.NamedNode(DCAT.byteSize), ox.Literal(size))
    yield link_triple(file, SPDX + "checksum", checksum.value)
    yield link_triple(checksum, RDF.type, SPDX + "Checksum")
    yield link_triple(checksum, SPDX + "algorithm", SPDX + "checksumAlgorithm_sha256")
    hexadecimal = ox.NamedNode(XSD.hexBinary)
    yield ox.Triple(
        checksum, ox.NamedNode(SPDX + "checksumValue"), ox.Literal(digest, datatype=hexadecimal)
    )


@cache
def _media_types() -> dict[str, str]:
    exported = {form.suffix: form.media_type for form in export_formats().values()}
    return _OTHER_MEDIA_TYPES | exported
