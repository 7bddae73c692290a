"""Kills one worker of a build at a random moment, while its parent lives.

A failure is a build that goes on for ever or ends with a traceback, one that says nothing of the
worker though it did not finish, a process that lives on, and a store that holds neither graph.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from loaders.pipeline.build import build
from tests.soak.stopped_builds import (
    LONGEST,
    PAGE,
    ROOT,
    SEVERAL_PROCESSES,
    children,
    count_findings,
    lives,
)

SECONDS = 60.0
"""Seconds within which a build ends after one of its workers is killed."""

_ATTEMPTS = 5
"""Builds that are begun for each worker that is to be killed; some have none at their moment."""


def kill_workers(tries: int, seed: int = 0) -> list[str]:
    """Kill a worker in each of several builds.

    Args:
        tries: How many builds lose a worker; those that have none at their moment do not count.
        seed: Decides the moments, and which worker it is.

    Returns:
        What went wrong, each with the moment.
    """
    random = Random(f"workers {seed}")  # noqa: S311 - repeatable, not secret
    failures: list[str] = []
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build([str(PAGE)], store)
        old = count_findings(store)
        build(["bundled"], Path(folder) / "new")
        new = count_findings(Path(folder) / "new")
        killed = 0
        for _ in range(tries * _ATTEMPTS):
            moment = random.uniform(0.1, LONGEST)
            faults = _kill(store, moment, random)
            if faults is None:
                continue
            killed += 1
            failures += (f"after {moment:.2f} s: {fault}" for fault in faults)
            if count_findings(store) not in (old, new):
                failures.append(f"after {moment:.2f} s: the store holds neither graph")
            if killed == tries:
                return failures
    return [*failures, f"of {tries} builds only {killed} had a worker to kill"]


def _kill(store: Path, moment: float, random: Random) -> list[str] | None:
    """What goes wrong when one worker of a build is killed at a moment; None if it had none."""
    words = [sys.executable, "-c", SEVERAL_PROCESSES, "build", "bundled", "--replace"]
    with subprocess.Popen(
        [*words, "--store", str(store)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        time.sleep(moment)
        workers = children(process.pid)
        if workers:
            os.kill(random.choice(workers), signal.SIGKILL)
        try:
            _, problem = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            return ["the build did not end"]
    if not workers:
        return None
    faults = ["a traceback"] if "Traceback" in problem else []
    if process.returncode and "worker process was killed" not in problem:
        faults.append(f"exit code {process.returncode} without a word on the worker: {problem}")
    return faults + [f"process {pid} lives on" for pid in workers if lives(pid)]
