"""The release described in VoID and DCAT: what is in it, how much of each, and every file.

SPDX terms give the checksums, as DCAT 3 asks. Everything has a name, so nothing needs a blank node.
"""

from __future__ import annotations

from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import DCAT, DCTERMS, RDF, RDFS, VOID, XSD

from graph.identity import slug
from joinedup import __version__
from ontology.namespaces import PREFIXES
from queries.exports import export_formats

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.embedded import Store

SPDX = "http://spdx.org/rdf/terms#"
_LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"
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
_LICENCES = """SELECT DISTINCT ?licence WHERE {
  ?record a <https://w3id.org/joinedup/ontology#SourceRecord> ;
    <http://purl.org/dc/terms/license> ?licence
}"""

Held = tuple[str, int, str]
"""A file: its path in the release, its size in bytes, its SHA-256 digest."""


def describe(store: Store, held: Iterable[Held]) -> bytes:
    """The description of a release, in Turtle.

    Args:
        store: The graph that is released.
        held: The files of the release.
    """
    me = ox.NamedNode(f"{store.base}id/dataset/graph")
    triples = [*_dataset(store, me), *_partitions(store, me)]
    for file in held:
        triples += _distribution(me, *file)
    triples.sort(key=lambda one: (str(one.subject), one.predicate.value != str(RDF.type), str(one)))
    short = {**PREFIXES, "spdx": SPDX}
    return ox.serialize(triples, None, ox.RdfFormat.TURTLE, prefixes=short) or b""


def _dataset(store: Store, me: ox.NamedNode) -> Iterator[ox.Triple]:
    ((triples, subjects, properties),) = store.rows(_TOTALS)
    yield _said(me, RDF.type, DCAT.Dataset)
    yield _said(me, RDF.type, VOID.Dataset)
    title = "joinedup: findings of UK select committees, government's answers, and who is named"
    yield _words(me, DCTERMS.title, title)
    yield _words(
        me,
        DCTERMS.description,
        "Findings of UK select committees, the answers of government, the labels of trackers, and "
        "the organisations and initiatives named in them; each with its sentence and its source.",
    )
    yield _words(me, DCTERMS.creator, "The joinedup authors")
    yield _words(me, f"{DCAT}version", f"made with joinedup {__version__}")
    yield _said(me, DCTERMS.license, _LICENCE)
    for (licence,) in sorted(store.rows(_LICENCES), key=str):
        if isinstance(licence, ox.NamedNode):
            yield _said(me, DCTERMS.rights, licence.value)
    for term, count in (
        (VOID.triples, triples),
        (VOID.distinctSubjects, subjects),
        (VOID.properties, properties),
    ):
        yield ox.Triple(me, ox.NamedNode(term), _whole(count))
    yield _words(me, VOID.uriSpace, store.base)
    for _, address in sorted(PREFIXES.items()):
        if "joinedup" not in address or address.endswith("ontology#"):
            yield _said(me, VOID.vocabulary, address)
    for (example,) in store.rows(_EXAMPLE):
        if isinstance(example, ox.Literal):
            yield _said(me, VOID.exampleResource, example.value)


def _partitions(store: Store, me: ox.NamedNode) -> Iterator[ox.Triple]:
    """How many things of each class there are, and statements of each property."""
    for query, kind, link, names, amount in (
        (_CLASSES, "class", VOID.classPartition, VOID["class"], VOID.entities),
        (_PROPERTIES, "property", VOID.propertyPartition, VOID.property, VOID.triples),
    ):
        for named, count in sorted(store.rows(query), key=str):
            if not isinstance(named, ox.NamedNode):
                continue
            part = ox.NamedNode(f"{me.value}/{kind}/{slug(named.value.partition('//')[2])}")
            yield ox.Triple(me, ox.NamedNode(link), part)
            yield ox.Triple(part, ox.NamedNode(names), named)
            yield ox.Triple(part, ox.NamedNode(amount), _whole(count))


def _distribution(me: ox.NamedNode, path: str, size: int, digest: str) -> Iterator[ox.Triple]:
    file = ox.NamedNode(f"{me.value}/file/{slug(path)}")
    checksum = ox.NamedNode(f"{file.value}/checksum")
    yield ox.Triple(me, ox.NamedNode(DCAT.distribution), file)
    yield _said(file, RDF.type, DCAT.Distribution)
    yield _words(file, RDFS.label, path)
    media = _media_types().get(PurePath(path).suffix)
    if media:
        yield _said(file, DCAT.mediaType, f"https://www.iana.org/assignments/media-types/{media}")
    yield ox.Triple(file, ox.NamedNode(DCAT.byteSize), ox.Literal(size))
    yield _said(file, SPDX + "checksum", checksum.value)
    yield _said(checksum, RDF.type, SPDX + "Checksum")
    yield _said(checksum, SPDX + "algorithm", SPDX + "checksumAlgorithm_sha256")
    hexadecimal = ox.NamedNode(XSD.hexBinary)
    yield ox.Triple(
        checksum, ox.NamedNode(SPDX + "checksumValue"), ox.Literal(digest, datatype=hexadecimal)
    )


@cache
def _media_types() -> dict[str, str]:
    exported = {form.suffix: form.media_type for form in export_formats().values()}
    return _OTHER_MEDIA_TYPES | exported


def _said(subject: ox.NamedNode, predicate: str, value: str) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), ox.NamedNode(value))


def _words(subject: ox.NamedNode, predicate: str, text: str) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), ox.Literal(text))


def _whole(count: object) -> ox.Literal:
    return ox.Literal(int(getattr(count, "value", 0)))
