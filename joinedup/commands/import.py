"""`joinedup import`: a store made of what was exported."""

from __future__ import annotations

from pathlib import Path

import click

from graph.store.embedded import Store
from graph.store.store_layout import begin_version
from joinedup.options import progress, store_option
from queries.cooccurrence.pair_statements import state_pairs
from queries.exports import read_export


@click.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@store_option
def command(path: Path, store_path: Path) -> None:
    """Make a graph of PATH. It replaces the graph in the store.

    PATH is what `joinedup export` wrote: a file of TriG, N-Quads, JSON-LD, Turtle or RDF/XML, an
    SQLite file, or a folder of CSV or Parquet tables. Turtle and RDF/XML do not say which source
    record says what, so this is lost in a graph made of them.

    \b
    Example:
      joinedup import graph.trig --store copy
    """
    with progress("Importing") as report_progress, begin_version(store_path) as folder:
        store = Store.create(folder / "quads")
        for done, portion in enumerate(read_export(path), 1):
            report_progress(done, 0)
            store.load(portion)
        state_pairs(store)
        store.compact()
        quad_count = len(store)
        del store
    click.echo(f"The graph at {store_path} holds {quad_count:,} quads.")
