"""The order in which statements are written: by subject, type first, then predicate and object."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore

Subject = ox.NamedNode | ox.BlankNode | ox.Triple

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def quads_of_store(store: ReadableStore) -> Iterator[ox.Quad]:
    """The quads of the default graph, then those of each named graph in the order of names."""
    yield from quads_of_graph(store, ox.DefaultGraph())
    for graph in sorted(store.graphs(), key=str):
        yield from quads_of_graph(store, graph)


def quads_of_graph(
    store: ReadableStore, graph: ox.NamedNode | ox.DefaultGraph
) -> Iterator[ox.Quad]:
    """The quads of one graph in order."""
    for subject in ordered_subjects(store, graph):
        yield from quads_of_subject(store, graph, subject)


def ordered_subjects(store: ReadableStore, graph: ox.NamedNode | ox.DefaultGraph) -> list[Subject]:
    """The subjects of a graph in order."""
    return sorted(set(store.subjects(graph)), key=str)


def quads_of_subject(
    store: ReadableStore, graph: ox.NamedNode | ox.DefaultGraph, subject: Subject
) -> list[ox.Quad]:
    """The quads of one subject in a graph, in order."""
    return sorted(store.quads(graph, subject), key=_rank)


def _rank(quad: ox.Quad) -> tuple[bool, str, str]:
    return quad.predicate != _TYPE, str(quad.predicate), str(quad.object)
