"""Clusters of Dask on this machine, and an executor that loses a worker."""

from __future__ import annotations

import os
import signal
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from distributed import Client, LocalCluster

from loaders.pipeline.executors import connect_executor
from loaders.pipeline.task_executor import TaskExecutor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future


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
    """Gives work on, and once kills a worker that has some to do."""

    def __init__(self, inner: Executor, client: Client, after: int) -> None:
        self._inner = inner
        self._client = client
        self._left = after
        self.killed = 0

    def submit(
        self, function: Callable[..., Any], /, *arguments: object, **named: object
    ) -> Future[Any]:
        future = self._inner.submit(function, *arguments, **named)
        self._left -= 1
        if self._left <= 0 and not self.killed:
            processing = self._client.processing()  # type: ignore[no-untyped-call] # so is Dask
            busy = [worker for worker, tasks in processing.items() if tasks]
            if busy:
                self.killed = self._client.run(os.getpid, workers=busy[:1])[busy[0]]
                os.kill(self.killed, signal.SIGKILL)
        return future


@contextmanager
def killing_executor(cluster: LocalCluster) -> Iterator[tuple[TaskExecutor, KillingExecutor]]:
    """The executor of a cluster, which loses a worker after a few pieces of work."""
    with (
        connect_executor(address_of(cluster)) as tasks,
        Client(cluster) as client,  # type: ignore[no-untyped-call] # so is Dask
    ):
        killer = KillingExecutor(tasks.executor, client, after=9)
        yield TaskExecutor(killer, tasks.most_waiting, tasks.share), killer
