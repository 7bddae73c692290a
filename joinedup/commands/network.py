"""`joinedup network`: who is named together more than by coincidence, and who plays which part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from joinedup.filters import selection_options
from joinedup.finding_links import FINDINGS, check_links, finding_link_query
from joinedup.known_on import graph_option
from joinedup.number_types import Percentage, WholeNumber
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
from queries.finding_links.finding_joint import LINK_KINDS
from queries.finding_links.finding_network import finding_link_result
from queries.measures.change import PERIODS, change_result
from queries.measures.communities import ALGORITHMS
from queries.measures.network_analysis import NetworkQuery, analyse
from queries.measures.network_formats import NETWORK_FORMATS
from queries.measures.network_result import FORMATS
from queries.measures.pair_results import pair_result, tie_result
from queries.measures.projection import ACTORS, EVENTS
from queries.measures.store_reader import StoreReader
from queries.measures.structure import community_result, role_result
from queries.statistics.significance import ALPHA

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.measures.network_result import NetworkResult
    from queries.measures.selection import Selection

_MOST_REPEATS = 1_000_000
"""Shuffles or runs; a million takes hours."""

_MOST_DRAWS = 10_000
_VIEWS = ("pairs", "roles", "communities", "change", "ties")
_LINKS = tuple(dict.fromkeys((*EVENTS, *LINK_KINDS)))


@click.command()
@click.argument("actors", metavar="WHAT", type=click.Choice((*ACTORS, FINDINGS)))
@graph_option
@click.option(
    "--show", type=click.Choice(_VIEWS), default="pairs", show_default=True, help="What to show."
)
@renamed_option(
    "--linked-through",
    "events",
    former=("--by",),
    type=click.Choice(_LINKS),
    metavar="LINK",
    help="What connects two of them. If not given: findings, for committees initiatives, and "
    "for findings anything.",
)
@click.option("--about", metavar="FINDING", help="Only links of this finding, for findings.")
@selection_options
@renamed_option(
    "--period",
    former=("--every",),
    type=click.Choice(PERIODS),
    default="parliament",
    show_default=True,
    help="Length of a period, for --show change.",
)
@renamed_option(
    "--false-claims",
    "alpha",
    former=("--alpha",),
    type=Percentage(),
    default=ALPHA,
    show_default=f"{ALPHA:.0%}",
    help="How many of the pairs shown as more than coincidence may be wrong, such as 5%.",
)
@renamed_option(
    "--minimum",
    former=("--least",),
    type=WholeNumber(1),
    default=1,
    show_default=True,
    help="Findings that must name both.",
)
@click.option("--claimed", is_flag=True, help="Only pairs that are more than coincidence.")
@click.option(
    "--method", is_flag=True, help="Explain how pairs are judged, in terms of statistics."
)
@click.option(
    "--shuffles",
    type=WholeNumber(0, _MOST_REPEATS),
    default=0,
    help="Random shuffles that check the result in a second way; 0 for none.",
)
@click.option(
    "--seed",
    type=WholeNumber(),
    default=1,
    show_default=True,
    help="Seed of the random numbers; the same seed gives the same output.",
)
@click.option(
    "--runs",
    type=WholeNumber(2, _MOST_REPEATS),
    default=20,
    show_default=True,
    help="Number of times that groups are searched for, each from another seed.",
)
@click.option(
    "--beyond-register",
    is_flag=True,
    help="Leave out pairs that the register joins, such as a department and its agency.",
)
@click.option(
    "--algorithm",
    type=click.Choice(ALGORITHMS),
    default=ALGORITHMS[0],
    show_default=True,
    help="How groups are searched for; leiden needs igraph.",
)
@click.option(
    "--draws",
    type=WholeNumber(0, _MOST_DRAWS),
    default=0,
    help="For roles: times that findings are drawn anew, to show how sure they are.",
)
@limit_option("Rows", 20)
@click.option("--all", "everything", is_flag=True, help="Show every row.")
@output_format_option(FORMATS)
@output_option
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    actors: str,
    *,
    store: ReadableStore,
    selection: Selection,
    show: str,
    events: str | None,
    about: str | None,
    period: str,
    alpha: float,
    minimum: int,
    claimed: bool,
    method: bool,
    shuffles: int,
    seed: int,
    runs: int,
    beyond_register: bool,
    algorithm: str,
    draws: int,
    limit: int,
    everything: bool,
    requested_format: str | None,
    output: str | None,
) -> None:
    """Compare departments, organisations, initiatives, committees or everything; link findings.

    \b
    --show takes one of
      pairs        who is named together, and if that is more than coincidence
      roles        who stands between others
      communities  which of them form a group
      change       what is new and what has gone, period by period
      ties         which finding names whom

    Coincidence takes account of how often each is named and how many names each finding has.

    LINK is findings, reports, initiatives, organisations or committees; for findings it is
    repeats, citations (of a report), replies, answers (shown with both) or initiatives. Each
    link between findings is shown with its words; none is tested.

    \b
    Example:
      joinedup network organisations
      joinedup network departments --roll-up --as-of 2025-01-01 --show roles
      joinedup network initiatives -o initiatives.gexf
      joinedup network findings --linked-through repeats
    """
    output_format = format_of_table(output, requested_format, FORMATS)
    rows = None if everything else limit
    width = None if output else screen_width()
    if actors == FINDINGS:
        with_words = output_format in NETWORK_FORMATS
        wanted = finding_link_query(store, selection, events, about, with_words=with_words)
        with spinner("Working out the network"):
            result = finding_link_result(StoreReader(store), wanted, rows)
        write_output(result.render(output_format, width=width), output, output_format)
        return
    check_links(events, about)
    query = NetworkQuery(
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
        beyond_register=beyond_register,
        algorithm=algorithm,
        draws=draws,
    )
    with spinner("Working out the network"):
        result = _result(StoreReader(store), query, show, period, rows)
    write_output(result.render(output_format, width=width), output, output_format)


def _result(
    reader: StoreReader, query: NetworkQuery, show: str, period: str, limit: int | None
) -> NetworkResult:
    if show == "change":
        return change_result(reader, query, period, limit)
    analysis = analyse(reader, query)
    if show == "roles":
        return role_result(reader, analysis, limit)
    if show == "communities":
        return community_result(analysis, limit)
    if show == "ties":
        return tie_result(reader, analysis, limit)
    return pair_result(reader, analysis, limit)
