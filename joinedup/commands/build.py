"""`joinedup build`: from sources to a graph."""

from __future__ import annotations

import dataclasses
import json
import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from graph.errors import DroppedSourcesError
from graph.identity import DEFAULT_BASE
from joinedup.default_store import store_words
from joinedup.options import (
    corrections_option,
    encoding_option,
    progress,
    replace_option,
    retrieved_option,
    spinner,
    store_option,
)
from joinedup.terminal import print_message, print_result, print_text
from loaders.pipeline.build import BuildOptions, build
from loaders.pipeline.executors import connect_executor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from loaders.pipeline.report import BuildReport
    from loaders.pipeline.task_executor import TaskExecutor

PARTLY_READ = 5
"""Exit code: the graph stands, but part of the input was not read."""


@click.command()
@click.argument("sources", nargs=-1, required=True)
@store_option
@replace_option
@click.option(
    "--base",
    default=DEFAULT_BASE,
    show_default=True,
    help="Web address with which the identifiers of the graph begin.",
)
@encoding_option
@retrieved_option
@corrections_option
@click.option(
    "--executor",
    "executor_address",
    metavar="ADDRESS",
    help="Cluster that does most of the work, such as dask://scheduler:8786.",
)
@click.option(
    "--parts",
    metavar="PLACE",
    help="Also write the graph in parts, for `joinedup load`, at a folder or an address.",
)
@click.option(
    "--report",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Format of the report on what was read and what was not.",
)
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    sources: tuple[str, ...],
    *,
    store_path: Path,
    replace: bool,
    base: str,
    encoding: str | None,
    retrieved: date | None,
    corrections: Path | None,
    executor_address: str | None,
    parts: str | None,
    output_format: str,
) -> int:
    """Build a graph from SOURCES. It replaces the graph in the store.

    SOURCES are files, folders, globs, `-` for standard input, or `bundled` for the project's own
    findings. The registers of organisations and initiatives are always read.

    The old graph can be asked until the new one is complete; after that, `joinedup undo` brings it
    back. A build that would drop files of the old graph, or more than half of its findings, is
    refused without --replace; on a terminal it asks whether to drop files. To keep them, use
    `joinedup add`. Exit code 5 means that the graph was built, but part of the input was not read,
    or was read and is uncertain; the report says which part and why.

    \b
    Example:
      joinedup build pages/ more/*.html --store my-graph
    """
    fetched = retrieved.isoformat() if retrieved else None
    options = BuildOptions(base, encoding, fetched, corrections, replace=replace, parts=parts)
    with _connected(executor_address) as executor:
        options = dataclasses.replace(options, executor=executor)
        report = _build_if_agreed(sources, store_path, options)
    if output_format == "json":
        print_result(json.dumps(report.as_json(), indent=2, ensure_ascii=False), output_format)
    else:
        print_text(report.as_text())
        option = store_words(store_path)
        print_message(f"It is at {store_path}. Ask it: joinedup connections{option}")
    return 0 if report.complete else PARTLY_READ


@contextmanager
def _connected(address: str | None) -> Iterator[TaskExecutor | None]:
    """The executor at an address, before anything is read for it; None if there is no address."""
    if address is None:
        yield None
        return
    with ExitStack() as stack:
        with spinner("Connecting"):
            executor = stack.enter_context(connect_executor(address))
        yield executor


def _build_if_agreed(
    sources: tuple[str, ...], store_path: Path, options: BuildOptions
) -> BuildReport:
    """Build; where that would drop files, ask on a terminal whether it may."""
    try:
        with progress("Reading") as report_progress:
            return build(sources, store_path, options, report_progress)
    except DroppedSourcesError as error:
        if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
            raise
        print_message(f"joinedup: {error.dropped}")
        if not click.confirm("Drop them?", err=True):
            raise
    with progress("Reading") as report_progress:
        return build(
            sources, store_path, dataclasses.replace(options, replace=True), report_progress
        )
