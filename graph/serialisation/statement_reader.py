"""Turns what a parser or a table gives into lines of N-Quads that a store may load.

Every term is one that strict readers take, so what is loaded can be exported and read again. Nodes
without a name get one; the graphs that we write have none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.serialisation.blank_nodes import blank_nodes, name_blank_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.serialisation.import_limits import ImportLimits

    Cell = object
    Row = tuple[Cell, Cell, Cell, Cell]

_PORTION = 10_000
"""Rows of a table that are parsed at once."""

_IRI = r'<[^\x00-\x20<>"{}|^`\\]*+>'
_BLANK = r"_:[\w.-]++"
_LITERAL = rf'"(?:[^"\\\n\r]|\\.)*+"(?:@[A-Za-z0-9-]++|\^\^{_IRI})?'
_SUBJECT = re.compile(f"{_IRI}|{_BLANK}")
_PREDICATE = re.compile(_IRI)
_OBJECT = re.compile(f"{_IRI}|{_BLANK}|{_LITERAL}")


def statement_lines(quads: Iterable[ox.Quad], limits: ImportLimits) -> Iterator[bytes]:
    """Statements as lines of N-Quads.

    Raises:
        ValueError: If there are more statements or blank nodes than allowed, or statements that
            RDF 1.1 does not have.
    """
    unnamed: list[ox.Quad] = []
    nodes: set[ox.BlankNode] = set()
    for number, quad in enumerate(quads, 1):
        if number > limits.statements:
            raise ValueError(f"it holds more than {limits.statements:,} statements, the limit")
        if blank := tuple(blank_nodes(quad)):
            nodes.update(blank)
            unnamed.append(quad)
            _refuse_many(nodes, unnamed, limits)
        else:
            yield _line(quad)
    yield from map(_line, name_blank_nodes(unnamed))


def quads_of_rows(rows: Iterable[Row]) -> Iterator[ox.Quad]:
    """The statements of a table: subject, predicate, object and graph, in N-Triples syntax.

    Raises:
        ValueError: If a row is no statement; the message gives its number.
        SyntaxError: If a term is not as strict readers want it.
    """
    lines: list[bytes] = []
    for number, row in enumerate(rows, 1):
        lines.append(_line_of_row(row, number))
        if len(lines) == _PORTION:
            yield from ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS)
            lines.clear()
    yield from ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS)


def _line_of_row(row: Row, number: int) -> bytes:
    subject, predicate, value, graph = row
    for cell, form, name in (
        (subject, _SUBJECT, "subject"),
        (predicate, _PREDICATE, "predicate"),
        (value, _OBJECT, "object"),
        (graph or "<>", _SUBJECT, "graph"),
    ):
        if not isinstance(cell, str) or not form.fullmatch(cell):
            raise ValueError(f"row {number:,} of its statements has no {name} in N-Triples syntax")
    return nquads_line(str(subject), str(predicate), str(value), str(graph or ""))


def _refuse_many(nodes: set[ox.BlankNode], unnamed: list[ox.Quad], limits: ImportLimits) -> None:
    if len(nodes) > limits.blank_nodes:
        raise ValueError(
            f"it holds more than {limits.blank_nodes:,} nodes without a name, the limit"
        )
    if len(unnamed) > limits.blank_statements:
        raise ValueError(
            f"it holds more than {limits.blank_statements:,} statements with a node that has no "
            "name, the limit"
        )


def nquads_line(subject: str, predicate: str, value: str, graph: str) -> bytes:
    """A statement as a line of N-Quads; each term is in N-Triples syntax, no graph is default."""
    return f"{subject} {predicate} {value} {f'{graph} .' if graph else '.'}\n".encode()


def _line(quad: ox.Quad) -> bytes:
    value = quad.object
    if isinstance(value, ox.Triple) or (isinstance(value, ox.Literal) and value.direction):
        raise ValueError("it holds statements about statements or directions of text (RDF 1.2)")
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
    return nquads_line(str(quad.subject), str(quad.predicate), str(value), graph)
