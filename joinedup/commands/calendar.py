"""`joinedup calendar`: what falls due, as a calendar or a feed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from graph.store.open_store import open_store
from graph.store.server_address import ServerAddress
from graph.store.store_layout import check_version
from joinedup.atomic_write import write_file
from joinedup.date_type import FIRST_DAY, LAST_DAY
from joinedup.known_on import graph_option
from joinedup.options import document_options, spinner
from joinedup.output_suffix import format_of_output
from joinedup.output_target import shown_path
from joinedup.terminal import print_message
from queries.schedules.due_commitment import QUESTION
from queries.schedules.formats import schedule_formats
from queries.schedules.store_schedule import make_schedule
from visualisations.wording import counted

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from graph.store.server_address import StoreLocation

_HELP = """Write what falls due as a calendar or a feed.

These are the commitments of government, each on the last day on which it is still in time, with
the sentence that makes it and its source.

ABOUT is a department, committee, programme or other thing of the graph: what it commits itself to,
what is asked of it or by it, and what was
answered to findings that concern it. Without ABOUT, all.

{formats}

\b
Example:
  joinedup calendar DfE -o due.ics
  joinedup calendar "Public Accounts Committee" --from 2026 -o due.atom
"""


def _help() -> str:
    formats = schedule_formats().values()
    listed = "; ".join(f"{form.suffixes[0]} is {form.title}" for form in formats)
    return _HELP.format(formats=f"The suffix of the output file decides the format: {listed}.")


@click.command(help=_help())
@click.argument("about", required=False)
@document_options(list(schedule_formats()))
@graph_option
@click.option(
    "--from", "start", type=FIRST_DAY, help="First day on which something falls due.  [today]"
)
@click.option("--to", "end", type=LAST_DAY, help="Last such day; without end if not given.")
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    about: str | None,
    output: Path,
    location: StoreLocation,
    requested: str | None,
    start: date | None,
    end: date | None,
) -> None:
    """Write what falls due as a calendar or a feed."""
    formats = schedule_formats()
    suffixes = {form.name: form.suffixes for form in formats.values()}
    output_format = format_of_output(output, requested, suffixes)
    store = open_store(location)
    with spinner("Looking for what falls due"):
        written = _written_at(location)
        schedule = make_schedule(store, about, start=start, end=end, written=written)
        write_file(output, formats[output_format].render(schedule))
    number = counted(len(schedule.commitments), "commitment")
    print_message(
        f"{schedule.title}: {number} in {shown_path(output)}. As a table: joinedup ask {QUESTION}"
    )


def _written_at(location: StoreLocation) -> datetime:
    """When the graph was written; now, where a server holds it, which does not say."""
    if isinstance(location, ServerAddress):
        return datetime.now(UTC)
    return datetime.fromisoformat(check_version(location).written)
