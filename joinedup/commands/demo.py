"""`joinedup demo`: build the bundled graph and show its answers."""

from __future__ import annotations

from pathlib import Path

import click

from graph.store.embedded import Store
from joinedup.options import progress, screen_width
from loaders.pipeline.build import build
from loaders.pipeline.documents import BUNDLED
from queries.connections import Connections
from queries.entity_lookup import names
from queries.graph_figures import figures
from queries.result_tables import render
from visualisations.make import make


@click.command()
@click.option(
    "--store",
    "place",
    type=click.Path(path_type=Path),
    default=Path("joinedup-demo"),
    show_default=True,
    help="Folder to build the graph in.",
)
def command(place: Path) -> None:
    """Build the project's own findings into a graph and show who connects with whom.

    Writes the explorer into the same folder: one page to open in a browser.

    \b
    Example:
      joinedup demo
    """
    with progress("Reading") as told:
        report = build([BUNDLED], place, progress=told)
    store = Store.open(place)
    found, known, width = Connections(store), names(store), screen_width()
    departments = found.pairs(kind="organisation", most=8)
    initiatives = found.pairs(kind="initiative", most=8)
    dfe, moj = known.find("Department for Education"), known.find("Ministry of Justice")
    for heading, table in (
        ("Organisations named together", departments),
        ("Initiatives named together", initiatives),
        (
            "What ties the Department for Education to the Ministry of Justice",
            found.between(dfe, moj),
        ),
        ("What the graph holds", figures(store)),
    ):
        click.echo(f"\n{heading}\n{'=' * len(heading)}\n{render(table, 'table', width=width)}")
    explorer = place / "explorer.html"
    explorer.write_bytes(make(store, ["everything"]).content)
    click.echo(f"\n{report.as_text()}", err=True)
    click.echo(
        f"\nTo see it: open {explorer} in a browser; it needs no network and can be mailed.\n"
        f"\nThe graph is at {place}. Try:\n"
        f"  joinedup view ego 'Data First' -o data-first.html --open --store {place}\n"
        f"  joinedup connections 'Data First' --store {place}\n"
        f"  joinedup ask positions-by-voice --store {place}\n"
        f"  joinedup export turtle -o graph.ttl --store {place}",
        err=True,
    )
