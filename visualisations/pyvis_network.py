"""A view as an ordinary network of pyvis, to change and to show.

What is amiss in pyvis 0.3.2 is mended: its page asks a CDN for files, prints the heading twice and
unescaped, and turns a tooltip with the word "href" into HTML; `set_options` strikes blanks out of
values; `write_html` leaves a folder beside the page and writes in the code page of the system.
"""

from __future__ import annotations

import json
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from pyvis.network import Network

from visualisations.canvas import library
from visualisations.node_layout import node_positions
from visualisations.style import LIGHT, NODE_STYLES, SOLID, edge_width, largest, size_of, widest
from visualisations.templates import TEMPLATES
from visualisations.wording import counted

if TYPE_CHECKING:
    from IPython.display import IFrame

    from visualisations.graph_facts import GraphFacts
    from visualisations.view_model import NetworkView


class OfflineNetwork(Network):  # type: ignore[misc] # pyvis has no types
    """A network of pyvis whose page holds all that it needs, and asks nobody for anything."""

    def set_options(self, options: str) -> None:
        """Take the options of vis-network.

        Args:
            options: A JSON object.

        Raises:
            ValueError: If they are none.
        """
        chosen = json.loads(options)
        if not isinstance(chosen, dict):
            raise ValueError("options are a JSON object")  # noqa: TRY004 - a wrong value of a text
        self.options = chosen

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - pyvis's signature
        """The page: one that opens without a network, in which names are text."""
        options = (
            self.options if isinstance(self.options, dict) else json.loads(self.options.to_json())
        )
        self.html: str = TEMPLATES.get_template("pyvis.html").render(
            library=library(),
            heading=self.heading,
            width=self.width,
            height=self.height,
            ground=self.bgcolor,
            network={"nodes": self.nodes, "edges": self.edges, "options": options},
        )
        return self.html

    def write_html(
        self,
        name: str,
        local: bool = True,  # noqa: ARG002, FBT001, FBT002 - pyvis's signature
        notebook: bool = False,  # noqa: ARG002, FBT001, FBT002 - pyvis's signature
        open_browser: bool = False,  # noqa: FBT001, FBT002 - pyvis's signature
    ) -> None:
        """Write the page, and nothing beside it.

        Raises:
            OSError: If it cannot be written.
        """
        path = Path(name)
        path.write_text(self.generate_html(), encoding="utf-8")
        if open_browser:
            webbrowser.open(path.absolute().as_uri())

    def show(self, name: str, local: bool = True, notebook: bool = True) -> IFrame | None:  # noqa: ARG002, FBT001, FBT002 - pyvis's signature
        """Write the page, and show it in the notebook or in a browser."""
        self.write_html(name, open_browser=not notebook)
        if not notebook:
            return None
        from IPython.display import IFrame  # noqa: PLC0415 - slow to import

        return IFrame(name, width=self.width, height=self.height)


def as_pyvis(facts: GraphFacts, view: NetworkView) -> OfflineNetwork:
    """The lines that a page of the view draws at first, with the things that they join.

    Nodes are known by their IRIs. Each has its name as ``label``, its kind as ``kind`` and what a
    tooltip says as ``title``; each line has the findings that name both ends as ``findings``.
    """
    network = OfflineNetwork(height="640px", width="100%", heading=view.title)
    network.toggle_physics(False)  # noqa: FBT003 - pyvis's signature
    sizes = view.sizes(facts)
    places, most, strongest = node_positions(view, sizes), largest(view, sizes), widest(view)
    joined = {iri for pair in view.first for iri in (pair.left, pair.right)} | {view.focus} - {""}
    for entity in view.entities:
        if entity.iri in joined:
            style = NODE_STYLES[entity.kind]
            network.add_node(
                entity.iri,
                label=entity.label,
                title=f"{entity.label}: {counted(sizes[entity.iri], 'finding')}",
                kind=style.name,
                shape=style.shape,
                color=style.colour,
                size=size_of(entity, sizes, most),
                x=places[entity.iri][0],
                y=places[entity.iri][1],
            )
    for pair in view.first:
        network.add_edge(
            pair.left,
            pair.right,
            findings=pair.together,
            title=f"named together in {counted(pair.together, 'finding')}",
            color=SOLID if pair.solid else LIGHT,
            width=edge_width(pair.together, strongest),
        )
    return network
