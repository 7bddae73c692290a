"""`joinedup demo`: build the bundled graph and show its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.errors import NoStoreError, StoreError, UsageError
from graph.store.embedded import Store
from joinedup.atomic_write import write_file
from joinedup.default_store import store_words
from joinedup.options import progress, screen_width, store_option
from joinedup.terminal import print_message, print_text
from loaders.pipeline.build import build
from loaders.pipeline.plan import BUNDLED, bundled_files
from queries.connections import Connections
from queries.entity_lookup import load_lookup
from queries.graph_figures import figures
from queries.result_tables import Table, render
from visualisations.render import render_view

if TYPE_CHECKING:
    from pathlib import Path

_PAGE_WIDTH = 80
"""Columns of the tables where there is no screen."""

_LOCATIONS = (
    "SELECT DISTINCT ?place { ?record <https://w3id.org/joinedup/ontology#location> ?place }"
)

_PAIR = ("A", "B", "findings together", "expected by coincidence", "more than coincidence")
_SENTENCE = ("finding", "names", "who says so", "sentence")
"""Columns that the demo shows; `joinedup connections` shows all."""


@click.command()
@store_option
def command(store_path: Path) -> None:
    """Build the project's own findings into a graph and show who connects with whom.

    Writes the explorer into the same folder: one page to open in a browser. A graph of your own
    in the store is not replaced; give the demo another folder with --store.

    \b
    Example:
      joinedup demo
    """
    _spare_other_graphs(store_path)
    with progress("Reading") as report_progress:
        report = build([BUNDLED], store_path, progress=report_progress)
    store = Store.open(store_path)
    _show_answers(store)
    explorer = store_path / "explorer.html"
    write_file(explorer, render_view(store, ["everything"]).content)
    option = store_words(store_path)
    print_message(f"\n{report.as_text()}")
    print_message(
        f"\nTo see it: open {explorer} in a browser; it needs no network and can be mailed.\n"
        f"\nThe graph is at {store_path}. Try:\n"
        f"  joinedup view ego 'Data First' -o data-first.html --open{option}\n"
        f"  joinedup connections 'Data First'{option}\n"
        f"  joinedup ask positions-by-who-says-so{option}\n"
        f"  joinedup export turtle -o graph.ttl{option}"
    )


def _spare_other_graphs(store_path: Path) -> None:
    """Refuse to replace a graph that holds more than the bundled data.

    Raises:
        UsageError: If there is such a graph.
    """
    try:
        store = Store.open(store_path)
    except NoStoreError:
        return
    except StoreError:
        own = True
    else:
        bundled = {file.location for file in bundled_files(BUNDLED)}
        own = any(
            str(getattr(location, "value", "")).partition(" line ")[0] not in bundled
            for (location,) in store.rows(_LOCATIONS)
        )
        del store
    if own:
        raise UsageError(
            f"{store_path} holds a graph of your own, which the demo would replace. "
            "Give the demo another folder: joinedup demo --store joinedup-demo"
        )


def _columns(table: Table, columns: tuple[str, ...]) -> Table:
    """Some columns of a table, for a narrow screen."""
    indices = [table.columns.index(column) for column in columns]
    rows = tuple(tuple(row[index] for index in indices) for row in table.rows)
    return Table(columns, rows, table.caption)


def _pairs(connections: Connections, kind: str) -> Table:
    return _columns(connections.pairs(kind=kind, most=8), _PAIR)


def _show_answers(store: Store) -> None:
    connections, lookup = Connections(store), load_lookup(store)
    width = screen_width() or _PAGE_WIDTH
    departments = lookup.find_pair("Department for Education", "Ministry of Justice")
    for heading, table in (
        (
            "Organisations named together",
            _pairs(connections, "organisation"),
        ),
        (
            "Initiatives named together",
            _pairs(connections, "initiative"),
        ),
        (
            "What connects the Department for Education with the Ministry of Justice",
            _columns(connections.between(*departments, 3), _SENTENCE),
        ),
        ("What the graph holds", figures(store)),
    ):
        print_text(f"\n{heading}\n{'=' * len(heading)}\n{render(table, 'table', width=width)}")
