"""`joinedup export`: the graph as files for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from graph.errors import UsageError
from graph.store.embedded import Store
from joinedup.atomic_write import draft_file, draft_folder
from joinedup.options import progress, store_option
from joinedup.output_suffix import (
    format_of_output,
    refuse_compressed,
    refuse_file_name,
    refuse_other_suffix,
)
from joinedup.terminal import binary_output
from queries.exports import export, export_formats

_HELP = """Write the graph as FORMAT.

\b
FORMAT is one of
{formats}

If FORMAT is not given, the suffix of the output file says it.
The same graph always gives the same bytes, and `joinedup import` reads all of them back.

\b
Example:
  joinedup export turtle -o graph.ttl
"""


def _help() -> str:
    lines = (f"  {name:<15} {form.title}" for name, form in export_formats().items())
    return _HELP.format(formats="\n".join(lines))


def _format_of(output: Path, requested: str | None) -> str:
    formats = export_formats()
    suffixes = {name: form.suffixes for name, form in formats.items()}
    folders = [name for name, form in formats.items() if form.is_folder]
    if requested in folders:
        refuse_file_name(output, requested, suffixes)
        return requested
    if requested is not None:
        refuse_compressed(output, requested)
        refuse_other_suffix(output, requested, suffixes)
        return requested
    if not output.suffix:
        raise UsageError(f"{output.name} has no suffix that names a format: give a FORMAT.")
    for name in folders:
        if output.suffix.lower() in suffixes.pop(name):
            refuse_file_name(output, name, {name: formats[name].suffixes})
    return format_of_output(output, None, suffixes)


@click.command(help=_help())
@click.argument(
    "name", metavar="[FORMAT]", required=False, type=click.Choice(list(export_formats()))
)
@store_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File or folder to write; else stdout."
)
def command(name: str | None, store_path: Path, output: Path | None) -> None:
    """Write the graph in a format of `queries/exports`."""
    if output is None or str(output) == "-":
        if name is None:
            raise UsageError("Give a FORMAT, or a file whose suffix names one: -o graph.ttl")
        store = Store.open(store_path)
        with binary_output() as stream:
            export(store, name, stream)
        return
    formats = export_formats()
    name = _format_of(output, name)
    begin_draft = draft_folder if formats[name].is_folder else draft_file
    with begin_draft(output) as draft, progress("Writing") as report:
        formats[name].save(Store.open(store_path), draft, report)
