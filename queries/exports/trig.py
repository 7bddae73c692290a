"""TriG: every statement, and which source record says it, in text that people can read."""

from __future__ import annotations

import pyoxigraph as ox

from queries.export_format import ExportFormat, RdfSyntax

_SYNTAX = RdfSyntax(ox.RdfFormat.TRIG, named_graphs=True)

EXPORT = ExportFormat(
    name="trig",
    title="every statement, and which source record says it",
    tools="Fuseki, Oxigraph, GraphDB",
    suffix=".trig",
    media_type="application/trig",
    stream=_SYNTAX.stream,
    read=_SYNTAX.read,
    release_path="graph/joinedup.trig",
    is_rdf=True,
)
