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


class Written:
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


CITO = Written(terms.CITO)
DCAT = Written(standard.DCAT)
DCTERMS = Written(standard.DCTERMS)
FOAF = Written(standard.FOAF)
JU = Written(terms.JU)
OA = Written(terms.OA)
ORG = Written(standard.ORG)
PROV = Written(standard.PROV)
RDFS = Written(standard.RDFS)
VOID = Written(standard.VOID)

BASIS = Written(schemes.BASIS)
DELIVERY = Written(schemes.DELIVERY)
FINDING_KIND = Written(schemes.FINDING_KIND)
FLAG = Written(schemes.FLAG)
INITIATIVE_KIND = Written(schemes.INITIATIVE_KIND)
ORGANISATION_KIND = Written(schemes.ORGANISATION_KIND)
POSITION = Written(schemes.POSITION)
RELATION = Written(schemes.RELATION)
ROLE = Written(schemes.ROLE)
RULE = Written(schemes.RULE)
VOICE = Written(schemes.VOICE)

A = Written(standard.RDF).type
"""The predicate that gives a thing its class."""
