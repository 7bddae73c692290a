"""Where things stand in a picture: computed here, so that one graph gives one picture."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from visualisations.views import View

_SEED = 7
_ROUNDS = 200
_ROOM = 130
"""Pixels of a picture's half width for each thing along it: enough for most names."""

_APART = 2.5
"""Wished distance of neighbours, in units of an even spread."""


def positions(view: View) -> dict[str, tuple[int, int]]:
    """Place the things of a view by attraction and repulsion (Fruchterman and Reingold 1991).

    Pairs pull alike, however many findings they share: the width of a line says that already, and
    a pull by number would heap the most frequent names on one spot.

    Returns:
        For each IRI its place in whole pixels, the middle of the picture being 0, 0.
    """
    drawn: nx.Graph[str] = nx.Graph()
    drawn.add_nodes_from(thing.iri for thing in view.things)
    drawn.add_edges_from((pair.one.iri, pair.other.iri) for pair in view.pairs)
    count = len(view.things)
    places = nx.spring_layout(
        drawn,
        k=_APART / sqrt(count),
        iterations=_ROUNDS,
        scale=_ROOM * sqrt(count),
        weight=None,
        seed=_SEED,
    )
    return {iri: (round(float(x)), round(float(y))) for iri, (x, y) in places.items()}
