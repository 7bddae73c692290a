"""Stops additions at random moments and on full disks: the old graph is whole, or the new one is.

A failure is a store that cannot be asked, holds neither graph, or has a file that is not as it was
written; or what `stopped_builds` and `full_disks` take for one.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from graph.errors import JoinedupError
from graph.store.store_layout import check_version
from graph.store.version_undo import undo
from loaders.pipeline.build import build
from loaders.pipeline.change import add
from tests.soak.full_disks import LARGEST, fault_of, run_with_room
from tests.soak.stopped_builds import LONGEST, PAGE, count_findings, stop

if TYPE_CHECKING:
    import signal
    from collections.abc import Iterator

FILES = sorted(PAGE.parent.glob("public-accounts-1[01]*.txt"))
"""What is added to a graph of another page."""


def stop_additions(number: signal.Signals, tries: int, seed: int = 0) -> list[str]:
    """Stop additions by a signal.

    Args:
        number: The signal.
        tries: How many are stopped, each at a moment of its own.
        seed: Decides the moments.

    Returns:
        What went wrong, each with the moment.
    """
    random = Random(f"{number} {seed}")  # noqa: S311 - repeatable, not secret
    failures: list[str] = []
    with _stores() as (store, counts):
        for _ in range(tries):
            moment = random.uniform(0.05, LONGEST)
            words = ["add", *map(str, FILES), "--store", str(store)]
            faults = [*stop(words, number, moment), *_faults(store, counts)]
            failures += (f"after {moment:.2f} s: {fault}" for fault in faults)
    return failures


def fill_disks_of_additions(tries: int, seed: int = 0) -> list[str]:
    """Add with too little room on the disk.

    Args:
        tries: How often.
        seed: Decides how much room there is each time.

    Returns:
        What went wrong, each with the room.
    """
    random = Random(seed)  # noqa: S311 - repeatable, not secret
    failures: list[str] = []
    with _stores() as (store, counts):
        for _ in range(tries):
            room = int(LARGEST ** random.uniform(0.3, 1))
            status, problem = run_with_room(["add", *map(str, FILES), "--store", str(store)], room)
            faults = [fault_of(status, problem)]
            if count_findings(store) != counts[status == 0]:
                faults.append(f"exit code {status}, and another graph than that means")
            faults += _faults(store, counts)
            failures += (f"with {room:,} bytes: {fault}" for fault in faults if fault)
    return failures


@contextmanager
def _stores() -> Iterator[tuple[Path, tuple[int | None, int | None]]]:
    """A store of one page, and the findings that it holds before and after the addition."""
    with TemporaryDirectory() as folder:
        store, new = Path(folder) / "store", Path(folder) / "new"
        build([str(PAGE), str(PAGE.with_name("home-affairs-511.txt"))], store)
        build([str(PAGE), str(PAGE.with_name("home-affairs-511.txt"))], new)
        add(list(map(str, FILES)), new)
        yield store, (count_findings(store), count_findings(new))


def _faults(store: Path, counts: tuple[int | None, int | None]) -> list[str]:
    """What is wrong with a store after an addition; it is taken back to what it was before."""
    count = count_findings(store)
    if count not in counts:
        return ["the store holds neither graph"]
    try:
        check_version(store, read_all=True)
        if count == counts[1]:
            undo(store)
    except JoinedupError as error:
        return [str(error)]
    return [] if count_findings(store) == counts[0] else ["what came before it is gone"]
