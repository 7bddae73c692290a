"""Stops builds at random moments, and looks whether the old graph, or the new one, is whole.

A failure is a store that cannot be asked or answers otherwise than before and after, a process that
lives on, a build that takes longer than `SECONDS` to end when it is asked to, or a message that is
a traceback.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from graph.errors import JoinedupError
from graph.store.embedded import Store
from loaders.pipeline.build import build

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "tests" / "cases" / "record_pages" / "pages" / "justice-1325.txt"

SECONDS = 2.0
"""Seconds within which a build ends that is asked to."""

LONGEST = 2.5
"""Seconds after which a build is stopped at the latest; it takes about as long."""

SEVERAL_PROCESSES = """
import os
from joinedup.__main__ import end_on_ctrl_c, main
end_on_ctrl_c()
os.write(1, b"started\\n")
from loaders.pipeline import workers
workers.WORTHWHILE = 0
main()
"""
"""The command line, for which any build is worth several processes.

It writes a line when Python itself, whose tracebacks are not ours, has started.
"""

_FINDINGS = "SELECT ?finding { ?finding a <https://w3id.org/joinedup/ontology#Finding> }"


def stop_builds(number: signal.Signals, tries: int, seed: int = 0) -> list[str]:
    """Stop builds by a signal.

    Args:
        number: The signal.
        tries: How many builds are stopped, each at a moment of its own.
        seed: Decides the moments.

    Returns:
        What went wrong, each with the moment.
    """
    random = Random(f"{number} {seed}")  # noqa: S311 - repeatable, not secret
    failures: list[str] = []
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build([str(PAGE)], store)
        old = count_findings(store)
        new = _count_of_bundled(Path(folder) / "new")
        for _ in range(tries):
            moment = random.uniform(0.05, LONGEST)
            words = ["build", "bundled", "--replace", "--store", str(store)]
            failures += (f"after {moment:.2f} s: {fault}" for fault in stop(words, number, moment))
            if count_findings(store) not in (old, new):
                failures.append(f"after {moment:.2f} s: the store holds neither graph")
    return failures


def _count_of_bundled(store: Path) -> int | None:
    build(["bundled"], store)
    return count_findings(store)


def stop(words: list[str], number: signal.Signals, moment: float) -> list[str]:
    """What goes wrong when one command is stopped at a moment."""
    with subprocess.Popen(
        [sys.executable, "-c", SEVERAL_PROCESSES, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_heed_ctrl_c,  # noqa: PLW1509 - a background process ignores Ctrl-C
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "started\n"
        time.sleep(moment)
        workers = children(process.pid)
        process.send_signal(number)
        began = time.monotonic()
        _, problem = process.communicate()
    faults = ["a traceback"] if "Traceback" in problem else []
    if number is not signal.SIGKILL and time.monotonic() - began > SECONDS:
        faults.append(f"it took {time.monotonic() - began:.1f} s to end")
    until = time.monotonic() + SECONDS
    while any(map(lives, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    return faults + [f"process {pid} lives on" for pid in workers if lives(pid)]


def _heed_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    try:
        return [int(child) for task in tasks for child in task.read_text().split()]
    except OSError:
        return []


def lives(pid: int) -> bool:
    """Whether a process is there, and not only waiting to be seen off."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def count_findings(store: Path) -> int | None:
    """How many findings the store says it holds; None if it cannot be asked."""
    try:
        return sum(1 for _ in Store.open(store).rows(_FINDINGS))
    except JoinedupError:
        return None
