"""`joinedup export`: the graph as files for other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.errors import UsageError
from graph.export import FORMATS, export
from graph.store.embedded import Store
from joinedup.atomic_write import draft_of
from joinedup.options import progress, store_option
from queries.extracts import extracts
from queries.extracts.csvw import write_csv
from queries.extracts.parquet import write_parquet
from queries.extracts.sqlite import write_sqlite

if TYPE_CHECKING:
    from collections.abc import Callable

_FOLDERS = {"csv": write_csv, "parquet": write_parquet}
_CHOICES = (*FORMATS, "csv", "sqlite", "parquet")


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(_CHOICES))
@store_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="File or folder to write; else stdout."
)
def command(form: str, place: Path, output: Path | None) -> None:
    """Write the graph as FORMAT: turtle, trig, nquads, rdfxml, jsonld, csv, sqlite or parquet.

    Turtle and rdfxml hold every statement once; trig, nquads and jsonld also say which source
    record says it. csv and parquet write a folder of tables, csv with a CSVW description; sqlite
    writes one file. The same graph always gives the same bytes, and `joinedup import` reads them.

    \b
    Example:
      joinedup export turtle -o graph.ttl
    """
    store = Store.open(place)
    if output is None:
        if form not in FORMATS:
            raise UsageError(f"{form} needs a place to write to: add -o NAME.")
        export(store, form, sys.stdout.buffer)
        return
    with draft_of(output) as draft:
        _write(store, form, draft)


def _write(store: Store, form: str, draft: Path) -> None:
    if form in FORMATS:
        with draft.open("wb") as file:
            export(store, form, file)
        return
    tables = extracts()
    with progress("Writing") as told:
        count = _counter(told, len(tables))
        if form == "sqlite":
            write_sqlite(store, tables, draft, count)
        else:
            draft.mkdir(parents=True)
            _FOLDERS[form](store, tables, draft, count)


def _counter(told: Callable[[int, int], None], total: int) -> Callable[[str], None]:
    done = iter(range(total))
    return lambda _name: told(next(done), total)
