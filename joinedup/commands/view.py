"""`joinedup view`: a picture of who is named together, as one HTML page."""

from __future__ import annotations

from pathlib import Path

import click

from graph.network import two_mode
from graph.store import Store
from joinedup.options import store_option
from visualisations.page import page
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
    default=1,
    show_default=True,
    help="Findings that must name both for a pair to be drawn.",
)
def command(name: str, output: Path, place: Path, least: int) -> None:
    """Draw who is named together: departments, initiatives, or everything.

    The page is one file that opens in a browser without a network; the same pairs stand in it as a
    table. The same graph always gives the same bytes.

    \b
    Example:
      joinedup view departments -o departments.html
    """
    shown = view(two_mode(Store.open(place)), name, least)
    draft = output.with_name(f"{output.name}.part")
    draft.write_text(page(shown), encoding="utf-8", newline="\n")
    draft.replace(output)
    click.echo(f"{shown.caption[0]} The page is {output}.", err=True)
