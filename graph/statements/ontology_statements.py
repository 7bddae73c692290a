"""The ontology's own statements, so that a graph can say in words what its terms mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from ontology.namespaces import ontology_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.statements.ntriples import Statement

GRAPH = "<https://w3id.org/joinedup/ontology>"
"""Name of the graph that holds them, in N-Triples syntax."""


def vocabulary() -> Iterator[Statement]:
    """What the ontology and its concept schemes say, but for axioms that need blank nodes.

    The full axioms are in the files; a graph without blank nodes can be compared line by line.
    """
    for path in ontology_files():
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if not isinstance(quad.subject, ox.BlankNode) and not isinstance(
                quad.object, ox.BlankNode
            ):
                yield str(quad.subject), str(quad.predicate), str(quad.object)
