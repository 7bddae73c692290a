"""`joinedup remove`: files out of a graph again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from joinedup.default_store import store_words
from joinedup.options import spinner, store_option
from joinedup.source_changes import change_text
from joinedup.terminal import print_message, print_text
from loaders.pipeline.change import remove

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("names", metavar="FILE|ADDRESS...", nargs=-1, required=True)
@store_option
def command(names: tuple[str, ...], store_path: Path) -> None:
    """Remove files from the graph, with all that they say.

    FILE is a file or folder as `joinedup sources` prints it, or a path to it; ADDRESS is the web
    address of a page. The graph is the same as one built without them. Corrections stay, and
    `joinedup undo` brings the files back.

    \b
    Example:
      joinedup remove pages/justice-1325.txt --store my-graph
    """
    with spinner("Removing"):
        change = remove(names, store_path)
    print_text(change_text(change))
    print_message(f"To have it back: joinedup undo{store_words(store_path)}")
