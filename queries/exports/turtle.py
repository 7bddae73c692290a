"""Turtle: every statement once, in text that people can read."""

from __future__ import annotations

import pyoxigraph as ox

from queries.export_format import ExportFormat, RdfSyntax

_SYNTAX = RdfSyntax(ox.RdfFormat.TURTLE, named_graphs=False)

EXPORT = ExportFormat(
    name="turtle",
    title="every statement once",
    tools="Protégé, GraphDB, owlready2",
    suffix=".ttl",
    media_type="text/turtle",
    stream=_SYNTAX.stream,
    read=_SYNTAX.read,
    keeps_sources=False,
    release_path="graph/joinedup.ttl",
    is_rdf=True,
)
