"""RDF/XML: every statement once, for tools that read nothing newer."""

from __future__ import annotations

import re
from typing import IO, cast

import pyoxigraph as ox

from graph.errors import UsageError
from queries.export_format import ExportFormat, RdfSyntax

_FORBIDDEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")


class XmlOutput:
    """A binary file that XML is written to.

    A reader of XML turns a carriage return into a line feed unless it is written as a reference,
    and offsets into texts would then be wrong. Some control characters cannot be in XML at all.
    """

    def __init__(self, output: IO[bytes]) -> None:
        """Write to `output`."""
        self._output = output

    def write(self, data: bytes) -> int:
        """Write a piece of XML.

        Raises:
            UsageError: If it holds a character that XML cannot hold.
        """
        if _FORBIDDEN.search(data):
            raise UsageError(
                "A text holds a control character, and RDF/XML cannot hold it. "
                "Turtle, TriG, N-Quads and JSON-LD can."
            )
        self._output.write(data.replace(b"\r", b"&#xD;"))
        return len(data)

    def flush(self) -> None:
        """Pass on what was written."""
        self._output.flush()


def _as_xml(output: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", XmlOutput(output))


_SYNTAX = RdfSyntax(ox.RdfFormat.RDF_XML, named_graphs=False, wrap=_as_xml)

EXPORT = ExportFormat(
    name="rdfxml",
    title="every statement once",
    tools="Protégé, owlready2, older tools",
    suffix=".rdf",
    media_type="application/rdf+xml",
    stream=_SYNTAX.stream,
    read=_SYNTAX.read,
    keeps_sources=False,
)
