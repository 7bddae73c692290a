"""`joinedup add`: more files for a graph that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from joinedup.commands.build import PARTLY_READ
from joinedup.default_store import store_words
from joinedup.options import encoding_option, progress, retrieved_option, store_option
from joinedup.source_changes import change_text
from joinedup.terminal import print_message, print_text
from loaders.pipeline.change import AddOptions, add

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command()
@click.argument("sources", nargs=-1, required=True)
@store_option
@encoding_option
@retrieved_option
def command(
    sources: tuple[str, ...], *, store_path: Path, encoding: str | None, retrieved: date | None
) -> int:
    """Add SOURCES to the graph in the store.

    SOURCES are files, folders, globs, `-` for standard input, or `bundled`, as for `joinedup
    build`. What the graph holds stays, corrections too, and none of its files is read again or
    needed. The graph is the same as one built from all files at once.

    A file of the same name, or with pages of the same addresses, takes the place of its earlier
    reading; `joinedup sources FILE` shows what it said before. The old graph can be asked until
    the new one is complete, and `joinedup undo` brings it back. Exit code 5 means that part of the
    new files was not read, or is uncertain.

    \b
    Example:
      joinedup add new-pages/ --store my-graph
    """
    with progress("Reading") as report_progress:
        fetched = retrieved.isoformat() if retrieved else None
        change = add(sources, store_path, AddOptions(encoding, fetched), report_progress)
    print_text(change_text(change))
    if change.report:
        print_message(f"To have the graph before it back: joinedup undo{store_words(store_path)}")
    return 0 if change.complete else PARTLY_READ
