"""The picture itself: the only user of pyvis, whose faults are mended here.

pyvis 0.3.2 changes a graph it is given, so its lists of nodes and edges are filled directly. Its
own template asks a CDN for files, prints the heading unescaped and turns tooltips into HTML when
one holds the word "href", so it is given ours, which is a script alone. Its `set_options` strikes
blanks out of values and its `write_html` leaves a folder behind, so neither is called.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from pyvis.network import Network as Drawing

from visualisations.layout import positions
from visualisations.style import (
    EDGE_COLOUR,
    INK,
    LABEL_SIZE,
    LABEL_WIDTH,
    LOOKS,
    edge_width,
    node_size,
)
from visualisations.templates import TEMPLATES

if TYPE_CHECKING:
    from visualisations.views import Pair, Thing, View

_LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"

_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": {"enabled": True, "bindToWindow": False}},
    "nodes": {
        "borderWidth": 1,
        "font": {"size": LABEL_SIZE, "face": "sans-serif", "color": INK},
        "widthConstraint": {"maximum": LABEL_WIDTH},
    },
    "edges": {"smooth": False, "color": {"color": EDGE_COLOUR, "highlight": INK}},
}


def scripts(view: View) -> tuple[str, str]:
    """The vis-network library as pyvis carries it, and the script that draws a view with it.

    The drawing script fills the page's element `picture`. Names stay text in it: they are written
    as JSON with every sign escaped that could end a script.
    """
    library = files("pyvis").joinpath(_LIBRARY).read_text(encoding="utf-8")
    drawing = Drawing()
    places = positions(view)
    most_findings = max(thing.findings for thing in view.things)
    most_together = max(pair.together for pair in view.pairs)
    drawing.nodes = [_node(thing, places[thing.iri], most_findings) for thing in view.things]
    drawing.edges = [_edge(pair, most_together) for pair in view.pairs]
    drawing.options = _OPTIONS
    drawing.templateEnv, drawing.path = TEMPLATES, "picture.js"
    return library, str(drawing.generate_html())


def _node(thing: Thing, place: tuple[int, int], most: int) -> dict[str, object]:
    look = LOOKS[thing.kind]
    named = "1 finding" if thing.findings == 1 else f"{thing.findings} findings"
    return {
        "id": thing.iri,
        "label": thing.label,
        "title": f"{thing.label}\n{look.meaning}\nnamed in {named}",
        "shape": look.shape,
        "color": look.colour,
        "size": node_size(thing.findings, most),
        "x": place[0],
        "y": place[1],
    }


def _edge(pair: Pair, most: int) -> dict[str, object]:
    together = "1 finding" if pair.together == 1 else f"{pair.together} findings"
    return {
        "from": pair.one.iri,
        "to": pair.other.iri,
        "title": f"{pair.one.label}\n{pair.other.label}\ntogether in {together}",
        "width": edge_width(pair.together, most),
    }
