"""`joinedup gaps`: what is not joined up, with the sentences that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from joinedup.filters import selection_options
from joinedup.known_on import graph_option
from joinedup.number_types import WholeNumber
from joinedup.options import (
    limit_option,
    output_format_option,
    output_option,
    spinner,
)
from joinedup.output_suffix import format_of_table
from joinedup.query_output import write_output
from joinedup.renamed_option import renamed_option
from joinedup.screen_options import screen_width
from queries.connections import Connections
from queries.measures.gap_tables import gap_result
from queries.measures.gaps import KINDS
from queries.measures.network_result import FORMATS

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.measures.selection import Selection


@click.command()
@click.argument("kinds", metavar="[GAP]...", nargs=-1, type=click.Choice(list(KINDS)))
@graph_option
@selection_options
@limit_option("Gaps of each kind", 5)
@renamed_option(
    "--sentence-limit",
    former=("--sentences",),
    type=WholeNumber(1),
    default=2,
    show_default=True,
    help="Sentences of each gap to show at most.",
)
@click.option(
    "--method", is_flag=True, help="Say how pairs are judged, for those who know statistics."
)
@click.option("--all-sentences", is_flag=True, help="Show every sentence.")
@output_format_option(FORMATS)
@output_option
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    kinds: tuple[str, ...],
    *,
    store: ReadableStore,
    selection: Selection,
    limit: int,
    sentence_limit: int,
    method: bool,
    all_sentences: bool,
    requested_format: str | None,
    output: str | None,
) -> None:
    """Show what is not joined up: all gaps, or those of the kinds named as GAP.

    \b
    no-initiative  named together more than by coincidence, with no initiative
    bridge         the only initiative that two committees both name
    no-lead        given as the answer by several departments, and none leads it
    single-point   the only initiative that many answers cite
    ended          given as the answer after it had ended

    \b
    Example:
      joinedup gaps bridge single-point
    """
    shown_sentences = None if all_sentences else sentence_limit
    output_format = format_of_table(output, requested_format, FORMATS)
    with spinner("Looking for gaps"):
        result = gap_result(
            Connections(store, method=method), selection, kinds, limit, shown_sentences
        )
    width = None if output else screen_width()
    write_output(result.render(output_format, width=width), output, output_format)
