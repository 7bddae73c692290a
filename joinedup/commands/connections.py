"""`joinedup connections`: who connects with whom, and through which sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.store.embedded import Store
from joinedup.options import format_option, limit_option, screen_width, spinner, store_option
from queries.connections import KINDS, Connections
from queries.entity_lookup import load_lookup
from queries.measures.network_result import FORMATS

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("one", required=False)
@click.argument("other", required=False)
@store_option
@click.option(
    "--kind", type=click.Choice(KINDS), default="all", show_default=True, help="What to pair."
)
@limit_option("Pairs or findings", 20)
@click.option("--all", "everything", is_flag=True, help="Show every pair or finding.")
@click.option(
    "--method", is_flag=True, help="Say how pairs are judged, for those who know statistics."
)
@click.option("--sentences", is_flag=True, help="Show the sentences behind the pairs listed.")
@format_option(FORMATS)
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    one: str | None,
    other: str | None,
    *,
    store_path: Path,
    kind: str,
    limit: int,
    everything: bool,
    sentences: bool,
    method: bool,
    output_format: str,
) -> None:
    """Show who is named together: all pairs, those of ONE, or what ties ONE to OTHER.

    ONE and OTHER are names as people write them: `MoJ`, `Ministry of Justice`, `Data First`.
    With both, the sentences behind the link are shown.

    \b
    Example:
      joinedup connections DfE MoJ
    """
    store = Store.open(store_path)
    connections, lookup = Connections(store, method=method), load_lookup(store)
    row_limit = None if everything else limit
    with spinner("Looking for connections"):
        if one and other:
            result = connections.link(*lookup.find_pair(one, other), row_limit)
        else:
            about = lookup.find(one) if one else None
            result = (connections.links if sentences else connections.result)(
                about, kind, row_limit
            )
    click.echo(result.render(output_format, width=screen_width()))
