"""`joinedup gaps`: what is not joined up, with the sentences that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from joinedup.filters import selection_options
from joinedup.options import format_option, screen_width, store_option, working
from queries.connections import Connections
from queries.measures.gap_tables import gap_result
from queries.measures.gaps import KINDS
from queries.measures.network_result import FORMATS

if TYPE_CHECKING:
    from graph.store.embedded import Store
    from queries.measures.selection import Selection


@click.command()
@click.argument("kinds", metavar="[GAP]...", nargs=-1, type=click.Choice(list(KINDS)))
@store_option
@selection_options
@click.option("--most", type=click.IntRange(1), default=5, show_default=True, help="Of each kind.")
@click.option(
    "--sentences",
    "each",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="Sentences to show for each gap.",
)
@click.option("--all-sentences", "whole", is_flag=True, help="Show every sentence.")
@format_option(FORMATS)
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    kinds: tuple[str, ...],
    *,
    store: Store,
    selection: Selection,
    most: int,
    each: int,
    whole: bool,
    form: str,
) -> None:
    """Show what is not joined up: all gaps, or those of the kinds named as GAP.

    \b
    no-initiative  named together beyond chance in findings that name no initiative
    bridge         initiatives that alone join committees
    no-lead        cited as the answer by several respondents without one lead
    single-point   many answers rest on it alone
    ended          cited as the answer after it had ended

    \b
    Example:
      joinedup gaps bridge single-point
    """
    with working("Looking for gaps"):
        result = gap_result(Connections(store), selection, kinds, most, None if whole else each)
    click.echo(result.render(form, width=screen_width()))
