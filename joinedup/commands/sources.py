"""`joinedup sources`: the files that a graph was made of, and what they said when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from joinedup.options import format_option, store_option
from joinedup.screen_options import screen_width
from joinedup.terminal import print_result
from loaders.kept_sources.file_history import history, list_of_files
from loaders.kept_sources.source_list import list_of_sources
from queries.result_tables import FORMATS, render

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("names", metavar="[FILE|ADDRESS]...", nargs=-1)
@store_option
@format_option(FORMATS)
def command(names: tuple[str, ...], store_path: Path, output_format: str) -> None:
    """List the files that the graph was made of, with the day each was fetched.

    With FILE, as the list prints it, or the ADDRESS of a page: what it says, and what each earlier
    reading of it said that a later one replaced. `joinedup remove` takes the same names.

    \b
    Example:
      joinedup sources
      joinedup sources pages/justice-1325.txt --format json
    """
    kept = list_of_sources(store_path)
    table = history(store_path, kept, names) if names else list_of_files(kept)
    print_result(render(table, output_format, width=screen_width()), output_format)
