"""Worker processes that share a stream of messages; replies come back in the order of messages."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import local
from typing import TYPE_CHECKING, Self

from graph.processes.worker_process import WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future
    from types import TracebackType

_LOOK_AHEAD = 2
"""Messages that wait for each process; more would fill memory when replies are used slowly."""


class WorkerPool:
    """Several processes, each of which one thread waits for; a context manager.

    At its end the processes are killed, whatever they are doing.
    """

    def __init__(self, module: str, setting: bytes, size: int) -> None:
        """Start the processes.

        Args:
            module: Full name of the module that answers messages; see `WorkerProcess`.
            setting: The message that each process gets first; its reply is not used.
            size: Number of processes.

        Raises:
            StoreError: If the system does not start another process.
        """
        self._setting = setting
        self._most_waiting = size * (_LOOK_AHEAD + 1)
        self._of_thread = local()
        with ExitStack() as stack:
            processes = [stack.enter_context(WorkerProcess(module)) for _ in range(size)]
            self._processes = stack.pop_all()
        self._threads = ThreadPoolExecutor(size, "worker", self._take_one, (iter(processes),))

    def map(self, messages: Iterable[bytes]) -> Iterator[bytes]:
        """Have every message answered, and give the replies in order.

        Raises:
            StoreError: If a process was killed.
            JoinedupError: The foreseen failure that the module raised.
        """
        waiting: deque[Future[bytes]] = deque()
        for message in messages:
            waiting.append(self._threads.submit(self._call, message))
            if len(waiting) >= self._most_waiting:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _take_one(self, processes: Iterator[WorkerProcess]) -> None:
        """Give the thread that runs this a process of its own."""
        self._of_thread.process = next(processes)
        self._of_thread.is_ready = False

    def _call(self, message: bytes) -> bytes:
        process: WorkerProcess = self._of_thread.process
        if not self._of_thread.is_ready:
            process.call(self._setting)
            self._of_thread.is_ready = True
        return process.call(message)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Kill the processes, and only then wait for the threads that wait for them."""
        self._processes.close()
        self._threads.shutdown(cancel_futures=True)
