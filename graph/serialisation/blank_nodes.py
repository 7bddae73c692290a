"""Gives each node without a name one that is made of what is said of it.

The same node gets the same name whoever wrote the file and in whatever order, unless it cannot be
told from another by what is said of them and of their neighbours; such nodes are numbered. Names
that are the same for every file in all cases (RDFC-1.0) would take time that grows beyond all
bounds with a few nodes that all know each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_GENERATED = "urn:joinedup:blank:"
"""Where the names of nodes live that had none."""

_ROUNDS = 20
"""Neighbours of neighbours that are looked at."""

Names = dict[ox.BlankNode, str]


def name_blank_nodes(quads: Sequence[ox.Quad]) -> Iterator[ox.Quad]:
    """The same statements with an IRI for each blank node; time is linear in their number."""
    names = _distinct(_colours(quads))

    for quad in quads:
        subject, value, graph = quad.subject, quad.object, quad.graph_name
        yield ox.Quad(
            _named(subject, names) if isinstance(subject, ox.BlankNode) else subject,
            quad.predicate,
            _named(value, names) if isinstance(value, ox.BlankNode) else value,
            _named(graph, names) if isinstance(graph, ox.BlankNode) else graph,
        )


def _named(node: ox.BlankNode, names: Names) -> ox.NamedNode:
    return ox.NamedNode(f"{_GENERATED}{names[node]}")


def blank_nodes(quad: ox.Quad) -> Iterator[ox.BlankNode]:
    """The blank nodes of a statement."""
    for term in (quad.subject, quad.object, quad.graph_name):
        if isinstance(term, ox.BlankNode):
            yield term


def _colours(quads: Sequence[ox.Quad]) -> Names:
    """A digest for each node of all that is said of it, up to some rounds away."""
    colours = {node: "" for quad in quads for node in blank_nodes(quad)}
    classes = 1
    for _ in range(_ROUNDS):
        colours = _refined(colours, quads)
        if len(set(colours.values())) in (classes, len(colours)):
            break
        classes = len(set(colours.values()))
    return colours


def _refined(colours: Mapping[ox.BlankNode, str], quads: Iterable[ox.Quad]) -> Names:
    """Digests that also tell nodes apart by the digests of their neighbours."""
    statements: defaultdict[ox.BlankNode, list[str]] = defaultdict(list)
    for quad in quads:
        terms = (quad.subject, quad.predicate, quad.object, quad.graph_name)
        for node in blank_nodes(quad):
            written = (_seen_from(node, term, colours) for term in terms)
            statements[node].append("\n".join(written))
    return {
        node: sha256("\n\n".join([colour, *sorted(statements[node])]).encode()).hexdigest()[:32]
        for node, colour in colours.items()
    }


def _seen_from(node: ox.BlankNode, term: object, colours: Mapping[ox.BlankNode, str]) -> str:
    if not isinstance(term, ox.BlankNode):
        return str(term)
    return "_:this" if term == node else f"_:{colours[term]}"


def _distinct(colours: Mapping[ox.BlankNode, str]) -> Names:
    """The digests; nodes that share one are numbered in the order of the file."""
    shared = Counter(colours.values())
    numbers: Counter[str] = Counter()
    names = {}
    for node, colour in colours.items():
        numbers[colour] += 1
        names[node] = colour if shared[colour] == 1 else f"{colour}-{numbers[colour]}"
    return names
