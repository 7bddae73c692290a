"""The media types of answers to queries and of graphs, each with the engine's name for it."""

from __future__ import annotations

import pyoxigraph as ox

from joinedup.server.negotiation import Representation

_JSON = Representation("application/sparql-results+json", ("application/json",))
_XML = Representation("application/sparql-results+xml", ("application/xml", "text/xml"))
_CSV = Representation("text/csv")
_TSV = Representation("text/tab-separated-values")

ROW_TYPES = {
    _JSON: ox.QueryResultsFormat.JSON,
    _XML: ox.QueryResultsFormat.XML,
    _CSV: ox.QueryResultsFormat.CSV,
    _TSV: ox.QueryResultsFormat.TSV,
}
"""Forms of the answer to SELECT, the usual one first."""

BOOLEAN_TYPES = {_JSON: ox.QueryResultsFormat.JSON, _XML: ox.QueryResultsFormat.XML}
"""Forms of the answer to ASK."""

GRAPH_TYPES = {
    Representation(
        "text/turtle", ("application/turtle", "application/x-turtle", "text/n3")
    ): ox.RdfFormat.TURTLE,
    Representation("application/n-triples", ("text/plain",)): ox.RdfFormat.N_TRIPLES,
    Representation("application/rdf+xml"): ox.RdfFormat.RDF_XML,
    Representation("application/ld+json", ("application/x-json+ld",)): ox.RdfFormat.JSON_LD,
}
"""Forms of a graph: the answer to CONSTRUCT and DESCRIBE, and descriptions of things."""

DATASET_TYPES = {
    Representation("application/n-quads", ("text/x-nquads",)): ox.RdfFormat.N_QUADS,
    Representation("application/trig", ("application/x-trig",)): ox.RdfFormat.TRIG,
}
"""Forms of all graphs together."""

SUFFIXES = dict(zip(("ttl", "nt", "rdf", "jsonld"), GRAPH_TYPES, strict=True))
"""Suffixes by which a form of a graph can be asked for."""
