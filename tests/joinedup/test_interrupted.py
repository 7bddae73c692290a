"""Builds and queries that are broken off: what is said, that the old graph stays, and who ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from loaders.pipeline.build import build
from tests.conftest import PAGES
from tests.graph.test_processes import HEEDS_CTRL_C, is_gone
from tests.graph.test_store import findings

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = PAGES / "justice-1325.txt"
COMMAND_LINE = f"""
{HEEDS_CTRL_C}
from joinedup.cli import main
from loaders.pipeline import workers
workers.WORTHWHILE = 0
main()
"""
"""The command line, for which any build is worth several processes."""

LONG_QUERY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"

pytestmark = [
    pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc to find children"),
    pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core builds in one process"),
]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store that holds one page."""
    path = tmp_path / "store"
    build([str(PAGE)], path)
    return path


@pytest.fixture
def running_build(store: Path) -> Iterator[subprocess.Popen[str]]:
    """A build into that store, whose workers have some seconds of work."""
    with start("build", "bundled", "--store", str(store)) as process:
        yield process
        process.kill()


@pytest.fixture
def running_query(store: Path) -> Iterator[subprocess.Popen[str]]:
    """A query of that store that takes hours."""
    with start("query", LONG_QUERY, "--store", str(store), "--seconds", "36000") as process:
        yield process
        process.kill()


def start(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", COMMAND_LINE, *words],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def children(process: subprocess.Popen[str], count: int) -> list[int]:
    """The processes that a process has started, as soon as there are so many of them."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        tasks = Path(f"/proc/{process.pid}/task").glob("*/children")
        pids = [int(pid) for task in tasks for pid in task.read_text().split()]
        if len(pids) == count:
            return pids
        time.sleep(0.05)
    raise AssertionError("the workers did not start")


@pytest.mark.parametrize(
    ("number", "status", "words"),
    [
        (signal.SIGINT, 130, "joinedup: stopped.\n"),
        (signal.SIGTERM, -signal.SIGTERM, ""),
        (signal.SIGKILL, -signal.SIGKILL, ""),
    ],
)
def test_a_build_that_is_stopped_leaves_the_old_graph_and_no_process(
    store: Path,
    running_build: subprocess.Popen[str],
    number: signal.Signals,
    status: int,
    words: str,
) -> None:
    workers = children(running_build, os.cpu_count() or 1)
    running_build.send_signal(number)
    _, problem = running_build.communicate(timeout=60)
    assert (running_build.returncode, problem[-len(words) :]) == (status, words or problem)
    assert "Traceback" not in problem
    assert all(map(is_gone, workers))
    assert findings(store) == 1


def test_a_build_whose_worker_is_killed_says_so_in_one_sentence(
    store: Path, running_build: subprocess.Popen[str]
) -> None:
    workers = children(running_build, os.cpu_count() or 1)
    for worker in workers:
        os.kill(worker, signal.SIGKILL)
    _, problem = running_build.communicate(timeout=60)
    assert running_build.returncode == 4
    [line] = [line for line in problem.splitlines() if line.startswith("joinedup:")]
    assert "worker process was killed (signal 9)" in line
    assert "Traceback" not in problem
    assert findings(store) == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_query_that_is_stopped_leaves_no_process(
    running_query: subprocess.Popen[str], number: signal.Signals
) -> None:
    [worker] = children(running_query, 1)
    time.sleep(1)  # until the engine is at work
    running_query.send_signal(number)
    _, problem = running_query.communicate(timeout=60)
    assert running_query.returncode in (130, -number)
    assert "Traceback" not in problem
    assert is_gone(worker)


def test_a_query_whose_process_is_killed_says_so_in_one_sentence(
    running_query: subprocess.Popen[str],
) -> None:
    [worker] = children(running_query, 1)
    os.kill(worker, signal.SIGKILL)
    _, problem = running_query.communicate(timeout=60)
    assert running_query.returncode == 4
    assert problem.startswith("joinedup: A worker process was killed (signal 9)")
    assert len(problem.splitlines()) == 1
