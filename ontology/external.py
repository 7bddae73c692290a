"""Closed subsets of the vocabularies that we use and that rdflib does not bring.

Each lists only the terms that `joinedup.ttl` declares.
"""

# ruff: noqa: N815 - RDF properties are written in mixedCase, and these are their names

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib.namespace import DefinedNamespace, Namespace

if TYPE_CHECKING:
    from rdflib import URIRef

__all__ = ["ADMS", "CITO", "ELI", "OA"]


class ADMS(DefinedNamespace):
    """W3C Asset Description Metadata Schema: identifiers and status."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/adms#")

    Identifier: URIRef
    identifier: URIRef
    schemaAgency: URIRef
    status: URIRef


class CITO(DefinedNamespace):
    """SPAR Citation Typing Ontology: what answers or supports what."""

    _fail = True
    _NS = Namespace("http://purl.org/spar/cito/")

    repliesTo: URIRef
    supports: URIRef


class ELI(DefinedNamespace):
    """European Legislation Identifier: laws."""

    _fail = True
    _NS = Namespace("http://data.europa.eu/eli/ontology#")

    LegalResource: URIRef


class OA(DefinedNamespace):
    """W3C Web Annotation Vocabulary: quotations and positions in texts."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")

    Annotation: URIRef
    SpecificResource: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    hasBody: URIRef
    hasSelector: URIRef
    hasSource: URIRef
    hasTarget: URIRef
    prefix: URIRef
    start: URIRef
    suffix: URIRef
