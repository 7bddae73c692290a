"""N-Quads: one statement a line, with the source record that says it."""

from __future__ import annotations

import pyoxigraph as ox

from queries.export_format import ExportFormat, RdfSyntax

_SYNTAX = RdfSyntax(ox.RdfFormat.N_QUADS, named_graphs=True)

EXPORT = ExportFormat(
    name="nquads",
    title="one statement a line, and which source record says it",
    tools="Fuseki, Oxigraph, line tools such as grep and diff",
    suffix=".nq",
    media_type="application/n-quads",
    stream=_SYNTAX.stream,
    read=_SYNTAX.read,
    is_rdf=True,
)
