"""Measures one way of putting a file's quads into a store; run as a process of its own.

    python -m benchmarks.baseline rdflib|memory|disk FILE

What is timed is the store's own work alone: rdflib is given its terms ready made, and our store
the text that our statements are written as.
"""

from __future__ import annotations

import gc
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import click
from rdflib import Dataset

from graph.store.embedded import Store
from loaders.pipeline.store_loader import PORTION

if TYPE_CHECKING:
    from collections.abc import Callable


def add_to_rdflib(file: Path) -> tuple[float, int]:
    """Add the quads to an rdflib Dataset in memory.

    Returns:
        Seconds of the adding alone, and how many quads there are then.
    """
    given = Dataset()
    given.parse(file, format="nquads")
    quads = list(given.quads())
    del given
    gc.collect()
    gc.freeze()
    filled = Dataset()
    graphs = {name: filled.graph(name) for _, _, _, name in quads}
    began = perf_counter()
    for subject, predicate, value, name in quads:
        graphs[name].add((subject, predicate, value))
    seconds = perf_counter() - began
    return seconds, sum(1 for _ in filled.quads())


def load_in_memory(file: Path) -> tuple[float, int]:
    """Load the quads into a store of ours in memory."""
    return _load(Store.in_memory(), file)


def load_on_disk(file: Path) -> tuple[float, int]:
    """Load the quads into a store of ours on disk, until it is settled."""
    with TemporaryDirectory(dir=file.parent) as folder:
        return _load(Store.create(Path(folder) / "quads"), file)


def _load(store: Store, file: Path) -> tuple[float, int]:
    """Load the quads in portions as large as those of a build."""
    with file.open("rb") as lines:
        portions = [b"".join(portion) for portion in iter(lambda: lines.readlines(PORTION), [])]
    began = perf_counter()
    for portion in portions:
        store.load(portion)
    store.compact()
    return perf_counter() - began, len(store)


WAYS: dict[str, Callable[[Path], tuple[float, int]]] = {
    "rdflib": add_to_rdflib,
    "memory": load_in_memory,
    "disk": load_on_disk,
}
"""Ways to store quads, by name."""


@click.command()
@click.argument("way", type=click.Choice(list(WAYS)))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def main(way: str, file: Path) -> None:
    """Store the quads of FILE in one WAY, and print seconds and quads as JSON."""
    seconds, quads = WAYS[way](file)
    print(json.dumps({"seconds": seconds, "quads": quads}))


if __name__ == "__main__":
    main()
