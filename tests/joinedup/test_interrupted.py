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

PAGE, OTHER_PAGE = PAGES / "justice-1325.txt", PAGES / "home-affairs-511.txt"
SIGNALS = [signal.SIGINT, signal.SIGTERM]
COMMAND_LINE = f"""
{HEEDS_CTRL_C}
import sys
from joinedup.cli import main
from loaders.pipeline import workers
workers.WORTHWHILE = 0
each = workers._OtherProcesses.each
def wait_and_work(self, *work):
    sys.stdin.readline()
    return each(self, *work)
workers._OtherProcesses.each = wait_and_work
main()
"""
"""The command line, for which any build is worth several processes, which wait for a line."""

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
    """A build into that store: its workers run, and it waits for a line on standard input."""
    with start("build", str(PAGE), "--store", str(store)) as process:
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


def versions(store: Path) -> list[Path]:
    return list((store / "generations").iterdir())


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
        (signal.SIGTERM, 128 + signal.SIGTERM, "joinedup: stopped.\n"),
        (signal.SIGHUP, 128 + signal.SIGHUP, "joinedup: stopped.\n"),
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
    assert len(versions(store)) == (2 if number == signal.SIGKILL else 1)
    build([str(PAGE)], store)
    assert len(versions(store)) == 2


def test_a_build_whose_worker_is_killed_says_so_in_one_sentence(
    store: Path, running_build: subprocess.Popen[str]
) -> None:
    workers = children(running_build, os.cpu_count() or 1)
    for worker in workers:
        os.kill(worker, signal.SIGKILL)
    _, problem = running_build.communicate("go on\n", timeout=60)
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
    assert running_query.returncode in (128 + number, -number)
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


ENGINE_AT_WORK = f"""
{HEEDS_CTRL_C}
import sys
from graph.store.embedded import Store
METHOD = getattr(Store, sys.argv[1])
def work_for_hours(self, *words, **options):
    print("at work", flush=True)
    list(self._engine.query({LONG_QUERY!r}.replace("?a", "?x")))
    return METHOD(self, *words, **options)
setattr(Store, sys.argv.pop(1), work_for_hours)
from joinedup.cli import main
main()
"""
"""The command line, with an engine that works for hours on one step and cannot be interrupted."""


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("load", ["build", str(PAGE)]),
        ("compact", ["build", str(PAGE)]),
        ("rows", ["build", str(PAGE)]),
        ("change", ["add", str(OTHER_PAGE)]),
        ("flush", ["add", str(OTHER_PAGE)]),
        ("rows", ["check"]),
        ("query", ["connections"]),
        ("rows", ["view", "everything", "-o", "page.html"]),
        ("quads", ["export", "nquads", "-o", "graph.nq"]),
    ],
)
def test_what_the_engine_is_at_is_broken_off_and_leaves_nothing(
    tmp_path: Path, number: signal.Signals, step: str, words: list[str]
) -> None:
    """The main thread cannot act, since it waits for the engine."""
    store = tmp_path / "store"
    build([str(PAGE)], store)
    before = {path.name for path in tmp_path.rglob("*")}
    with subprocess.Popen(
        [sys.executable, "-c", ENGINE_AT_WORK, step, *words, "--store", str(store)],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        while process.stdout.readline() != "at work\n":
            assert process.poll() is None
        time.sleep(0.3)  # until the engine is at work
        process.send_signal(number)
        try:
            _, problem = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, problem[-19:]) == (128 + number, "joinedup: stopped.\n")
    assert "Traceback" not in problem
    assert {path.name for path in tmp_path.rglob("*")} == before
    assert findings(store) == 1


def test_a_build_of_a_first_graph_that_is_broken_off_leaves_no_folder(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ENGINE_AT_WORK, "load", "build", str(PAGE), "--store", "a/store"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        process.send_signal(signal.SIGTERM)
        try:
            assert process.wait(timeout=60) == 128 + signal.SIGTERM
        finally:
            process.kill()
    assert list(tmp_path.iterdir()) == []


def test_a_second_ctrl_c_does_not_wait() -> None:
    script = (
        f"{HEEDS_CTRL_C}\nfrom joinedup import stop_signals; import time\n"
        "stop_signals._GRACE = 600\nstop_signals.heed_stop_signals()\n"
        "try:\n    print('ready', flush=True); time.sleep(600)\n"
        "finally:\n    print('clearing up', flush=True); time.sleep(600)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in ("ready\n", "clearing up\n"):
            assert process.stdout.readline() == line
            process.send_signal(signal.SIGINT)
        try:
            assert process.wait(timeout=60) == 130
        finally:
            process.kill()


IN_A_DESTRUCTOR = """
import os, signal, time
from joinedup.stop_signals import heed_stop_signals

class Thing:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.1)

heed_stop_signals()
thing = Thing()
del thing
time.sleep(60)
"""


def test_a_stop_while_an_object_is_taken_away_is_one_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_A_DESTRUCTOR],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert (done.returncode, done.stderr) == (143, "joinedup: stopped.\n")
