"""`joinedup view`: pictures of a graph as pages that open offline, or as stills for reports."""

from __future__ import annotations

from pathlib import Path

import click

from graph.store.embedded import Store
from joinedup.atomic_write import draft_of
from joinedup.options import format_option, progress, store_option
from visualisations.make import FORMATS, WORDS, make


@click.command()
@click.argument("name", metavar="VIEW", type=click.Choice(list(WORDS)), default="departments")
@click.argument("about", metavar="[NAME]...", nargs=-1)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="File to write.",
)
@store_option
@format_option(FORMATS)
@click.option(
    "--least",
    type=click.IntRange(1),
    help="Findings that must name both for a line to be drawn at first; chosen if not given.",
)
@click.option("--open", "show", is_flag=True, help="Open the file when it is written.")
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    name: str,
    about: tuple[str, ...],
    output: Path,
    store_path: Path,
    form: str,
    least: int | None,
    show: bool,
) -> None:
    """Draw a picture of the graph: one page that opens in a browser without a network.

    \b
    VIEW is one of
      departments, initiatives, everything   who is named together
      ego NAME            what is named with one department or initiative
      finding ID          what one finding names, and findings like it
      path A B            what leads from one name to another
      matrix              departments by initiatives
      timeline [NAME]     report, answer, commitment, update, end
      flow                what became of the recommendations

    Every line, cell and bar opens the sentences behind it. The same graph always gives the same
    bytes. With --format svg or png the picture is a still for a report.

    \b
    Example:
      joinedup view departments -o departments.html
      joinedup view ego "Data First" -o data-first.html --open
      joinedup view flow --format png -o flow.png
    """
    with progress("Drawing") as told:
        made = make(Store.open(store_path), (name, *about), form=form, least=least, told=told)
    with draft_of(output) as draft:
        draft.write_bytes(made.content)
    click.echo(f"{made.summary} The picture is {output}.", err=True)
    if show:
        click.launch(str(output))
