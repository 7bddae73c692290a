"""The terms that statements use, as they are written in N-Triples.

`JU.onFinding` is the IRI of a property in its angle brackets, `POSITION["accepted-in-part"]` that
of a concept. Each is looked up in the closed namespace behind it once: looking there costs more
than writing a statement. A mistyped term raises AttributeError.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

from rdflib import namespace as standard

from graph.statements.ntriples import iri
from ontology import namespaces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import URIRef

    from graph.statements.ntriples import Statement


class ClosedNamespace(Protocol):
    """What raises AttributeError where it has no term of a name."""

    def __getitem__(self, name: str, /) -> URIRef:
        """IRI of a term."""


class NTriplesNamespace:
    """A namespace whose terms are written in N-Triples syntax."""

    def __init__(self, namespace: ClosedNamespace) -> None:
        """Write the terms of `namespace`."""
        self._namespace = namespace

    def __getattr__(self, name: str) -> str:
        """The written form of a term, kept for the next time."""
        written = iri(str(self._namespace[name]))
        setattr(self, name, written)
        return written

    def __getitem__(self, name: str) -> str:
        """The written form of a term whose name is no identifier, such as that of a concept."""
        return str(getattr(self, name))


CITO = NTriplesNamespace(namespaces.CITO)
DCAT = NTriplesNamespace(standard.DCAT)
DCTERMS = NTriplesNamespace(standard.DCTERMS)
FOAF = NTriplesNamespace(standard.FOAF)
JU = NTriplesNamespace(namespaces.JU)
OA = NTriplesNamespace(namespaces.OA)
ORG = NTriplesNamespace(standard.ORG)
PROV = NTriplesNamespace(standard.PROV)
RDFS = NTriplesNamespace(standard.RDFS)
SKOS = NTriplesNamespace(standard.SKOS)
VOID = NTriplesNamespace(standard.VOID)

BASIS = NTriplesNamespace(namespaces.BASIS)
CONFIDENCE = NTriplesNamespace(namespaces.CONFIDENCE)
DELIVERY = NTriplesNamespace(namespaces.DELIVERY)
FINDING_KIND = NTriplesNamespace(namespaces.FINDING_KIND)
FLAG = NTriplesNamespace(namespaces.FLAG)
INITIATIVE_KIND = NTriplesNamespace(namespaces.INITIATIVE_KIND)
ORGANISATION_KIND = NTriplesNamespace(namespaces.ORGANISATION_KIND)
POSITION = NTriplesNamespace(namespaces.POSITION)
REGISTER_LINK = NTriplesNamespace(namespaces.REGISTER_LINK)
RELATION = NTriplesNamespace(namespaces.RELATION)
ROLE = NTriplesNamespace(namespaces.ROLE)
RULE = NTriplesNamespace(namespaces.RULE)
VOICE = NTriplesNamespace(namespaces.VOICE)

A = NTriplesNamespace(standard.RDF).type
"""The predicate that gives a thing its class."""


def kind_class(subject: str, kind: str) -> Iterator[Statement]:
    """State the class of all things of a kind, where the ontology defines one.

    Args:
        subject: The thing.
        kind: Its kind, a concept in N-Triples syntax.
    """
    if (defined := _classes().get(kind)) is not None:
        yield subject, A, defined


def class_with_outside(subject: str, term: str) -> Iterator[Statement]:
    """State a class of ours, and those of other vocabularies above it.

    For the few things that people look for by the words of other vocabularies; of all others the
    ontology alone says what stands above their class.

    Args:
        subject: The thing.
        term: The class, in N-Triples syntax.
    """
    yield subject, A, term
    for outside in namespaces.outside_classes().get(term.strip("<>"), ()):
        yield subject, A, iri(outside)


@cache
def _classes() -> dict[str, str]:
    return {
        iri(concept): iri(defined) for concept, defined in namespaces.classes_of_concepts().items()
    }
