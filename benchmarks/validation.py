"""Measures checks of a store, and HermiT and the rules on the bundled graph.

    python -m benchmarks.validation STORE

Checks of a store on disk are measured as a user meets them, in a fresh process.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from benchmarks.processes import run
from graph.store.embedded import Store
from loaders.pipeline.build import build
from ontology.reasoning import check_consistency
from queries.data_checks import all_checks, check_store_at
from queries.graph_sample import sample

ALL = 1_000_000
"""More findings than the bundled graph has."""


def show(console: Console, stores: dict[str, Path]) -> None:
    """Measure the bundled graph, and stores by their names, and print a table."""
    table = Table("what", "seconds", "of", title=f"Checks: {len(all_checks())} data checks")
    with TemporaryDirectory() as work:
        place = Path(work) / "bundled"
        build(["bundled"], place)
        for name, store in {"bundled": place, **stores}.items():
            seconds, faults = checked(store)
            table.add_row(f"check of {name}", f"{seconds:.1f}", f"{faults:,} faults")
        facts = tuple(sample(Store.open(place), ALL))
        begun = time.perf_counter()
        check_consistency(facts)
        taken = time.perf_counter() - begun
        table.add_row("HermiT, every bundled finding", f"{taken:.1f}", f"{len(facts):,} triples")
        table.add_row("rules, the same graph", f"{inferred(place):.1f}", "in a fresh process")
    console.print(table)


def checked(place: Path) -> tuple[float, int]:
    """Seconds that a check takes, and the faults it counts."""
    begun = time.perf_counter()
    found = check_store_at(place, limit=1)
    return time.perf_counter() - begun, sum(found.counts.values())


def inferred(place: Path) -> float:
    """Seconds that the rules take, with the start of the program and the new generation."""
    begun = time.perf_counter()
    run("joinedup", "reason", "--findings", "0", "--store", place)
    return time.perf_counter() - begun


if __name__ == "__main__":
    named = {Path(word).name: Path(word) for word in sys.argv[1:]}
    show(Console(width=100, highlight=False), named)
