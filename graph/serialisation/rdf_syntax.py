"""Writes and reads the syntaxes of RDF that the engine knows.

Subjects stand in the order of their IRIs and so do their statements, so the same statements always
give the same bytes.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import pyoxigraph as ox

from graph.serialisation.prefixes import prefixes
from graph.serialisation.statement_order import quads_of_graph, quads_of_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store.embedded import Store, Term

_GENERATED = "urn:joinedup:blank:"
"""Where the names of nodes live that had none."""


def write_syntax(
    store: Store, output: IO[bytes], syntax: ox.RdfFormat, *, named_graphs: bool
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


def read_syntax(path: Path, syntax: ox.RdfFormat) -> Iterator[bytes]:
    """What a file states, as lines of N-Quads.

    Args:
        path: The file.
        syntax: The syntax, as the engine calls it.

    Raises:
        SyntaxError: If the file is not in that syntax.
        OSError: If it cannot be read.
    """
    for quad in ox.parse(path=str(path), format=syntax):
        if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode):
            yield from _without_blank_nodes(path, syntax)
            return
        yield _line(quad)


def nquads_line(subject: str, predicate: str, value: str, graph: str | None) -> bytes:
    """A statement as a line of N-Quads; each term is in N-Triples syntax, no graph is default."""
    return f"{subject} {predicate} {value} {f'{graph} .' if graph else '.'}\n".encode()


def _without_blank_nodes(path: Path, syntax: ox.RdfFormat) -> Iterator[bytes]:
    """What a file states, with a name for each blank node, so that it can be compared and merged.

    A name is made of the node's canonical label (RDFC-1.0), the same whoever wrote the file. Ours
    hold no blank nodes; other people's may.
    """
    dataset = ox.Dataset(ox.parse(path=str(path), format=syntax))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    for quad in dataset:
        subject, value = (_as_named(term) for term in (quad.subject, quad.object))
        yield _line(ox.Quad(subject, quad.predicate, value, quad.graph_name))


def _as_named(term: Term) -> Any:  # noqa: ANN401 - any term is given and any may come
    return ox.NamedNode(f"{_GENERATED}{term.value}") if isinstance(term, ox.BlankNode) else term


def _line(quad: ox.Quad) -> bytes:
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
    return nquads_line(str(quad.subject), str(quad.predicate), str(quad.object), graph)
