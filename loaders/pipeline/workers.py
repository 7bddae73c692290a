"""Puts work out to every core or to an executor, or does it here when there is little of it.

Recognising names and writing statements is most of a build and the same for every record, so it
runs side by side; reading and storing stay in this process. Results come back in the order of the
work, so a build gives the same graph either way.
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import BrokenExecutor, CancelledError, wait
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol, TypeVar

from graph.errors import WorkerLostError
from graph.processes.worker_pool import WorkerPool
from graph.records.serialized_records import deserialize, serialize
from loaders.pipeline.executor_tasks import do_piece
from loaders.pipeline.parts.parts_list import PART, read_content
from loaders.pipeline.preamble import VERSION
from loaders.pipeline.registers import make_recogniser
from loaders.pipeline.stages import StageOutput, Stages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from graph.records.source_record import SourceRecord
    from loaders.corrections.hand_corrections import Corrections
    from loaders.pipeline.task_executor import TaskExecutor

Work = TypeVar("Work")

WORTHWHILE = 4_000_000
"""Bytes of input from which on starting other processes takes less time than it saves."""

_SECONDS_BETWEEN_CHECKS = 2
"""How often it is looked whether an executor is still there, while its result is waited for."""

_HANDLER = "loaders.pipeline.stage_worker"


class Workers(Protocol):
    """Do the work of the stages; see `workers`."""

    def each(
        self, method: Callable[[Stages, Work], StageOutput], pieces: Iterable[Work]
    ) -> Iterator[StageOutput]:
        """Do every piece of work, and give the results in order.

        Args:
            method: What to do: a method of `Stages`.
            pieces: The work.

        Raises:
            StoreError: If a worker process was killed.
        """
        ...


@contextmanager
def workers(
    base: str,
    registers: list[SourceRecord],
    corrections: Corrections,
    size: int,
    executor: TaskExecutor | None = None,
) -> Iterator[Workers]:
    """Make workers ready.

    Args:
        base: Where the graph's own things live.
        registers: Records of the registers, whose names are recognised.
        corrections: Corrections by hand.
        size: Bytes of the input, from which it is judged whether other processes pay.
        executor: Does the work, however little there is; processes of this machine where None.
    """
    if executor:
        yield _OnExecutor(executor, serialize((base, registers, corrections)))
        return
    cores = os.cpu_count() or 1
    if size < WORTHWHILE or cores == 1:
        yield _ThisProcess(Stages(base, make_recogniser(registers, corrections), corrections))
        return
    setting = serialize((base, registers, corrections))
    with WorkerPool(_HANDLER, setting, cores) as pool:
        yield _OtherProcesses(pool)


class _ThisProcess:
    """Does the work here."""

    def __init__(self, stages: Stages) -> None:
        self._stages = stages

    def each(
        self, method: Callable[[Stages, Work], StageOutput], pieces: Iterable[Work]
    ) -> Iterator[StageOutput]:
        return (method(self._stages, piece) for piece in pieces)


class _OtherProcesses:
    """Puts the work out; `loaders.pipeline.stage_worker` does it."""

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool

    def each(
        self, method: Callable[[Stages, Work], StageOutput], pieces: Iterable[Work]
    ) -> Iterator[StageOutput]:
        messages = (serialize((method.__name__, piece)) for piece in pieces)
        for reply in self._pool.map(messages):
            yield deserialize(reply)


class _OnExecutor:
    """Puts the work out to an executor; `loaders.pipeline.executor_tasks` does it."""

    def __init__(self, executor: TaskExecutor, setting: bytes) -> None:
        self._executor = executor
        self._digest = sha256(setting).hexdigest()
        self._setting = executor.share(setting)

    def each(
        self, method: Callable[[Stages, Work], StageOutput], pieces: Iterable[Work]
    ) -> Iterator[StageOutput]:
        waiting: deque[Future[bytes]] = deque()
        try:
            for piece in pieces:
                waiting.append(self._submit(serialize((method.__name__, piece))))
                if len(waiting) >= self._executor.most_waiting:
                    yield self._output(waiting.popleft())
            while waiting:
                yield self._output(waiting.popleft())
        except (BrokenExecutor, CancelledError) as error:
            reason = f": {error}" if str(error) else "."
            raise WorkerLostError(
                f"The executor gave work up before it was done{reason}"
            ) from error
        finally:
            for future in waiting:
                future.cancel()

    def _submit(self, message: bytes) -> Future[bytes]:
        place = self._executor.parts
        return self._executor.executor.submit(
            do_piece,
            VERSION,
            self._digest,
            self._setting,
            message,
            place.address if place else None,
        )

    def _output(self, future: Future[bytes]) -> StageOutput:
        """What came of a piece of work, with its statements, wherever they were left."""
        while not wait([future], _SECONDS_BETWEEN_CHECKS).done:
            self._executor.check()
        output: StageOutput = deserialize(future.result())
        if output.part and self._executor.parts:
            nquads = read_content(self._executor.parts, output.part, PART)
            return replace(output, nquads=nquads)
        return output
