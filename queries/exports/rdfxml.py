"""RDF/XML: every statement once, for tools that read nothing newer."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import IO, TYPE_CHECKING, cast
from xml.parsers import expat

import pyoxigraph as ox

from graph.errors import UsageError
from graph.serialisation.prefixes import prefixes
from graph.serialisation.statement_order import quads_of_graph
from queries.export_format import ExportFormat, RdfSyntax

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_OTHERS = "Turtle, TriG, N-Quads and JSON-LD can."


class XmlOutput:
    """A binary file that XML is written to.

    A reader of XML turns a carriage return into a line feed unless it is written as a reference,
    and offsets into texts would then be wrong.
    """

    def __init__(self, output: IO[bytes]) -> None:
        """Write to `output`."""
        self._output = output

    def write(self, data: bytes) -> int:
        """Write a piece of XML."""
        self._output.write(data.replace(b"\r", b"&#xD;"))
        return len(data)

    def flush(self) -> None:
        """Pass on what was written."""
        self._output.flush()


def write_rdfxml(store: ReadableStore, output: IO[bytes]) -> None:
    """Write a store as RDF/XML to an open binary file.

    Raises:
        UsageError: If RDF/XML cannot hold a statement; the message names the property or the thing.
    """
    sound = (_sound(quad).triple for quad in quads_of_graph(store, ox.DefaultGraph()))
    xml = cast("IO[bytes]", XmlOutput(output))
    ox.serialize(sound, xml, ox.RdfFormat.RDF_XML, prefixes=prefixes(store.base))


def _sound(quad: ox.Quad) -> ox.Quad:
    """A statement, if RDF/XML can hold it."""
    if isinstance(quad.object, ox.Literal) and _FORBIDDEN.search(quad.object.value):
        raise UsageError(
            f"A text of {quad.subject} holds a control character, and RDF/XML cannot hold it. "
            f"{_OTHERS}"
        )
    if not _is_element(quad.predicate.value):
        raise UsageError(f"RDF/XML has no way to write the property {quad.predicate}. {_OTHERS}")
    value = quad.object
    if quad.predicate == _TYPE and isinstance(value, ox.NamedNode) and not _is_element(value.value):
        raise UsageError(f"RDF/XML has no way to write the class {value}. {_OTHERS}")
    return quad


@lru_cache(maxsize=4096)
def _is_element(address: str) -> bool:
    """Whether a property or class can be the name of an element.

    The engine parts a name as XML wants it where that can be done, and writes what is no XML where
    it cannot. So a statement is written by itself, and read by a parser of XML.
    """
    written, names = io.BytesIO(), set()
    parser = expat.ParserCreate(namespace_separator="")
    parser.StartElementHandler = lambda name, _attributes: names.add(name)
    try:
        alone = ox.Triple(ox.NamedNode("urn:s"), ox.NamedNode(address), ox.Literal(""))
        ox.serialize([alone], written, ox.RdfFormat.RDF_XML)
        parser.Parse(written.getvalue(), True)  # noqa: FBT003 - expat takes it by position
    except (OSError, expat.ExpatError):
        return False
    return address in names


_SYNTAX = RdfSyntax(ox.RdfFormat.RDF_XML, named_graphs=False)

EXPORT = ExportFormat(
    name="rdfxml",
    title="every statement once",
    tools="Protégé, owlready2, older tools",
    suffix=".rdf",
    media_type="application/rdf+xml",
    stream=write_rdfxml,
    read=_SYNTAX.read,
    keeps_sources=False,
    is_rdf=True,
)
