"""What the soak tries, how often, and a row of its table for each."""

from __future__ import annotations

import signal
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from tests.soak.builds_at_once import build_at_once
from tests.soak.damaged_stores import damage_stores
from tests.soak.full_disks import fill_disks
from tests.soak.graphs_of_days import compare_graphs_of_days
from tests.soak.killed_workers import kill_workers
from tests.soak.mutated_imports import import_mutated_exports
from tests.soak.mutated_inputs import feed_mutated_inputs
from tests.soak.query_spellings import main as try_spellings
from tests.soak.seeds import KINDS
from tests.soak.stopped_additions import fill_disks_of_additions, stop_additions
from tests.soak.stopped_builds import stop_builds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Trial = tuple[str, int, Callable[[int], list[str]]]
    """A name, the number of tries, and what gives the failures of so many."""


def input_trials() -> Iterator[Trial]:
    """The trials of which several can run at once, since they touch nothing of one another."""
    for kind in KINDS:
        yield f"mutated inputs: {kind}", 3_000, partial(_mutated, kind)


def process_trials() -> Iterator[Trial]:
    """The trials that start processes and fill disks, of which one runs at a time."""
    yield "queries that would leave the store, and plain ones", 3_000, _spellings
    yield "mutated exports that are imported", 1_000, import_mutated_exports
    yield "stores cut, flipped or short of a file", 500, damage_stores
    yield "builds and exports without room for their files", 100, fill_disks
    for builders, tries in ((2, 10), (5, 10)):
        yield f"{builders} builds at once, with readers", tries, partial(build_at_once, builders)
    for number, tries in ((signal.SIGKILL, 50), (signal.SIGTERM, 20), (signal.SIGINT, 20)):
        yield f"builds stopped by {number.name}", tries, partial(stop_builds, number)
        yield f"additions stopped by {number.name}", tries, partial(stop_additions, number)
    yield "additions without room for their files", 50, fill_disks_of_additions
    yield "builds that lose a worker", 20, kill_workers
    yield "graphs of earlier days, and builds of their documents", 10, compare_graphs_of_days


def _spellings(count: int) -> list[str]:
    outcome = try_spellings(count)
    failures = ["a query reached the network"] * outcome.arrived
    return failures + ["a plain query was refused"] * outcome.refused


def _mutated(kind: str, count: int) -> list[str]:
    return feed_mutated_inputs(kind, count).failures


def run_trial(trial: Trial, share: float) -> tuple[str, list[str]]:
    """A row of the table, and what went wrong."""
    name, tries, run = trial
    count, began = max(1, round(tries * share)), perf_counter()
    failures = run(count)
    seconds = perf_counter() - began
    return f"| {name} | {count:,} | {len(failures)} | {seconds:.0f} |", failures
