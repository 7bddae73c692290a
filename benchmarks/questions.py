"""Measures every saved question: from memory, from disk in a cold process, and in rdflib.

    python -m benchmarks.questions memory PAGES REPEAT
    python -m benchmarks.questions rdflib STORE REPEAT

asks in one way, in a process of its own, and prints seconds by question as JSON: our engine a graph
built in memory from a folder of pages, as a notebook does; rdflib's the quads of a store. Where
rdflib takes longer than `PATIENCE` it is stopped, and that counts.
"""

from __future__ import annotations

import io
import json
import shlex
import signal
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import click
import pyoxigraph as ox
from rdflib import Dataset
from rich.table import Table

from benchmarks.processes import run
from graph.store.embedded import Store
from graph.store.store_layout import current_version
from loaders.pipeline.build import fill
from queries.parameter_values import fill_parameters
from queries.query_files import list_questions
from queries.query_result import materialise

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from benchmarks.bench import Bench

PATIENCE = 20
"""Seconds after which rdflib is stopped."""

SMALL = 2_000
"""Pages of the graph that rdflib is question."""

Seconds = dict[str, float]


def in_memory(pages: Path, repeat: int) -> Seconds:
    """Ask a graph built in memory; the median of several times, after one that warms it."""
    store = Store.in_memory()
    fill(store, [str(pages)])
    return {
        question.name: _median(_asking(store, fill_parameters(question, {}, store)), repeat)
        for question in list_questions()
    }


def cold_from_disk(place: Path) -> Seconds:
    """Ask the store on disk on the command line, in a fresh process for each question."""
    return {
        question.name: run(
            "joinedup",
            "ask",
            question.name,
            *shlex.split(question.example),
            "--store",
            place,
            "--format",
            "csv",
        ).seconds
        for question in list_questions()
    }


def in_rdflib(place: Path, repeat: int) -> Seconds:
    """Ask rdflib's own engine, in memory."""
    store = Store.open(place)
    output = io.BytesIO()
    ox.Store.read_only(str(current_version(place) / "quads")).dump(
        output, format=ox.RdfFormat.N_QUADS
    )
    dataset = Dataset()
    dataset.parse(data=output.getvalue(), format="nquads")
    signal.signal(signal.SIGALRM, _stop)
    return {
        question.name: _patiently(dataset, fill_parameters(question, {}, store), repeat)
        for question in list_questions()
    }


def _asking(store: Store, sparql: str) -> Callable[[], object]:
    return lambda: materialise(store.query(sparql))


def _median(ask: Callable[[], object], repeat: int) -> float:
    ask()
    return median(_timed(ask) for _ in range(repeat))


def _timed(ask: Callable[[], object]) -> float:
    began = perf_counter()
    ask()
    return perf_counter() - began


def _patiently(dataset: Dataset, sparql: str, repeat: int) -> float:
    signal.alarm(PATIENCE)
    try:
        return median(_timed(lambda: list(dataset.query(sparql))) for _ in range(min(repeat, 1)))
    except TimeoutError:
        return PATIENCE
    finally:
        signal.alarm(0)


def _stop(_signal: int, _frame: object) -> None:
    raise TimeoutError


def show(console: Console, bench: Bench, size: int, repeat: int) -> None:
    """Measure and print.

    Args:
        console: Where to print.
        bench: Makes pages and graphs.
        size: Pages of the large graph; the small one is of `SMALL`, which rdflib can hold.
        repeat: Times to ask; the median counts.
    """
    memory = _process("memory", bench.pages(size), repeat)
    cold = cold_from_disk(bench.graph(size))
    ours = _process("memory", bench.pages(SMALL), repeat)
    theirs = _process("rdflib", bench.graph(SMALL), repeat)
    table = Table("question", title="Questions, in seconds", title_justify="left")
    small = f"{SMALL:,} pages"
    for column in ("memory", "disk, cold", f"memory, {small}", f"rdflib, {small}", "ratio"):
        table.add_column(column, justify="right")
    for name in memory:
        stopped = ">" if theirs[name] >= PATIENCE else ""
        table.add_row(
            name,
            f"{memory[name]:.3f}",
            f"{cold[name]:.2f}",
            f"{ours[name]:.4f}",
            f"{stopped}{theirs[name]:.2f}",
            f"{stopped}{theirs[name] / ours[name]:,.0f}",
        )
    console.print(table)
    for name, seconds in (("memory", memory), ("disk, cold", cold)):
        slowest = max(seconds, key=lambda question: seconds[question])
        console.print(
            f"{name}: median {median(seconds.values()):.3f} s, slowest {seconds[slowest]:.3f} s "
            f"({slowest})"
        )


def _process(way: str, place: Path, repeat: int) -> Seconds:
    measured: Seconds = json.loads(run("benchmarks.questions", way, place, repeat).output)
    return measured


@click.command()
@click.argument("way", type=click.Choice(["memory", "rdflib"]))
@click.argument("place", type=click.Path(path_type=Path, exists=True))
@click.argument("repeat", type=click.IntRange(min=1))
def main(way: str, place: Path, repeat: int) -> None:
    """Ask every question in one way."""
    print(json.dumps(in_memory(place, repeat) if way == "memory" else in_rdflib(place, repeat)))


if __name__ == "__main__":
    main()
