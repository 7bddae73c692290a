"""`joinedup path`: how two things are connected, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.store.open_store import open_store
from joinedup.known_on import graph_option
from joinedup.options import format_option, limit_option, spinner
from joinedup.screen_options import screen_width
from joinedup.terminal import print_result
from queries.finding_links.path_between import find_path
from queries.measures.network_result import FORMATS

if TYPE_CHECKING:
    from graph.store.server_address import StoreLocation


@click.command()
@click.argument("name_a", metavar="A")
@click.argument("name_b", metavar="B")
@graph_option
@limit_option("Findings of each step", 1, former=("--findings",))
@format_option(FORMATS)
def command(
    name_a: str, name_b: str, *, location: StoreLocation, limit: int, output_format: str
) -> None:
    """Show how A and B are connected: the shortest and the strongest route through findings.

    Each step is a finding that names both of its ends, with the sentences that name them. Where
    A and B are findings, a step is what joins two findings: a repeat, a citation, a reply, an
    answer or an initiative, with its words.

    \b
    Example:
      joinedup path "Data First" Ofsted
      joinedup path accountability-index-4-13168 accountability-index-15-3055
    """
    store = open_store(location)
    with spinner("Looking for routes"):
        result = find_path(store, name_a, name_b, limit)
    print_result(result.render(output_format, width=screen_width()), output_format)
