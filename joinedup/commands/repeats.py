"""`joinedup repeats`: where a recommendation was made again, both sentences side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.store.open_store import open_store
from joinedup.known_on import graph_option
from joinedup.options import format_option, spinner
from joinedup.screen_options import screen_width
from joinedup.terminal import print_result
from queries.finding_lookup import find_finding
from queries.repeat_chains import repeat_chain
from queries.result_tables import FORMATS, render

if TYPE_CHECKING:
    from graph.store.server_address import StoreLocation


@click.command()
@click.argument("finding")
@graph_option
@format_option(FORMATS)
def command(finding: str, *, location: StoreLocation, output_format: str) -> None:
    """Show where FINDING was made again, or makes another again: the whole chain.

    Each row has two sentences, the one that asked before and the one that asks again, each with
    its committee, its day and its source, how it was answered, what is said of its delivery, and
    what shows that they ask for the same. A picture of the chain: joinedup view chain FINDING.

    FINDING is its name, its identifier or the address of its page, as any command prints them. To
    overrule a row, use joinedup correct LATER repeat EARLIER is-repeat=no.

    \b
    Example:
      joinedup repeats accountability-index-4-13168 --record
    """
    store = open_store(location)
    iri = find_finding(store, finding)
    with spinner("Looking for repeats"):
        table = repeat_chain(store, iri)
    print_result(render(table, output_format, width=screen_width()), output_format)
