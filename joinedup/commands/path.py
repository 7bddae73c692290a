"""`joinedup path`: how two things are connected, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.store.embedded import Store
from joinedup.options import format_option, screen_width, store_option, working
from queries.connections import Connections
from queries.entity_lookup import load_lookup
from queries.measures.network_result import FORMATS
from queries.measures.paths import path_result
from queries.measures.projection import project
from queries.measures.selection import Selection

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("one")
@click.argument("other")
@store_option
@click.option(
    "--findings",
    "each",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Findings to show for each step.",
)
@format_option(FORMATS)
def command(one: str, other: str, *, store_path: Path, each: int, form: str) -> None:
    """Show how ONE and OTHER are connected: the shortest and the strongest way through findings.

    Every step is a finding that names both of its ends, with the sentences that do.

    \b
    Example:
      joinedup path "Data First" Ofsted
    """
    store = Store.open(store_path)
    start, end = load_lookup(store).find_pair(one, other)
    with working("Looking for ways"):
        found = Connections(store)
        data = project(found.reading, "everything", Selection())
        result = path_result(found, data, start, end, each)
    click.echo(result.render(form, width=screen_width()))
