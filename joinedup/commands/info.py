"""`joinedup info`: what a graph holds, each figure with its denominator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.store.open_store import open_store
from graph.store.server_address import ServerAddress
from graph.store.store_layout import check_version
from graph.store.version_undo import previous_manifest
from joinedup.default_store import store_words
from joinedup.known_on import graph_option
from joinedup.options import format_option, spinner
from joinedup.screen_options import screen_width
from joinedup.terminal import print_message, print_result
from queries.graph_figures import figures
from queries.result_tables import FORMATS, render

if TYPE_CHECKING:
    from graph.store.server_address import StoreLocation


@click.command()
@graph_option
@format_option(FORMATS)
def command(location: StoreLocation, output_format: str) -> None:
    """Show what the graph holds. Every count stands beside its total.

    \b
    Example:
      joinedup info --format json
    """
    with spinner("Counting"):
        table = figures(open_store(location))
    shown = render(table, output_format, width=screen_width())
    print_result(shown, output_format)
    _show_state(location)


def _show_state(location: StoreLocation) -> None:
    """When the graph was written, and whether there is one to go back to; a server says neither."""
    if isinstance(location, ServerAddress):
        print_message(f"It is the graph that the server at {location} holds.")
        return
    now, before = check_version(location), previous_manifest(location)
    print_message(f"It was written on {now.written_words}.")
    if before:
        print_message(
            f"The graph before it, of {before.written_words}, with "
            f"{before.summary.findings_words}, is kept: joinedup undo{store_words(location)}"
        )
