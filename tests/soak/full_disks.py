"""Builds, imports and exports onto a disk that has no room left, at random amounts of room.

The limit on the size of a file stands for the disk: beyond it the system refuses each write, as a
full disk does. A failure is a store that holds neither the old graph nor the new one, an output
that is half there, or a message that is a traceback; and, where a command says that all went well,
anything else than what it writes where there is room.
"""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from loaders.pipeline.build import build
from tests.soak.stopped_builds import PAGE, ROOT, count_findings
from tests.unmeasured import unmeasured

LARGEST = 6_000_000
"""Bytes of the largest file that a build of the bundled sources writes, with some to spare."""


def fill_disks(tries: int, seed: int = 0) -> list[str]:
    """Run commands with too little room.

    Args:
        tries: How many commands.
        seed: Decides how much room each has.

    Returns:
        What went wrong, each with the number of the try.
    """
    failures: list[str] = []
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        build([str(PAGE)], store)
        build(["bundled"], Path(folder) / "new")
        new = count_findings(Path(folder) / "new")
        output = Path(folder) / "graph.trig"
        output.write_text("old", encoding="utf-8")
        for number in range(tries):
            random = Random(f"{seed} {number}")  # noqa: S311 - repeatable, not secret
            room = int(LARGEST ** random.uniform(0.3, 1))
            before = count_findings(store)
            written = output.read_bytes()
            words = random.choice(
                (["build", "bundled", "--replace"], ["export", "trig", "--output", str(output)])
            )
            status, problem = run_with_room([*words, "--store", str(store)], room)
            fault = fault_of(status, problem)
            if words[0] == "build" and count_findings(store) != (before if status else new):
                fault = f"exit code {status}, and another graph than that means"
            right = written if status else _export(store, Path(folder) / "right.trig")
            if words[0] == "export" and output.read_bytes() != right:
                fault = f"exit code {status}, and another output than that means"
            if fault:
                failures.append(f"try {number}: {words[0]} with {room:,} bytes: {fault}")
    return failures


def _export(store: Path, output: Path) -> bytes:
    """What an export of a store writes where there is room."""
    run_with_room(["export", "trig", "--output", str(output), "--store", str(store)], LARGEST * 10)
    return output.read_bytes()


def run_with_room(words: list[str], room: int) -> tuple[int, str]:
    """Run a command that can write no file larger than `room`; its exit code, and its errors."""
    done = subprocess.run(  # noqa: PLW1510 - the status is what is asked for
        [sys.executable, "-B", "-m", "joinedup", *words],
        cwd=ROOT,
        env=unmeasured(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=partial(_limit_files, room),
        timeout=120,
    )
    return done.returncode, done.stderr


def _limit_files(room: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))


def fault_of(status: int, problem: str) -> str | None:
    """What is wrong with how a command ended; None if nothing is."""
    if "Traceback" in problem:
        return f"a traceback: {problem.splitlines()[-1]}"
    if status < 0:
        return f"killed by signal {-status}"
    return "it failed without a word" if status and not problem.strip() else None
