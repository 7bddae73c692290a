"""Tries what should never go wrong, many times over: `make soak`.

    python -m tests.soak [SHARE]

SHARE is the part of the full number of tries, 1 unless given. The result is the table of
`docs/reliability.md`; the exit code is 1 if anything failed.
"""

from __future__ import annotations

import signal
import sys
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from tests.soak.builds_at_once import build_at_once
from tests.soak.damaged_stores import damage_stores
from tests.soak.full_disks import fill_disks
from tests.soak.killed_workers import kill_workers
from tests.soak.mutated_imports import import_mutated_exports
from tests.soak.mutated_inputs import feed_mutated_inputs
from tests.soak.query_spellings import main as try_spellings
from tests.soak.seeds import KINDS
from tests.soak.stopped_builds import stop_builds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Trial = tuple[str, int, Callable[[int], list[str]]]


def trials() -> Iterator[Trial]:
    """What is tried, how often, and the function that gives what went wrong."""
    yield "queries that would leave the store, and plain ones", 3_000, _spellings
    for kind in KINDS:
        yield f"mutated inputs: {kind}", 3_000, partial(_mutated, kind)
    yield "mutated exports that are imported", 1_000, import_mutated_exports
    yield "stores cut, flipped or short of a file", 500, damage_stores
    yield "builds and exports without room for their files", 100, fill_disks
    for builders, tries in ((2, 10), (5, 10)):
        yield f"{builders} builds at once, with readers", tries, partial(build_at_once, builders)
    for number, tries in ((signal.SIGKILL, 50), (signal.SIGTERM, 20), (signal.SIGINT, 20)):
        yield f"builds stopped by {number.name}", tries, partial(stop_builds, number)
    yield "builds that lose a worker", 20, kill_workers


def _spellings(count: int) -> list[str]:
    outcome = try_spellings(count)
    failures = ["a query reached the network"] * outcome.arrived
    return failures + ["a plain query was refused"] * outcome.refused


def _mutated(kind: str, count: int) -> list[str]:
    return feed_mutated_inputs(kind, count).failures


def main(words: list[str]) -> int:
    """Try everything, and print the table."""
    share = float(words[0]) if words else 1.0
    failed = 0
    print("| tried | tries | failures | seconds |\n|---|---:|---:|---:|")  # noqa: T201
    for name, tries, run in trials():
        count, began = max(1, round(tries * share)), perf_counter()
        failures = run(count)
        failed += len(failures)
        seconds = perf_counter() - began
        print(f"| {name} | {count:,} | {len(failures)} | {seconds:.0f} |", flush=True)  # noqa: T201
        for failure in failures[:20]:
            print(failure, file=sys.stderr, flush=True)  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
