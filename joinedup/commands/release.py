"""`joinedup release`: the graph as a folder to keep, cite and open without joinedup."""

from __future__ import annotations

from pathlib import Path

import click

from graph.store.open_store import open_store
from joinedup.options import progress, store_option
from joinedup.output_target import shown_path
from joinedup.release import make_release
from joinedup.terminal import print_text


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@store_option
def command(folder: Path, store_path: Path) -> None:
    """Write the graph to FOLDER as a release.

    A release holds the graph in Turtle and TriG, the tables, networks and pages, the ontology with
    its documentation, a description for catalogues, licences, checksums, and a statement in plain
    words of its contents and its faults. The output does not depend on today's date. An older
    release in FOLDER is replaced.

    \b
    Example:
      joinedup release joinedup-2026-11 --store my-graph
    """
    with progress("Writing the release") as report_progress:
        make_release(open_store(store_path), folder, report_progress)
    shown = shown_path(folder)
    print_text(f"The release is {shown}. Begin with {shown}/README.md.")
