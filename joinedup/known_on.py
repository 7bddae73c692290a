"""`--known-on DAY`: the graph that the documents published by a day would have made."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from graph.errors import UsageError
from joinedup.date_type import LAST_DAY
from joinedup.options import Command, location_option, spinner, store_option
from joinedup.terminal import print_message
from loaders.pipeline.known_version import graph_known_on

if TYPE_CHECKING:
    from datetime import date

    from graph.store.server_address import StoreLocation
    from loaders.pipeline.published_readings import PublicationCounts


_day_option = click.option(
    "--known-on",
    type=LAST_DAY,
    metavar="DATE",
    help="Only what had been published by this day.",
)


def graph_option(command: Command) -> Command:
    """The options that choose the graph a command reads: `--store` and `--known-on`.

    The command gets a `location`: a folder, or the address of a server.
    """
    return location_option(_with_known_graph(command, "location"))


def folder_option(command: Command) -> Command:
    """The same options for a command that needs a folder, which it gets as `store_path`."""
    return store_option(_with_known_graph(command, "store_path"))


def _with_known_graph(command: Command, parameter: str) -> Command:
    """Have a command get, as its `parameter`, the graph that was known on the day that is given."""

    @wraps(command)
    def with_known_graph(*arguments: object, known_on: date | None, **options: object) -> object:
        if known_on is not None:
            location = cast("StoreLocation", options[parameter])
            options[parameter] = _known_store(location, known_on)
        return command(*arguments, **options)

    return cast("Command", _day_option(with_known_graph))


def _known_store(location: StoreLocation, day: date) -> Path:
    """The folder of the graph as it was known on a day; what is left out is said.

    Raises:
        UsageError: If the graph is that of a server.
    """
    if not isinstance(location, Path):
        raise UsageError(
            "What was known on a day is made from the records in the folder of a graph, which a "
            "server does not keep. Give the folder in which the graph was built (--store FOLDER)."
        )
    with spinner(f"Making the graph as known on {day}"):
        known_graph = graph_known_on(location, day)
    print_message(counts_text(known_graph.counts, day))
    return known_graph.store_path


def counts_text(counts: PublicationCounts, day: date) -> str:
    """How much of a graph had been published by a day, in sentences."""
    earlier = (
        f" In place of later readings, {counts.earlier_readings:,} of earlier ones are in it."
        if counts.earlier_readings
        else ""
    )
    return (
        f"Known on {day}: {counts.published:,} of {counts.total:,} records had been published by "
        f"then. Left out: {counts.later:,} published or read later, {counts.undated:,} without a "
        f"day.{earlier}"
    )
