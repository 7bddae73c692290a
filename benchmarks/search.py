"""Measures search: what an index takes to make and to keep, and how long searches take.

    python -m benchmarks.search STORE REPEAT

makes the index of a store anew and searches it, in a process of its own, and prints what was
measured as JSON. Seconds are those of the processor, which other work on the machine leaves alone.
"""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Any

import click
from rich.table import Table

from benchmarks.processes import run
from graph.store.embedded import Store
from graph.store.store_layout import current_version
from graph.store.store_manifest import SEARCH_INDEX, read_manifest
from queries.search.index_file import write_index_file
from queries.search.search_result import SearchRequest
from queries.search.text_search import TextSearch

if TYPE_CHECKING:
    from rich.console import Console

    from benchmarks.bench import Bench

SEARCHES = (
    "unique child identifier",
    "DfE",
    "identif*",
    '"data sharing"',
    "data",
    "the",
    "data -the",
    "common identifer",
    "",
)
"""Rare and frequent words, a phrase, a beginning, an exclusion, a slip, and everything."""

_MEBIBYTE = 1 << 20


def measure_search(store_path: Path, repeat: int) -> dict[str, Any]:
    """Make the index of a store, and search it; the median of several times counts."""
    store, version = Store.open(store_path), current_version(store_path)
    began = process_time()
    write_index_file(store, version)
    making = process_time() - began
    manifest = read_manifest(version)
    began = process_time()
    search = TextSearch(store)
    opening = process_time() - began
    return {
        "making": making,
        "opening": opening,
        "index": (version / SEARCH_INDEX).stat().st_size / _MEBIBYTE,
        "graph": manifest.size / _MEBIBYTE if manifest else 0.0,
        "searches": {words: _asked(search, words, repeat) for words in SEARCHES},
    }


def _asked(search: TextSearch, words: str, repeat: int) -> dict[str, float]:
    result = search.search(SearchRequest(words))
    seconds = []
    for _ in range(repeat):
        began = process_time()
        search.search(SearchRequest(words))
        seconds.append(process_time() - began)
    return {"passages": result.total, "seconds": median(seconds)}


def show(console: Console, bench: Bench, sizes: list[int], repeat: int) -> None:
    """Measure graphs of several sizes, and print.

    Args:
        console: Where to print.
        bench: Makes graphs.
        sizes: Pages of each.
        repeat: Times to search; the median counts.
    """
    measures = {
        size: json.loads(run("benchmarks.search", bench.graph(size), repeat).output)
        for size in sizes
    }
    index = Table("pages", title="Index", title_justify="left")
    for column in ("making, CPU s", "opening, CPU s", "MiB", "MiB of the graph"):
        index.add_column(column, justify="right")
    searches = Table("search", title="Searches", title_justify="left")
    for size, measure in measures.items():
        figures = (measure[name] for name in ("making", "opening", "index", "graph"))
        index.add_row(f"{size:,}", *(f"{figure:.2f}" for figure in figures))
        searches.add_column(f"passages, {size:,} pages", justify="right")
        searches.add_column("CPU ms", justify="right")
    for words in SEARCHES:
        cells = (measure["searches"][words] for measure in measures.values())
        texts = [(f"{cell['passages']:,}", f"{cell['seconds'] * 1000:.0f}") for cell in cells]
        searches.add_row(words or "(everything)", *(text for pair in texts for text in pair))
    console.print(index, searches)


@click.command()
@click.argument("store_path", type=click.Path(path_type=Path, exists=True))
@click.argument("repeat", type=click.IntRange(min=1))
def main(store_path: Path, repeat: int) -> None:
    """Make the index of a store, and search it."""
    print(json.dumps(measure_search(store_path, repeat)))


if __name__ == "__main__":
    main()
