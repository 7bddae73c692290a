"""`joinedup import`: a store made of what was exported."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from graph.errors import InputError, WorkerLostError
from graph.processes.worker_process import WorkerProcess
from graph.serialisation.import_limits import IMPORT_LIMITS
from graph.store.corrections_file import carry_corrections_over
from graph.store.store_layout import begin_version
from joinedup.options import replace_option, spinner, store_option
from joinedup.terminal import print_text

_HELP = """Make a graph of PATH. It replaces the graph in the store.

PATH is what `joinedup export` wrote: a file of TriG, N-Quads, JSON-LD, Turtle or RDF/XML, an
SQLite file, or a folder of CSV or Parquet tables. Turtle and RDF/XML do not say which source
record says what, so this is lost in a graph made of them.

Any other file is refused, and the graph in the store stays. So is a graph with fewer than half of
the findings of the one in the store, unless --replace is given. `joinedup undo` takes an import
back. At most a file may have {gib:,} GiB, {limits.statements:,} statements, {limits.depth} brackets
or elements within one another, {limits.entities} entities of {limits.entity_length:,} characters
and {limits.blank_nodes:,} nodes without a name.

\b
Example:
  joinedup import graph.trig --store copy
"""


@click.command(help=_HELP.format(limits=IMPORT_LIMITS, gib=IMPORT_LIMITS.file_bytes // 2**30))
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@store_option
@replace_option
def command(path: Path, store_path: Path, *, replace: bool) -> None:
    """Make a graph of PATH."""
    with spinner("Importing"), begin_version(store_path, replace=replace) as folder:
        carry_corrections_over(store_path, folder)
        quad_count = _read(path, folder / "quads")
    print_text(f"The graph at {store_path} holds {quad_count:,} quads.")


def _read(path: Path, folder: Path) -> int:
    """Make a store of a file in a process of its own, which the file may end.

    Raises:
        InputError: If the file cannot be read, or ended the process.
    """
    message = json.dumps([os.fspath(path), os.fspath(folder)])
    with WorkerProcess("queries.import_worker") as worker:
        try:
            return int(worker.call(message.encode()))
        except WorkerLostError as error:
            raise InputError(f"{path} cannot be read: {error}") from error
