"""The worker processes that have one version of the store open."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import msgspec
from anyio import CapacityLimiter, to_thread

from graph.errors import JoinedupError, LimitError, QueryError, WorkerLostError
from graph.processes.worker_process import WorkerProcess
from graph.store.query_guard import TOO_DEEP
from joinedup.server.worker_jobs import JobMessage, OpeningMessage
from joinedup.terminal import print_message

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store.embedded import Store
    from joinedup.server.settings import ServerSettings

_HANDLER = "joinedup.server.worker_jobs"
_SECONDS_TO_OPEN = 120
_SECONDS_TO_WAIT = 5
_SECONDS_BETWEEN_TRIALS = 2
_SECONDS_TO_BE_INNOCENT = 1
"""A process that is lost sooner was ended by somebody else: the job is given to another one."""
_SECONDS_OF_GRACE = 1
"""Time that a query has to end by itself when its client has gone: a new process costs more."""
_MOST_APART = 2
"""Processes beside the workers, for what is done once for a version."""


class WorkersBusyError(JoinedupError):
    """Every worker was at work for as long as a request may wait for one."""


class VersionWorkers:
    """Processes that have one version of the store open, and take requests in turn.

    A process whose time is up is killed and another takes its place. When the version has been
    replaced, the processes end as soon as the last request that began with them has ended.

    Attributes:
        version: Name of the version.
    """

    def __init__(self, settings: ServerSettings, version: str) -> None:
        """Start the processes; from the thread of the event loop, with which they are to end."""
        self.version = version
        self._settings = settings
        self._idle: asyncio.LifoQueue[WorkerProcess] = asyncio.LifoQueue()
        self._processes: set[WorkerProcess] = set()
        self._threads = CapacityLimiter(2 * settings.workers + 2)
        self._apart = CapacityLimiter(_MOST_APART)
        self._ready = asyncio.Event()
        self._folder: TemporaryDirectory[str] | None = None
        self._opened = 0
        self._requests = 0
        self._is_retired = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._exchanges: set[asyncio.Task[bytes]] = set()
        self._once: dict[tuple[str, bytes], asyncio.Task[Any]] = {}
        for _ in range(settings.workers):
            self._begin()

    async def wait_until_ready(self) -> None:
        """Wait until every process has opened the version, or none is to any more."""
        await self._ready.wait()

    @property
    def is_ready(self) -> bool:
        """Whether every process has opened the version at some time."""
        return self._ready.is_set()

    @property
    def folder(self) -> Path:
        """Folder for files that are made once for this version; it goes with the processes."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="joinedup-serve-")
        return Path(self._folder.name)

    def enter(self) -> None:
        """A request begins that is to be answered from this version."""
        self._requests += 1

    def leave(self) -> None:
        """Such a request has ended."""
        self._requests -= 1
        if self._is_retired and not self._requests:
            self.close()

    def retire(self) -> None:
        """Take no further request, and end with the last one."""
        self._is_retired = True
        if not self._requests:
            self.close()

    def close(self) -> None:
        """End all processes, whatever they are doing."""
        self._is_retired = True
        self._ready.set()
        for task in (*self._tasks, *self._once.values()):
            task.cancel()
        while self._processes:
            self._processes.pop().close()
        if self._folder:
            self._folder.cleanup()

    async def run(
        self, job: Callable[[Store, Any], Any], argument: object, seconds: float | None = None
    ) -> Any:  # noqa: ANN401 - whatever the job returns
        """Run a job in one of the processes; see `joinedup.server`.

        Raises:
            WorkersBusyError: If all were at work for too long.
            LimitError: If the time was up.
            QueryError: If the job's query nests too deeply.
            WorkerLostError: If the process ended in the midst of the job.
            JoinedupError: What the job raises of these.
            RuntimeError: If the job failed in a way that was not foreseen.
        """
        limit = seconds or self._settings.seconds
        message = msgspec.msgpack.encode(JobMessage(job.__module__, job.__qualname__, argument))
        for _ in range(self._settings.workers):
            began = time.monotonic()
            try:
                return msgspec.msgpack.decode(await self._call(message, limit))
            except WorkerLostError:
                if time.monotonic() - began > _SECONDS_TO_BE_INNOCENT:
                    raise
        return msgspec.msgpack.decode(await self._call(message, limit))

    def once(self, job: Callable[[Store, Any], Any], argument: object) -> asyncio.Task[Any]:
        """Have a job done once for this version, in a process of its own, however long it takes.

        Args:
            job: The job.
            argument: Its argument.

        Returns:
            The task, which all who ask for the same share. Whoever awaits it shields it.
        """
        message = msgspec.msgpack.encode(JobMessage(job.__module__, job.__qualname__, argument))
        key = (job.__qualname__, message)
        task = self._once.get(key)
        if task is None or (task.done() and (task.cancelled() or task.exception())):
            task = asyncio.get_running_loop().create_task(self._do_apart(message))
            self._once[key] = task
        return task

    async def _do_apart(self, message: bytes) -> Any:  # noqa: ANN401 - whatever the job returns
        process = WorkerProcess(_HANDLER)
        self._processes.add(process)
        try:
            version = await self._open(process)
            if version != self.version:
                raise WorkersBusyError("The graph is being replaced. Ask again in a moment.")
            reply = await to_thread.run_sync(process.call, message, None, limiter=self._apart)
            return msgspec.msgpack.decode(reply)
        finally:
            self._discard(process)

    async def _call(self, message: bytes, limit: float) -> bytes:
        """Have a process answer a message; if nobody waits for it any more, stop it soon."""
        process = await self._take()
        task = asyncio.get_running_loop().create_task(self._exchange(process, message, limit))
        self._exchanges.add(task)
        task.add_done_callback(self._forget)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            loop = asyncio.get_running_loop()
            loop.call_later(_SECONDS_OF_GRACE, _kill_unless_done, process, task)
            raise

    def _forget(self, task: asyncio.Task[bytes]) -> None:
        """Forget an exchange that has ended, and how it ended if nobody waits for it."""
        self._exchanges.discard(task)
        if not task.cancelled():
            task.exception()

    async def _exchange(self, process: WorkerProcess, message: bytes, limit: float) -> bytes:
        try:
            return await to_thread.run_sync(process.call, message, limit, limiter=self._threads)
        except TimeoutError:
            raise LimitError(
                f"The query was stopped after {limit:g} seconds. Ask for less, or have the server "
                "started with more time (--seconds)."
            ) from None
        except WorkerLostError as error:
            if process.overflowed_its_stack:
                raise QueryError(TOO_DEEP) from error
            raise
        finally:
            self._give_back(process)

    async def _take(self) -> WorkerProcess:
        """A process that is idle, as soon as there is one."""
        try:
            async with asyncio.timeout(_SECONDS_TO_WAIT):
                while (process := await self._idle.get()).has_ended:
                    self._replace(process)
        except TimeoutError:
            raise WorkersBusyError(
                "The server is answering as many questions as it can at once. Ask again in a "
                "moment."
            ) from None
        return process

    def _give_back(self, process: WorkerProcess) -> None:
        if process.has_ended:
            self._replace(process)
        elif process in self._processes:
            self._idle.put_nowait(process)

    def _replace(self, process: WorkerProcess) -> None:
        self._discard(process)
        self._begin()

    def _discard(self, process: WorkerProcess) -> None:
        self._processes.discard(process)
        process.close()

    def _begin(self) -> None:
        """Start a process, and let it open the store while others are at work."""
        if self._is_retired:
            return
        task = asyncio.get_running_loop().create_task(self._start())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _start(self) -> None:
        """Start a process; where that fails, try again until the version is replaced."""
        is_reported = False
        while not self._is_retired:
            try:
                version = await self._open_one()
            except (JoinedupError, TimeoutError, RuntimeError) as error:
                if not is_reported:
                    print_message(f"A worker could not open the graph: {error}")
                is_reported = True
                await asyncio.sleep(_SECONDS_BETWEEN_TRIALS)
                continue
            self._opened += version == self.version
            if self._opened >= self._settings.workers:
                self._ready.set()
            return

    async def _open_one(self) -> str:
        """Start a process that opens the store; it is kept if it opened this version."""
        process = WorkerProcess(_HANDLER)
        self._processes.add(process)
        version = None
        try:
            version = await self._open(process)
        finally:
            if version == self.version and process in self._processes:
                self._idle.put_nowait(process)
            else:
                self._discard(process)
        return version

    async def _open(self, process: WorkerProcess) -> str:
        """Have a process open the store; the name of the version that it opened."""
        store_path = str(self._settings.store_path.absolute())
        message = OpeningMessage(store_path, self._settings.allow_service)
        reply = await to_thread.run_sync(
            process.call, msgspec.msgpack.encode(message), _SECONDS_TO_OPEN, limiter=self._threads
        )
        return msgspec.msgpack.decode(reply, type=str)


def _kill_unless_done(process: WorkerProcess, task: asyncio.Task[bytes]) -> None:
    if not task.done():
        process.kill()
