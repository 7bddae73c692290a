"""Writes a store as Turtle, TriG or N-Quads, in an order that can be read and compared.

Subjects stand in the order of their IRIs and so do their statements, so the same statements always
give the same bytes. Turtle holds the default graph: every statement once. TriG and N-Quads hold
the named graphs as well.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
}
"""Names of the formats on the command line."""


def export(store: Store, name: str, output: IO[bytes]) -> None:
    """Write the store to `output`.

    Args:
        store: What to write.
        name: Name of the format, a key of `FORMATS`.
        output: An open binary file.
    """
    form = FORMATS[name]
    short = prefixes(store.base)
    if form.supports_datasets:
        ox.serialize(_all_graphs(store), output, form, prefixes=short)
    else:
        quads = _in_order(store, ox.DefaultGraph())
        ox.serialize((quad.triple for quad in quads), output, form, prefixes=short)


def prefixes(base: str) -> dict[str, str]:
    """Prefixes of the vocabularies and of each kind of thing at `base`.

    Where a concept scheme has the name of a kind already, the kind's prefix is the plural.
    """
    kinds = {kind.replace("-", ""): f"{base}id/{kind}/" for kind in _KINDS}
    return PREFIXES | {f"{n}s" if n in PREFIXES else n: address for n, address in kinds.items()}


_KINDS = (
    "agent",
    "candidate",
    "change",
    "correction",
    "curation",
    "finding",
    "initiative",
    "loader",
    "mention",
    "organisation",
    "part",
    "position",
    "record",
    "relation",
    "reply",
    "report",
    "response",
    "run",
    "text",
    "tracker-entry",
    "unclear",
)


def _all_graphs(store: Store) -> Iterator[ox.Quad]:
    yield from _in_order(store, ox.DefaultGraph())
    for graph in sorted(store.graphs(), key=str):
        yield from _in_order(store, graph)


def _in_order(store: Store, graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Quad]:
    """The quads of a graph, ordered by subject, type first, then predicate and object."""
    subjects = sorted({str(subject) for subject in store.subjects(graph)})
    for subject in subjects:
        yield from sorted(store.quads(graph, ox.NamedNode(subject[1:-1])), key=_rank)


def _rank(quad: ox.Quad) -> tuple[bool, str, str]:
    return quad.predicate != _TYPE, str(quad.predicate), str(quad.object)


_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
