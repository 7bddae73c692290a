"""`joinedup export`: the graph as files for other tools."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from graph.store.embedded import Store
from joinedup.atomic_write import draft_of
from joinedup.options import progress, store_option
from joinedup.output_suffix import refuse_other_suffix
from queries.exports import export, export_formats

_HELP = """Write the graph as FORMAT.

\b
FORMAT is one of
{formats}

The same graph always gives the same bytes, and `joinedup import` reads all of them back.

\b
Example:
  joinedup export turtle -o graph.ttl
"""


def _help() -> str:
    lines = (f"  {name:<9} {form.title}" for name, form in export_formats().items())
    return _HELP.format(formats="\n".join(lines))


@click.command(help=_help())
@click.argument("name", metavar="FORMAT", type=click.Choice(list(export_formats())))
@store_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File or folder to write; else stdout."
)
def command(name: str, store_path: Path, output: Path | None) -> None:
    """Write the graph in a format of `queries/exports`."""
    if output is None:
        export(Store.open(store_path), name, sys.stdout.buffer)
        return
    formats = export_formats()
    suffixes = {form_name: form.suffixes for form_name, form in formats.items()}
    refuse_other_suffix(output, name, suffixes)
    with draft_of(output) as draft, progress("Writing") as report:
        formats[name].save(Store.open(store_path), draft, report)
