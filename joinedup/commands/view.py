"""`joinedup view`: a picture of who is named together, as one HTML page."""

from __future__ import annotations

from pathlib import Path

import click

from graph.store import Store
from joinedup.options import store_option
from visualisations.facts import read_facts
from visualisations.page import page
from visualisations.sentences import Sentences
from visualisations.views import SCOPES, view


@click.command()
@click.argument("name", metavar="VIEW", type=click.Choice(list(SCOPES)), default="departments")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="Page to write.",
)
@store_option
@click.option(
    "--least",
    type=click.IntRange(1),
    help="Findings that must name both for a line to be drawn at first; chosen if not given.",
)
def command(name: str, output: Path, place: Path, least: int | None) -> None:
    """Draw who is named together: departments, initiatives, or everything.

    The page is one file that opens in a browser without a network; the same pairs stand in it as a
    table. The same graph always gives the same bytes.

    \b
    Example:
      joinedup view departments -o departments.html
    """
    store = Store.open(place)
    facts = read_facts(store)
    shown = view(facts, name, least)
    draft = output.with_name(f"{output.name}.part")
    draft.write_text(page(facts, shown, Sentences(store)), encoding="utf-8", newline="\n")
    draft.replace(output)
    click.echo(f"{shown.caption[0]} The page is {output}.", err=True)
