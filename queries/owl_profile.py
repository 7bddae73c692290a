"""The graph as an ontology of OWL 2 with individuals, for Protégé and reasoners.

A graph of ours says of the ontology only what needs no blank nodes, and gives days, months and
years the types of XML Schema, which OWL 2 does not know. Here all axioms are there, and such a
value is a string of the same characters.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import RDF, XSD

from ontology.namespaces import ontology_files
from queries.temporary_store import portions, temporary_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.embedded import Store
    from graph.store.readable_store import ReadableStore

_TYPES = frozenset(
    [str(RDF.langString), str(RDF.PlainLiteral), str(RDF.XMLLiteral)]
    + [
        f"{XSD}{name}"
        for name in (
            *("decimal", "integer", "nonNegativeInteger", "nonPositiveInteger", "positiveInteger"),
            *("negativeInteger", "long", "int", "short", "byte", "unsignedLong", "unsignedInt"),
            *("unsignedShort", "unsignedByte", "double", "float", "string", "normalizedString"),
            *("token", "language", "Name", "NCName", "NMTOKEN", "boolean", "hexBinary"),
            *("base64Binary", "anyURI", "dateTime", "dateTimeStamp"),
        )
    ]
)
"""The datatype map of OWL 2 (https://www.w3.org/TR/owl2-syntax/#Datatype_Maps), but for numbers
that XML Schema cannot write."""


@contextmanager
def owl_store(store: ReadableStore) -> Iterator[Store]:
    """A store with the merge of a graph and all axioms; it goes when it is done with.

    Args:
        store: The graph; it stays as it is.

    Raises:
        StoreError: If there is no room for it.
    """
    quads = map(_within_owl, store.quads(ox.DefaultGraph()))
    with temporary_store(map(_written, portions(quads))) as whole:
        whole.change(b"", _written(map(_within_owl, _axioms())))  # a load gives new blank nodes
        yield whole


def _axioms() -> Iterator[ox.Quad]:
    """All that the ontology's files say; blank nodes have the same names each time."""
    files = ontology_files()
    parsed = (ox.parse(path=str(path), format=ox.RdfFormat.TURTLE) for path in files)
    dataset = ox.Dataset(chain.from_iterable(parsed))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return iter(dataset)


def _written(quads: Iterable[ox.Quad]) -> bytes:
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""


def _within_owl(quad: ox.Quad) -> ox.Quad:
    value = quad.object
    if not isinstance(value, ox.Literal) or value.datatype.value in _TYPES:
        return quad
    return ox.Quad(quad.subject, quad.predicate, ox.Literal(value.value), quad.graph_name)
