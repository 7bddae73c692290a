"""An executor that the stages of a build are given to, and how it is connected to.

What executors there are is found by listing `loaders.pipeline.executors`. In Python any executor of
`concurrent.futures` will do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from loaders.pipeline.parts.parts_place import PartsPlace


def _as_it_is(value: bytes) -> bytes:
    return value


def _is_there() -> None:
    pass


@dataclass(frozen=True, slots=True)
class TaskExecutor:
    """An executor, and how work is given to it.

    Attributes:
        executor: Runs functions of this project, here or elsewhere, in any order.
        most_waiting: Pieces of work that it is given at once; more would fill the memory of this
            process with results that it has not stored yet.
        share: Gives what stands for some bytes in the arguments of a task, so that they need not
            travel with each; the executor puts the bytes in its place where the task runs.
        check: Called now and then while a result is waited for; raises WorkerLostError if the
            executor is gone and no result will come.
        parts: Where the tasks leave what they make, in place of sending it here.
    """

    executor: Executor
    most_waiting: int = 32
    share: Callable[[bytes], Any] = _as_it_is
    check: Callable[[], None] = _is_there
    parts: PartsPlace | None = None


@dataclass(frozen=True, slots=True)
class ExecutorKind:
    """A kind of executor that `joinedup build --executor` connects to.

    Attributes:
        name: How its addresses begin, before `://`.
        example: An address.
        title: What it is, in a few words.
        connect: Connects to the address without its beginning; the executor is let go at the end.
            It raises UsageError if something is not installed, the address is none, or nothing
            answers there, and WorkerLostError if the executor gives work up.
    """

    name: str
    example: str
    title: str
    connect: Callable[[str], AbstractContextManager[TaskExecutor]]
