"""`joinedup network`: who is named together more than by coincidence, and who plays which part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from joinedup.filters import selection_options
from joinedup.options import format_option, limit_option, screen_width, spinner, store_option
from joinedup.renamed_option import renamed_option
from queries.measures.change import PERIODS, change_result
from queries.measures.network_analysis import (
    NetworkQuery,
    analyse,
    pair_result,
    tie_result,
)
from queries.measures.network_result import FORMATS
from queries.measures.projection import ACTORS, EVENTS
from queries.measures.store_reader import StoreReader
from queries.measures.structure import community_result, role_result
from queries.statistics.significance import ALPHA

if TYPE_CHECKING:
    from graph.store.embedded import Store
    from queries.measures.network_result import NetworkResult
    from queries.measures.selection import Selection

_VIEWS = ("pairs", "roles", "communities", "change", "ties")


@click.command()
@click.argument("actors", metavar="WHAT", type=click.Choice(ACTORS))
@store_option
@click.option(
    "--show", type=click.Choice(_VIEWS), default="pairs", show_default=True, help="What to show."
)
@renamed_option(
    "--linked-through",
    "events",
    former=("--by",),
    type=click.Choice(EVENTS),
    help="What two must share to be connected; findings, or for committees initiatives.",
)
@selection_options
@renamed_option(
    "--period",
    former=("--every",),
    type=click.Choice(PERIODS),
    default="parliament",
    show_default=True,
    help="Length of a period, for --show change.",
)
@click.option(
    "--alpha",
    type=float,
    default=ALPHA,
    show_default=True,
    help="Share of the pairs shown as more than coincidence that may be wrong.",
)
@renamed_option(
    "--minimum",
    former=("--least",),
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Findings that must name both.",
)
@click.option("--claimed", is_flag=True, help="Only pairs that are more than coincidence.")
@click.option(
    "--method", is_flag=True, help="Say how pairs are judged, for those who know statistics."
)
@click.option(
    "--shuffles",
    type=click.IntRange(0),
    default=0,
    help="Random shuffles that check the result in a second way; 0 for none.",
)
@click.option(
    "--seed",
    type=int,
    default=1,
    show_default=True,
    help="Start of all random numbers; the same seed gives the same output.",
)
@click.option(
    "--runs",
    type=click.IntRange(2),
    default=20,
    show_default=True,
    help="How often groups are looked for, each time from another seed.",
)
@limit_option("Rows", 20)
@click.option("--all", "everything", is_flag=True, help="Show every row.")
@format_option(FORMATS)
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    actors: str,
    *,
    store: Store,
    selection: Selection,
    show: str,
    events: str | None,
    period: str,
    alpha: float,
    minimum: int,
    claimed: bool,
    method: bool,
    shuffles: int,
    seed: int,
    runs: int,
    limit: int,
    everything: bool,
    output_format: str,
) -> None:
    """Compare departments, organisations, initiatives, committees or everything.

    \b
    --show takes one of
      pairs        who is named together, and if that is more than coincidence
      roles        who stands between others
      communities  which of them form a group
      change       what is new and what has gone, period by period
      ties         which finding names whom

    Coincidence takes account of how often each is named and how many names each finding has.

    \b
    Example:
      joinedup network organisations
      joinedup network departments --roll-up --as-of 2025-01-01 --show roles
      joinedup network initiatives --format gexf > initiatives.gexf
    """
    asked = NetworkQuery(
        actors,
        selection,
        events,
        alpha,
        minimum,
        claimed=claimed,
        method=method,
        seed=seed,
        runs=runs,
        shuffles=shuffles,
    )
    with spinner("Working out the network"):
        result = _result(StoreReader(store), asked, show, period, None if everything else limit)
    click.echo(result.render(output_format, width=screen_width()))


def _result(
    reading: StoreReader, asked: NetworkQuery, show: str, period: str, limit: int | None
) -> NetworkResult:
    if show == "change":
        return change_result(reading, asked, period, limit)
    found = analyse(reading, asked)
    if show == "roles":
        return role_result(reading, found, limit)
    if show == "communities":
        return community_result(found, limit)
    if show == "ties":
        return tie_result(reading, found, limit)
    return pair_result(reading, found, limit)
