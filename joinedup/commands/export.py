"""`joinedup export`: the graph as a file for other tools."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from graph.export import FORMATS, export
from graph.store import Store
from joinedup.options import store_option


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@store_option
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; else stdout.")
def command(form: str, place: Path, output: Path | None) -> None:
    """Write the graph as FORMAT: turtle, trig or nquads.

    Turtle holds every statement once; trig and nquads also say which source record says it. The
    same graph always gives the same bytes.

    \b
    Example:
      joinedup export turtle -o graph.ttl
    """
    store = Store.open(place)
    if output is None:
        export(store, form, sys.stdout.buffer)
        return
    draft = output.with_name(f"{output.name}.part")
    with draft.open("wb") as file:
        export(store, form, file)
    draft.replace(output)
