"""Worker processes: what they answer, how they fail, and that they end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from graph.errors import StoreError, UnknownNameError
from graph.processes.worker_pool import WorkerPool
from graph.processes.worker_process import WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Iterator

HANDLERS = "tests.graph.process_handlers"


def test_one_process_answers_all_messages_in_turn() -> None:
    with WorkerProcess(HANDLERS) as worker:
        first, second = worker.call(b"ready"), worker.call(b"ready")
    assert first == second != str(os.getpid()).encode()


def test_a_worker_that_grew_answers_on_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    with WorkerProcess(HANDLERS) as worker:
        first = worker.call(b"ready")
        assert worker.call(b"grow 350") == worker.call(b"sleep 1.5") == worker.call(b"ready")
        assert worker.call(b"ready") == first
    assert capfd.readouterr().err == ""


def test_a_pool_answers_in_order_however_long_a_message_takes() -> None:
    with WorkerPool(HANDLERS, b"ready", 3) as pool:
        messages = [f"echo {n} {0.3 if n % 4 == 0 else 0}".encode() for n in range(20)]
        assert [int(reply) for reply in pool.map(messages)] == list(range(20))


def test_a_pool_keeps_workers_that_grew_or_were_idle(capfd: pytest.CaptureFixture[str]) -> None:
    """No worker is replaced, and nothing is said: a build may be large, and its reading slow."""

    def messages() -> Iterator[bytes]:
        yield from [b"sleep 0.5"] * 2
        time.sleep(1.5)
        yield from [b"grow 350", *[b"sleep 0.1"] * 10]

    with WorkerPool(HANDLERS, b"ready", 2) as pool:
        processes = list(pool.map(messages()))
    assert len(processes) == 13
    assert set(processes) == set(processes[:2])
    assert capfd.readouterr().err == ""


def test_a_pool_says_at_once_that_a_worker_was_killed_and_ends_the_others() -> None:
    with WorkerPool(HANDLERS, b"ready", 2) as pool:
        [process] = pool.map([b"ready"])
        with pytest.raises(StoreError, match="was killed"):
            list(pool.map([b"die", b"sleep 60", b"sleep 60"]))
    assert is_gone(int(process))


def test_a_foreseen_failure_arrives_as_it_was_and_the_worker_goes_on() -> None:
    with WorkerProcess(HANDLERS) as worker:
        with pytest.raises(UnknownNameError, match=r"^Nothing is called Atlantis\.$"):
            worker.call(b"fail Atlantis")
        assert worker.call(b"ready")


def test_a_defect_arrives_with_its_traceback() -> None:
    with WorkerProcess(HANDLERS) as worker, pytest.raises(RuntimeError, match="ZeroDivisionError"):
        worker.call(b"divide 0")


def test_a_killed_worker_is_one_sentence() -> None:
    with (
        WorkerProcess(HANDLERS) as worker,
        pytest.raises(StoreError, match=r"^A worker process was killed \(signal 9\)"),
    ):
        worker.call(b"die")


def test_a_worker_is_killed_when_its_time_is_up() -> None:
    with WorkerProcess(HANDLERS) as worker:
        pid = int(worker.call(b"ready", seconds=60))
        with pytest.raises(TimeoutError):
            worker.call(b"sleep 60", seconds=0.2)
    assert is_gone(pid)


def test_what_a_handler_prints_is_no_reply(capfd: pytest.CaptureFixture[str]) -> None:
    with WorkerProcess(HANDLERS) as worker:
        assert worker.call(b"print hello").isdigit()
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", "hello\n")


@pytest.mark.parametrize("name", ["pickle", "graph", "json", "struct", "pyoxigraph"])
def test_files_of_the_working_folder_are_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / f"{name}.py").write_text("raise SystemExit('a file of the user was run')\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with WorkerProcess(HANDLERS) as worker:
        file = Path(worker.call(f"import {name}".encode()).decode())
    assert not file.is_relative_to(tmp_path)


HEEDS_CTRL_C = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "signal.signal(signal.SIGHUP, signal.SIG_DFL)"
)
"""What a program under test begins with: started in the background, it would ignore signals."""

PARENT = f"""
{HEEDS_CTRL_C}
from graph.processes.worker_pool import WorkerPool
from graph.processes.worker_process import WorkerProcess
worker = WorkerProcess({HANDLERS!r})
print(worker.call(b"ready").decode(), flush=True)
worker.call(b"sleep 600")
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_worker_ends_with_its_parent(number: signal.Signals) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.send_signal(number)
        try:
            parent.wait(timeout=60)
        finally:
            parent.kill()
    assert is_gone(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_a_worker_in_which_no_thread_can_run_ends_with_its_parent_too() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT.replace("sleep 600", "hold")],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with parent:
        assert parent.stdout is not None
        assert parent.stderr is not None
        pid = int(parent.stdout.readline())
        assert parent.stderr.readline() == b"held\n"
        parent.kill()
    assert is_gone(pid)


def test_a_worker_does_not_end_with_the_thread_that_started_it() -> None:
    with ExitStack() as stack:
        workers: list[WorkerProcess] = []
        starter = Thread(target=lambda: workers.append(WorkerProcess(HANDLERS)))
        starter.start()
        starter.join()
        worker = stack.enter_context(workers[0])
        first = worker.call(b"ready")
        assert worker.call(b"sleep 1") == worker.call(b"ready") == first


def is_gone(pid: int) -> bool:
    """Whether a process has ended, or ends within a minute: the machine may be busy."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{pid}/stat").exists() and _is_zombie(pid):
            return True
        time.sleep(0.05)
    return False


def _is_zombie(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True
