"""The options by which commands on networks select findings and names."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from graph.store.open_store import open_store
from joinedup.date_type import FIRST_DAY, LAST_DAY
from joinedup.renamed_option import renamed_option
from queries.entity_lookup import load_lookup
from queries.measures.selection import PARLIAMENTS, VOICES, Selection

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store.server_address import StoreLocation

_OPTIONS = (
    click.option(
        "--words-of",
        "voice",
        type=click.Choice(VOICES),
        default="any",
        show_default=True,
        help="Whose words must name them. `across`: the finding names one, its answer the other.",
    ),
    click.option(
        "--role", help="Role that the name must have, such as answer, evidence or problem."
    ),
    click.option("--committee", help="Only findings of this committee."),
    renamed_option(
        "--from",
        "since",
        former=("--since",),
        type=FIRST_DAY,
        help="Only reports published on this date or later.",
    ),
    renamed_option(
        "--to",
        "until",
        former=("--until",),
        type=LAST_DAY,
        help="Only reports published on this date or earlier.",
    ),
    click.option(
        "--parliament", type=click.Choice(list(PARLIAMENTS)), help="Only reports of a Parliament."
    ),
    click.option("--position", help="Only findings with this position, such as rejected."),
    renamed_option(
        "--position-of",
        "whose",
        former=("--whose",),
        type=click.Choice(["government", "tracker"]),
        default="government",
        show_default=True,
        help="Whose position that is.",
    ),
    click.option("--roll-up", is_flag=True, help="Count agencies for their departments."),
    renamed_option(
        "--as-of",
        "as_at",
        former=("--as-at",),
        type=LAST_DAY,
        help="Count departments that had ended by this date for their successors.",
    ),
)
_NAMES = (
    *("voice", "role", "committee", "since", "until", "parliament"),
    *("position", "whose", "roll_up", "as_at"),
)


def selection_options(command: Callable[..., object]) -> Callable[..., object]:
    """Give a command the options of a selection, and hand it a `Selection` and the open store.

    The command must take `location`, where the store is, and is called with `store` instead.
    """

    @wraps(command)
    def selecting(*words: object, location: StoreLocation, **options: Any) -> object:  # noqa: ANN401 - click's
        store = open_store(location)
        chosen = {name: options.pop(name) for name in _NAMES}
        if chosen["committee"]:
            chosen["committee"] = load_lookup(store, ("committee",)).find(chosen["committee"])
        return command(*words, store=store, selection=Selection(**chosen), **options)

    for option in reversed(_OPTIONS):
        selecting = option(selecting)
    return selecting
