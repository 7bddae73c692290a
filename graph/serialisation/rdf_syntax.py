"""Writes and reads the syntaxes of RDF that the engine knows.

Subjects stand in the order of their IRIs and so do their statements, so the same statements always
give the same bytes.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from graph.serialisation.file_limits import check_json, check_turtle, check_xml
from graph.serialisation.prefixes import prefixes
from graph.serialisation.statement_order import quads_of_graph, quads_of_store
from graph.serialisation.statement_reader import statement_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.serialisation.import_limits import ImportLimits
    from graph.store.readable_store import ReadableStore

_CHECKS = {ox.RdfFormat.RDF_XML: check_xml, ox.RdfFormat.JSON_LD: check_json}
"""How a file is looked through before it is parsed; all other syntaxes are kin of Turtle."""


def write_syntax(
    store: ReadableStore, output: IO[bytes], syntax: ox.RdfFormat, *, named_graphs: bool
) -> None:
    """Write a store to an open binary file.

    Args:
        store: What to write.
        output: The file.
        syntax: The syntax, as the engine calls it.
        named_graphs: Whether to write the named graphs as well as the default graph.
    """
    short = prefixes(store.base)
    if named_graphs:
        ox.serialize(quads_of_store(store), output, syntax, prefixes=short)
    else:
        triples = (quad.triple for quad in quads_of_graph(store, ox.DefaultGraph()))
        ox.serialize(triples, output, syntax, prefixes=short)


def read_syntax(path: Path, syntax: ox.RdfFormat, limits: ImportLimits) -> Iterator[bytes]:
    """What a file states, as lines of N-Quads.

    Args:
        path: The file.
        syntax: The syntax, as the engine calls it.
        limits: What the file may hold.

    Raises:
        SyntaxError: If the file is not in that syntax.
        ValueError: If it holds more than is allowed.
        OSError: If it cannot be read.
    """
    _CHECKS.get(syntax, check_turtle)(path, limits)
    yield from statement_lines(ox.parse(path=str(path), format=syntax), limits)
