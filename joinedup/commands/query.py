"""`joinedup query`: a question of the book, or any SPARQL."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from graph.store import Store
from joinedup.options import format_option, screen_width, store_option
from queries.answers import FORMATS, run
from queries.question import question, questions


@click.command()
@click.argument("query", required=False)
@store_option
@format_option(FORMATS)
def command(query: str | None, place: Path, form: str) -> None:
    """Ask the graph QUERY: the name of a question, a file of SPARQL, or `-` for standard input.

    Without QUERY, lists the questions of the book.

    \b
    Example:
      joinedup query positions-by-voice --format csv
    """
    if query is None:
        for found in questions():
            click.echo(f"{found.name}\n    {found.title}")
        return
    click.echo(run(Store.open(place), _sparql(query), form, width=screen_width()))


def _sparql(query: str) -> str:
    if query == "-":
        return sys.stdin.read()
    path = Path(query)
    return path.read_text(encoding="utf-8") if path.is_file() else question(query).sparql
