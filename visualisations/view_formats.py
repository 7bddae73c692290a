"""The formats in which a view can be had: a page that opens offline, or a picture for a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from queries.evidence_sentences import Sentences
from visualisations.charts.chart import Chart
from visualisations.html_page import chart_page, network_page
from visualisations.png import png
from visualisations.static_svg import draw_static_network
from visualisations.svg import as_text

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from visualisations.graph_facts import GraphFacts
    from visualisations.view_model import NetworkView


class Renderer(Protocol):
    """Makes the bytes of a view."""

    def __call__(
        self,
        store: ReadableStore,
        facts: GraphFacts,
        shown: NetworkView | Chart,
        pages: str = "",
        /,
    ) -> bytes:
        """Make them.

        Args:
            store: Where the sentences are, for formats that have room for them.
            facts: What the view was built from.
            shown: The network or the chart.
            pages: Where the pages of things stand, for formats that can lead there; else empty.
        """
        ...


@dataclass(frozen=True, slots=True)
class ViewFormat:
    """A format of views.

    Attributes:
        suffixes: What the names of its files end in, with the dot; the usual one first.
        media_type: IANA media type of its files.
        render: Makes the bytes of a view.
    """

    suffixes: tuple[str, ...]
    media_type: str
    render: Renderer


def _html(
    store: ReadableStore, facts: GraphFacts, shown: NetworkView | Chart, pages: str = ""
) -> bytes:
    sentences = Sentences(store)
    if isinstance(shown, Chart):
        return chart_page(facts, shown, sentences, pages=pages).encode()
    return network_page(facts, shown, sentences, pages=pages).encode()


def _svg_text(facts: GraphFacts, shown: NetworkView | Chart) -> str:
    if isinstance(shown, Chart):
        return as_text(shown.drawing)
    return as_text(draw_static_network(facts, shown))


def _svg(
    _store: ReadableStore, facts: GraphFacts, shown: NetworkView | Chart, _pages: str = ""
) -> bytes:
    return _svg_text(facts, shown).encode()


def _png(
    _store: ReadableStore, facts: GraphFacts, shown: NetworkView | Chart, _pages: str = ""
) -> bytes:
    return png(_svg_text(facts, shown))


VIEW_FORMATS = {
    "html": ViewFormat((".html", ".htm"), "text/html", _html),
    "svg": ViewFormat((".svg",), "image/svg+xml", _svg),
    "png": ViewFormat((".png",), "image/png", _png),
}
"""The formats by their names on the command line."""
