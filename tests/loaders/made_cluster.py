"""Clusters of Dask on this machine, and executors that lose a process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import replace
from time import sleep
from typing import TYPE_CHECKING, Any

from distributed import Client, LocalCluster

from loaders.pipeline.executors import connect_executor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from loaders.pipeline.task_executor import TaskExecutor


@contextmanager
def local_cluster(workers: int = 2) -> Iterator[LocalCluster]:
    """A scheduler and workers, each a process with one thread."""
    with LocalCluster(  # type: ignore[no-untyped-call] # so is Dask
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        dashboard_address="127.0.0.1:0",
        host="127.0.0.1",
    ) as cluster:
        yield cluster


def address_of(cluster: LocalCluster) -> str:
    return cluster.scheduler_address.replace("tcp://", "dask://")


class KillingExecutor(Executor):
    """Gives work on, and once kills a process.

    Attributes:
        killed: Its number; 0 before that.
    """

    def __init__(self, inner: Executor, kill: Callable[[], int], after: int) -> None:
        """Give work to `inner`.

        Args:
            inner: The executor that does the work.
            kill: Kills a process; gives its number, or 0 if it is to be tried again.
            after: Pieces of work that are given on first.
        """
        self._inner = inner
        self._kill = kill
        self._left = after
        self.killed = 0

    def submit(
        self, function: Callable[..., Any], /, *arguments: object, **named: object
    ) -> Future[Any]:
        future = self._inner.submit(function, *arguments, **named)
        self._left -= 1
        if self._left <= 0 and not self.killed:
            self.killed = self._kill()
        return future


@contextmanager
def killing_executor(cluster: LocalCluster) -> Iterator[tuple[TaskExecutor, KillingExecutor]]:
    """The executor of a cluster, which loses a worker that has work to do."""
    with (
        connect_executor(address_of(cluster)) as tasks,
        Client(cluster) as client,  # type: ignore[no-untyped-call] # so is Dask
    ):

        def kill_a_busy_worker() -> int:
            processing = client.processing()
            busy = [worker for worker, pieces in processing.items() if pieces][:1]
            pids: dict[str, int] = client.run(os.getpid, workers=busy) if busy else {}
            for pid in pids.values():
                os.kill(pid, signal.SIGKILL)
            return max(pids.values(), default=0)

        killer = KillingExecutor(tasks.executor, kill_a_busy_worker, after=9)
        yield replace(tasks, executor=killer), killer


@contextmanager
def ending_scheduler(folder: Path) -> Iterator[TaskExecutor]:
    """The executor of a scheduler in a process of its own, which ends in the middle of the work."""
    file = folder / "scheduler.json"
    options = ("--scheduler-file", str(file), "--no-dashboard")
    scheduler = _started("scheduler", "--host", "127.0.0.1", "--port", "0", *options)
    worker = _started("worker", "--nthreads", "1", "--no-nanny", *options)
    try:
        while not file.exists() or not file.stat().st_size:
            sleep(0.1)
        address = json.loads(file.read_bytes())["address"].replace("tcp://", "dask://")

        def kill_the_scheduler() -> int:
            scheduler.kill()
            return scheduler.pid

        with connect_executor(address) as tasks:
            killer = KillingExecutor(tasks.executor, kill_the_scheduler, after=5)
            yield replace(tasks, executor=killer)
    finally:
        for process in (scheduler, worker):
            process.kill()
            process.wait()


def _started(program: str, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{program}", *words]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
