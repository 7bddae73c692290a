"""The terms that statements use, as they are written in N-Triples.

`JU.onFinding` is the IRI of a property in its angle brackets, `POSITION["accepted-in-part"]` that
of a concept. Each is looked up in the closed namespace behind it once: looking there costs more
than writing a statement. A mistyped term raises AttributeError.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import namespace as standard

from graph.statements.ntriples import iri
from ontology import schemes, terms

if TYPE_CHECKING:
    from rdflib.namespace import DefinedNamespace


class NTriplesNamespace:
    """A namespace whose terms are written in N-Triples syntax."""

    def __init__(self, namespace: type[DefinedNamespace]) -> None:
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


CITO = NTriplesNamespace(terms.CITO)
DCAT = NTriplesNamespace(standard.DCAT)
DCTERMS = NTriplesNamespace(standard.DCTERMS)
FOAF = NTriplesNamespace(standard.FOAF)
JU = NTriplesNamespace(terms.JU)
OA = NTriplesNamespace(terms.OA)
ORG = NTriplesNamespace(standard.ORG)
PROV = NTriplesNamespace(standard.PROV)
RDFS = NTriplesNamespace(standard.RDFS)
VOID = NTriplesNamespace(standard.VOID)

BASIS = NTriplesNamespace(schemes.BASIS)
DELIVERY = NTriplesNamespace(schemes.DELIVERY)
FINDING_KIND = NTriplesNamespace(schemes.FINDING_KIND)
FLAG = NTriplesNamespace(schemes.FLAG)
INITIATIVE_KIND = NTriplesNamespace(schemes.INITIATIVE_KIND)
ORGANISATION_KIND = NTriplesNamespace(schemes.ORGANISATION_KIND)
POSITION = NTriplesNamespace(schemes.POSITION)
RELATION = NTriplesNamespace(schemes.RELATION)
ROLE = NTriplesNamespace(schemes.ROLE)
RULE = NTriplesNamespace(schemes.RULE)
VOICE = NTriplesNamespace(schemes.VOICE)

A = NTriplesNamespace(standard.RDF).type
"""The predicate that gives a thing its class."""
