"""`joinedup load`: a store made of the parts that a build wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from joinedup.default_store import store_words
from joinedup.options import progress, replace_option, store_option
from joinedup.terminal import print_message, print_text
from loaders.pipeline.parts.parts_loading import load_parts

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("parts", metavar="PARTS")
@store_option
@replace_option
def command(parts: str, store_path: Path, *, replace: bool) -> None:
    """Make a graph of PARTS. It replaces the graph in the store.

    PARTS is the folder or address that `joinedup build --parts` wrote. The graph is the one that
    was built, with the records of its files: more can be added, and corrections are followed.

    Parts that are missing, changed or of another version of joinedup are refused, and the graph in
    the store stays. So does one that was made of other files, or remembers other corrections,
    unless --replace is given. `joinedup undo` takes a load back.

    \b
    Example:
      joinedup build pages/ --parts parts --store my-graph
      joinedup load parts --store copy
    """
    with progress("Loading") as report_progress:
        quads = load_parts(parts, store_path, replace=replace, progress=report_progress)
    print_text(f"The graph at {store_path} holds {quads:,} quads.")
    print_message(f"Ask it: joinedup connections{store_words(store_path)}")
