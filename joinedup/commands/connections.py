"""`joinedup connections`: who connects with whom, and through which sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.store.open_store import open_store
from joinedup.known_on import graph_option
from joinedup.options import format_option, limit_option, spinner
from joinedup.screen_options import screen_width
from joinedup.terminal import print_result
from queries.connections import KINDS, Connections
from queries.entity_lookup import load_lookup
from queries.measures.network_result import FORMATS

if TYPE_CHECKING:
    from graph.store.server_address import StoreLocation


@click.command()
@click.argument("name_a", metavar="[A]", required=False)
@click.argument("name_b", metavar="[B]", required=False)
@graph_option
@click.option(
    "--kind", type=click.Choice(KINDS), default="all", show_default=True, help="What to pair."
)
@limit_option("Pairs or findings", 20)
@click.option("--all", "everything", is_flag=True, help="Show every pair or finding.")
@click.option(
    "--method", is_flag=True, help="Explain how pairs are judged, in terms of statistics."
)
@click.option("--sentences", is_flag=True, help="Show the sentences behind the pairs listed.")
@format_option(FORMATS)
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    name_a: str | None,
    name_b: str | None,
    *,
    location: StoreLocation,
    kind: str,
    limit: int,
    everything: bool,
    sentences: bool,
    method: bool,
    output_format: str,
) -> None:
    """Show who is named together: all pairs, the pairs of A, or what connects A with B.

    A and B are names as people write them, such as MoJ, "Ministry of Justice" or "Data First", or
    as any command prints them. With both, the sentences behind the connection are shown.

    \b
    Example:
      joinedup connections DfE MoJ
    """
    store = open_store(location)
    connections, lookup = Connections(store, method=method), load_lookup(store)
    row_limit = None if everything else limit
    with spinner("Looking for connections"):
        if name_a and name_b:
            result = connections.link(*lookup.find_pair(name_a, name_b), row_limit)
        else:
            about = lookup.find(name_a) if name_a else None
            result = (connections.links if sentences else connections.result)(
                about, kind, row_limit
            )
    print_result(result.render(output_format, width=screen_width()), output_format)
