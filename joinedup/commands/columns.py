"""`joinedup columns`: how the columns of a list are read, and a file that corrects it."""

from __future__ import annotations

from pathlib import Path

import click

from graph.errors import InputError, UsageError
from joinedup.atomic_write import write_file
from joinedup.options import encoding_option, format_option
from joinedup.output_target import shown_path
from joinedup.screen_options import screen_width
from joinedup.terminal import print_message, print_result
from loaders.interface.column_choices import TABLES, choices_path, written_choices
from loaders.pipeline.document_reading import read_document
from loaders.pipeline.plan import SourceFile
from loaders.sources.trackers.column_readings import ColumnReading, list_columns, wrong_choices
from loaders.sources.trackers.columns import IGNORE, MEANINGS
from queries.result_tables import FORMATS, Table, render

_COLUMNS = ("column", "read as", "why", "first value")
_LONGEST = 60
"""Characters of a value that are shown."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--write",
    is_flag=True,
    help="Write NAME.columns.toml beside the file, in which each column can be corrected.",
)
@encoding_option
@format_option(FORMATS)
def command(file: Path, encoding: str | None, output_format: str, *, write: bool) -> None:
    """Show what each column of a list of recommendations is read as, and why.

    Columns are told by their names. Where a name says something else to joinedup than to you, write
    NAME.columns.toml beside the list with --write and correct it; a build finds it there.

    \b
    Example:
      joinedup columns our-list.xlsx
      joinedup columns our-list.xlsx --write
    """
    if file.suffix.lower() not in TABLES:
        raise UsageError(f"{shown_path(file)} is no table. Tables end in {', '.join(TABLES)}.")
    document = read_document(SourceFile(file, file.name), encoding)
    if problems := list(wrong_choices(document)):
        raise InputError("\n".join(problems))
    readings = list_columns(document)
    if not readings:
        raise InputError(f"{shown_path(file)} holds no row that could name columns.")
    if write:
        _write(file, readings)
        return
    taken = sum(bool(reading.meaning) for reading in readings)
    table = Table(
        _COLUMNS,
        tuple(
            (each.name, each.meaning or None, each.reason, each.example[:_LONGEST] or None)
            for each in readings
        ),
        f"{taken} of {len(readings)} columns are read.",
    )
    print_result(render(table, output_format, width=screen_width()), output_format)
    if choices_path(file).exists():
        print_message(f"{shown_path(choices_path(file))} says how columns are read.")
    else:
        print_message(f"To correct it: joinedup columns {shown_path(file)} --write")


def _write(file: Path, readings: tuple[ColumnReading, ...]) -> None:
    """Write the file of choices, as the columns are read now.

    Raises:
        UsageError: If it is there already.
    """
    target = choices_path(file)
    if target.exists():
        raise UsageError(f"{shown_path(target)} is there already. Edit it, or remove it first.")
    choices = [(each.name, each.meaning or IGNORE) for each in readings]
    write_file(target, written_choices(choices, MEANINGS, IGNORE).encode())
    print_message(f"Wrote {shown_path(target)}. Edit it, and look again: joinedup columns.")
