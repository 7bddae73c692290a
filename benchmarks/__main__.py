"""Measures joinedup: builds of made pages, store, name recogniser, networks, explorer.

    python -m benchmarks
    python -m benchmarks --only build --sizes 1000,10000

Every build and every store runs in a fresh process.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console

from benchmarks import networks, questions, search, tables, validation
from benchmarks.bench import Bench

_NAMES = "benchmarks.names"
_EXPLORER = "benchmarks.explorer"
_WIDTH = 120


def _numbers(_context: click.Context, _option: click.Parameter, value: str) -> list[int]:
    try:
        return sorted({int(number) for number in value.split(",")})
    except ValueError:
        raise click.BadParameter("give whole numbers with commas between them") from None


@click.command()
@click.option(
    "--sizes",
    callback=_numbers,
    default="1000,10000,34026",
    show_default=True,
    help="Pages to build from.",
)
@click.option(
    "--baseline-sizes",
    callback=_numbers,
    default="1000,5000",
    show_default=True,
    help="Pages whose quads rdflib gets too.",
)
@click.option(
    "--only",
    type=click.Choice(
        ["build", "store", "names", "networks", "validation", "explorer", "questions", "search"]
    ),
    help="Measure nothing else.",
)
@click.option(
    "--per-file", type=click.IntRange(min=1), default=1, show_default=True, help="Pages in a file."
)
@click.option(
    "--repeat",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="Times to measure; the median counts.",
)
def main(
    sizes: list[int],
    baseline_sizes: list[int],
    only: str | None,
    per_file: int,
    repeat: int,
) -> None:
    """Measure builds, the store beside rdflib, names, tests of pairs, questions and search."""
    console = Console(width=_WIDTH, highlight=False)
    console.print(f"{tables.command()}\n{tables.machine()}\n")
    with TemporaryDirectory() as work:
        bench = Bench(Path(work), per_file, repeat)
        if only in (None, "build"):
            builds = [bench.build(size) for size in sizes]
            console.print(tables.builds_table(builds), tables.growth(builds))
        if only in (None, "store"):
            console.print(tables.stores_table([bench.stores(size) for size in baseline_sizes]))
        if only in (None, "networks"):
            networks.show(console, bench.graph(max(sizes)))
        if only in (None, "validation"):
            validation.show(console, {f"{max(sizes):,} pages": bench.graph(max(sizes))})
        if only in (None, "questions"):
            questions.show(console, bench, max(sizes), repeat)
        if only in (None, "search"):
            search.show(console, bench, sizes, repeat)
    if only in (None, "names") and find_spec(_NAMES):
        import_module(_NAMES).main()
    if only in (None, "explorer"):
        import_module(_EXPLORER).main()


if __name__ == "__main__":
    main()
