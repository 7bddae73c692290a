"""`--known-on DAY`: the graph that the documents published by a day would have made."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, cast

import click

from joinedup.date_type import LAST_DAY
from joinedup.options import Command, spinner, store_option
from joinedup.terminal import print_message
from loaders.pipeline.known_version import graph_known_on

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from loaders.pipeline.published_readings import PublicationCounts


def graph_option(command: Command) -> Command:
    """The options that choose the graph a command reads: `--store` and `--known-on`."""

    @wraps(command)
    def with_known_graph(
        *arguments: object, store_path: Path, known_on: date | None, **options: object
    ) -> object:
        if known_on is not None:
            with spinner(f"Making the graph as known on {known_on}"):
                known_graph = graph_known_on(store_path, known_on)
            print_message(counts_text(known_graph.counts, known_on))
            store_path = known_graph.store_path
        return command(*arguments, store_path=store_path, **options)

    day_option = click.option(
        "--known-on",
        type=LAST_DAY,
        metavar="DATE",
        help="Only what had been published by this day.",
    )
    return cast("Command", store_option(day_option(with_known_graph)))


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
