"""Builds into one store at once, while others ask it all the time.

A failure is a reader that sees anything but a whole graph, a build that neither writes its graph
nor says that another is at work, or a store that holds neither graph at the end.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from graph.errors import StoreBusyError
from loaders.pipeline.build import build
from tests.soak.stopped_builds import PAGE, ROOT, count_findings

READERS = 2


def build_at_once(builders: int, tries: int) -> list[str]:
    """Start several builds at the same moment, again and again.

    Args:
        builders: Builds at once; half of them of another source.
        tries: How often.

    Returns:
        What went wrong.
    """
    failures: list[str] = []
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build(["bundled"], Path(folder) / "large")
        build([str(PAGE)], store)
        wholes = {count_findings(Path(folder) / "large"), count_findings(store)}
        for number in range(tries):
            ended = Event()
            seen: set[int | str | None] = set()
            readers = [Thread(target=_ask, args=(store, ended, seen)) for _ in range(READERS)]
            for reader in readers:
                reader.start()
            failures += (f"try {number}: {fault}" for fault in _build_all(store, builders))
            ended.set()
            for reader in readers:
                reader.join()
            if not seen:
                failures.append(f"try {number}: no reader had an answer")
            if strange := (seen | {count_findings(store)}) - wholes:
                failures.append(f"try {number}: a graph of {strange} findings was seen")
    return failures


def _ask(store: Path, ended: Event, seen: set[int | str | None]) -> None:
    """Ask until the builds have ended; what is no answer is kept as well, and is in no whole."""
    while not ended.is_set():
        try:
            seen.add(count_findings(store))
        except Exception as error:
            seen.add(repr(error))


def _build_all(store: Path, builders: int) -> list[str]:
    """What goes wrong in builds that begin at the same moment."""
    sources = ["bundled", str(PAGE)]
    processes = [
        subprocess.Popen(
            [
                *(sys.executable, "-m", "joinedup", "build", sources[number % 2], "--replace"),
                *("--store", str(store)),
            ],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(builders)
    ]
    faults = []
    for process in processes:
        _, problem = process.communicate(timeout=300)
        if "Traceback" in problem:
            faults.append(f"a traceback: {problem.splitlines()[-1]}")
        elif process.returncode not in (0, StoreBusyError.exit_code):
            faults.append(f"exit code {process.returncode}: {problem.strip()[-200:]}")
    if all(process.returncode for process in processes):
        faults.append("no build wrote its graph")
    return faults
