"""The network of a page, drawn by pyvis, whose faults are mended here.

pyvis 0.3.2 changes a graph it is given, so its lists of nodes and edges are filled directly. Its
own template asks a CDN for files, prints the heading unescaped and turns tooltips into HTML when
one holds the word "href", so it is given ours, which is a script alone. Its `set_options` strikes
blanks out of values and its `write_html` leaves a folder behind, so neither is called.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from pyvis.network import Network as Drawing

from visualisations.style import (
    LIGHT,
    NODE_STYLES,
    edge_width,
    largest,
    line_colour,
    size_of,
    widest,
)
from visualisations.templates import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visualisations.node_groups import NodeGroup
    from visualisations.node_layout import NodePositions
    from visualisations.view_model import NetworkView

_LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"

_OPTIONS = {
    "physics": {
        "enabled": False,
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {"avoidOverlap": 0.6, "springLength": 140},
        "stabilization": False,
    },
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "tooltipDelay": 150,
        "keyboard": False,
    },
    "nodes": {"borderWidth": 2, "borderWidthSelected": 3},
    "edges": {"smooth": False, "selectionWidth": 2, "hoverWidth": 1},
}


def library() -> str:
    """The vis-network library as pyvis carries it."""
    return files("pyvis").joinpath(_LIBRARY).read_text(encoding="utf-8")


def network_script(
    view: NetworkView,
    places: NodePositions,
    sizes: dict[str, int],
    groups: Sequence[NodeGroup] = (),
) -> str:
    """The script that gives the page its nodes, edges and options.

    Nodes are known by their place in the view's entities, edges by the two places, groups by theirs
    after a "g". Names are not in it: the page writes them itself, as text.
    """
    drawing = Drawing()
    number = {entity.iri: index for index, entity in enumerate(view.entities)}
    most = largest(view, sizes)
    drawing.nodes = [
        {
            "id": number[entity.iri],
            "shape": NODE_STYLES[entity.kind].shape,
            "color": NODE_STYLES[entity.kind].colour,
            "size": size_of(entity, sizes, most),
            "x": places[entity.iri][0],
            "y": places[entity.iri][1],
        }
        for entity in view.entities
    ]
    strongest = widest(view)
    drawing.edges = [
        {
            "id": f"{number[pair.left]}-{number[pair.right]}",
            "from": number[pair.left],
            "to": number[pair.right],
            "color": line_colour(pair),
            "width": edge_width(pair.together, strongest),
        }
        for pair in view.pairs
    ]
    drawing.nodes += [
        {
            "id": f"g{index}",
            "shape": "hexagon",
            "color": LIGHT,
            "size": 0.45 * group.radius,
            "x": group.x,
            "y": group.y,
        }
        for index, group in enumerate(groups)
    ]
    drawing.options = _OPTIONS
    drawing.templateEnv, drawing.path = TEMPLATES, "network.js"
    return str(drawing.generate_html())
