"""A view of a graph: shown in a notebook, saved as a page or a picture, or changed with pyvis."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UsageError
from joinedup.atomic_write import write_file
from joinedup.output_suffix import format_of_output
from visualisations.charts.chart import Chart
from visualisations.pyvis_network import as_pyvis
from visualisations.view_formats import VIEW_FORMATS

if TYPE_CHECKING:
    from visualisations.pyvis_network import OfflineNetwork
    from visualisations.render import BuiltView

_ALLOWED = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""What a page may do in its frame: run its scripts, save pictures, and open a source."""

_HEIGHT = 640
"""Pixels of a page in a notebook."""


class GraphView:
    """A view, made with `Graph.view`.

    Attributes:
        caption: What it shows, from how much, and what is left out, a sentence each.
    """

    def __init__(self, built: BuiltView) -> None:
        """Show what was built."""
        self._built = built
        self.caption = built.shown.caption

    def render(self, output_format: str = "html") -> bytes:
        """The view as the bytes of a file.

        Args:
            output_format: ``html``, ``svg`` or ``png``.

        Raises:
            UsageError: If the view is not to be had in the format.
        """
        return self._built.render(output_format).content

    def save(self, output: str | Path) -> None:
        """Write the view as a page or a picture; the ending of the name says which.

        Raises:
            UsageError: If no format has this ending, or no file can be written there.
        """
        path = Path(output)
        suffixes = {name: form.suffixes for name, form in VIEW_FORMATS.items()}
        write_file(path, self.render(format_of_output(path, None, suffixes)))

    def to_pyvis(self) -> OfflineNetwork:
        """The lines that the page draws at first as a network of pyvis, to change and to show.

        It is an ordinary `pyvis.network.Network`; its pages ask nobody for anything.

        Raises:
            UsageError: If the view is a chart and not a network.
        """
        if isinstance(self._built.shown, Chart):
            raise UsageError(
                f"The view {self._built.definition.name} is a chart; pyvis draws networks alone."
            )
        return as_pyvis(self._built.facts, self._built.shown)

    def _repr_html_(self) -> str:
        """The page, in a frame that can reach nothing outside of it."""
        page = escape(self.render().decode("utf-8"))
        return (
            f'<iframe srcdoc="{page}" sandbox="{_ALLOWED}" '
            f'title="{escape(self._built.shown.title)}" '
            f'style="width:100%;height:{_HEIGHT}px;border:0"></iframe>'
        )
