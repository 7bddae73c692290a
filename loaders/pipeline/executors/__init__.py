"""Executors on other machines, one module for each kind; found by listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import UsageError
from graph.listing import listed_definitions
from loaders.pipeline.task_executor import ExecutorKind

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from loaders.pipeline.task_executor import TaskExecutor


def executor_kinds() -> dict[str, ExecutorKind]:
    """Every kind of executor, by the beginning of its addresses."""
    return listed_definitions(__name__, "EXECUTOR", ExecutorKind)


def connect_executor(address: str) -> AbstractContextManager[TaskExecutor]:
    """Connect to an executor while a block runs.

    Args:
        address: Such as ``dask://scheduler:8786``.

    Raises:
        UsageError: If it is no address of an executor, or nothing answers there.
    """
    kinds = executor_kinds()
    name, separator, rest = address.partition("://")
    if not separator or name not in kinds or not rest:
        examples = " or ".join(kind.example for kind in kinds.values())
        raise UsageError(f"{address!r} is no address of an executor. Give one such as {examples}.")
    return kinds[name].connect(rest)
