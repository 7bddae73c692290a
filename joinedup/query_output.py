"""What `joinedup ask` and `joinedup query` share: limits, formats, and where the answer goes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graph.errors import UsageError
from joinedup.atomic_write import write_file
from joinedup.empty_answer import explain_empty
from joinedup.known_on import graph_option
from joinedup.number_types import Seconds, WholeNumber
from joinedup.options import Command, output_format_option, output_option, spinner
from joinedup.renamed_option import renamed_option
from joinedup.screen_options import screen_width
from joinedup.terminal import as_bytes, print_message, print_result
from queries.query_request import DEFAULT_LIMITS, Limits
from queries.query_runner import run_and_serialize
from queries.serializers import FORMATS, OutputStyle

if TYPE_CHECKING:
    from graph.store.server_address import StoreLocation
    from queries.query_request import QueryRequest
    from queries.serializers import QueryDescription

PARTLY_GIVEN = 5
"""Exit code: rows were given, but there are more."""


ON_SCREEN = 1_000
"""Rows of a table that are shown unless more are asked for; laying out many takes minutes."""


def answer_options(command: Command) -> Command:
    """The options of a command that gives an answer of the graph."""
    for option in (
        graph_option,
        output_format_option(FORMATS),
        output_option,
        click.option(
            "--seconds",
            type=Seconds(),
            default=DEFAULT_LIMITS.seconds,
            show_default=True,
            help="Time after which the query is stopped.",
        ),
        renamed_option(
            "--limit",
            former=("--rows",),
            type=WholeNumber(1),
            help=f"Rows to show at most. Without this option: {ON_SCREEN:,} for a table on the "
            f"screen, and {DEFAULT_LIMITS.rows:,} for all else.",
        ),
    ):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class OutputOptions:
    """How an answer is given.

    Attributes:
        seconds: Time after which the query is stopped.
        limit: Rows to give at most; None for as many as the format bears.
        output_format: The format.
        output: The file it goes to; None to show it.
    """

    seconds: float
    limit: int | None
    output_format: str
    output: str | None

    @property
    def limits(self) -> Limits:
        """When to stop."""
        usual = (
            ON_SCREEN if self.output_format == "table" and not self.output else DEFAULT_LIMITS.rows
        )
        return Limits(self.seconds, self.limit or usual)


def run_query(
    location: StoreLocation,
    request: QueryRequest,
    description: QueryDescription,
    options: OutputOptions,
) -> int:
    """Run a query and give its answer; the exit code says whether that was all of it."""
    width = None if options.output else screen_width()
    style = OutputStyle(options.output_format, description, width)
    with spinner("Asking the graph"):
        result = run_and_serialize(location, request, options.limits, style)
    write_output(result.content, options.output, options.output_format)
    if not result.row_count:
        no_rows = "" if options.output_format == "table" and not options.output else "No rows. "
        print_message(f"{no_rows}{explain_empty(location, request)}")
    if result.complete:
        return 0
    print_message(f"Only the first {result.row_count:,} rows are shown. --limit shows more.")
    return PARTLY_GIVEN


def write_output(answer: str | bytes, output: str | None, output_format: str) -> None:
    """Write an answer to a file, or to standard output.

    Raises:
        UsageError: If the file cannot be written, or bytes would go to a screen.
    """
    if output is None or output == "-":
        if isinstance(answer, bytes) and sys.stdout is not None and sys.stdout.isatty():
            raise UsageError("A workbook cannot be shown on the screen; give a file with --output.")
        print_result(answer, output_format)
        return
    write_file(Path(output), as_bytes(answer))
