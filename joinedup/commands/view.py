"""`joinedup view`: pictures of a graph as pages that open offline, or as stills for reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.store.open_store import open_store
from joinedup.atomic_write import draft_file
from joinedup.known_on import graph_option
from joinedup.number_types import WholeNumber
from joinedup.options import progress
from joinedup.output_suffix import format_of_output
from joinedup.output_target import shown_path
from joinedup.renamed_option import renamed_option
from joinedup.terminal import print_message
from queries.shell_words import join_words
from visualisations.render import render_view
from visualisations.view_formats import VIEW_FORMATS
from visualisations.views import view_definitions

if TYPE_CHECKING:
    from graph.store.server_address import StoreLocation
    from visualisations.view_definition import ViewDefinition

_HELP = """Draw a picture of the graph: one page that opens in a browser without a network.

\b
VIEW is one of
{views}

Every line, cell and bar opens the sentences behind it. The suffix of the output file decides
the format: .html is a page, .svg and .png are pictures for a report. The same graph always gives
the same bytes.

\b
Example:
{examples}
"""


def _help() -> str:
    views = view_definitions().values()
    width = max(len(view.usage) for view in views) + 2
    return _HELP.format(
        views="\n".join(f"  {view.usage:<{width}}{view.title}" for view in views),
        examples="\n".join(map(_example, views)),
    )


def _example(view: ViewDefinition) -> str:
    words = join_words((view.name, *view.example))
    return f"  joinedup view {words} -o {view.name}.html"


@click.command(help=_help())
@click.argument(
    "view", metavar="VIEW", type=click.Choice(list(view_definitions())), default="departments"
)
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="File to write.",
)
@graph_option
@click.option(
    "--format",
    "requested",
    type=click.Choice(list(VIEW_FORMATS)),
    help="Format of the output; if not given, the suffix of the output file decides.",
)
@renamed_option(
    "--minimum",
    former=("--least",),
    type=WholeNumber(1),
    help="Findings that must name both for a line to be drawn at first; chosen if not given.",
)
@click.option("--open", "show", is_flag=True, help="Open the file when it is written.")
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    view: str,
    names: tuple[str, ...],
    output: Path,
    location: StoreLocation,
    requested: str | None,
    minimum: int | None,
    show: bool,
) -> None:
    """Draw a picture of the graph: one page that opens in a browser without a network."""
    suffixes = {name: form.suffixes for name, form in VIEW_FORMATS.items()}
    output_format = format_of_output(output, requested, suffixes)
    with draft_file(output) as draft, progress("Drawing") as report:
        rendered = render_view(
            open_store(location),
            (view, *names),
            output_format=output_format,
            minimum=minimum,
            progress=report,
        )
        draft.write_bytes(rendered.content)
    print_message(f"{rendered.summary} The picture is {shown_path(output)}.")
    if show:
        click.launch(str(output))
