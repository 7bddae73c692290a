"""Has tools answer in processes of their own, each of which is killed when its time is up."""

from __future__ import annotations

import inspect
from contextlib import contextmanager
from functools import wraps
from threading import BoundedSemaphore, Lock
from typing import TYPE_CHECKING, Self

import msgspec

from graph.errors import LimitError, QueryError, WorkerLostError
from graph.processes.worker_process import WorkerProcess
from graph.store.query_guard import TOO_DEEP
from joinedup.assistant.tool_jobs import ToolCall

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from joinedup.assistant.assistant_tool import AssistantTool
    from joinedup.assistant.graph_session import GraphSession

_HANDLER = "joinedup.assistant.tool_jobs"
_MOST_AT_ONCE = 2
"""Calls that are answered at the same time; others wait for these."""


class ToolWorkers:
    """Processes that answer calls of tools; a context manager, at whose end they are killed."""

    def __init__(self, session: GraphSession, seconds: float) -> None:
        """Start a process, so that the first call finds one.

        Args:
            session: The graph that is asked.
            seconds: Seconds after which a call is stopped.

        Raises:
            StoreError: If the system does not start another process.
        """
        self._session = session
        self._seconds = seconds
        self._turns = BoundedSemaphore(_MOST_AT_ONCE)
        self._lock = Lock()
        self._idle = [WorkerProcess(_HANDLER)]
        self._processes = set(self._idle)

    def answering(self, tool: AssistantTool) -> Callable[..., object]:
        """The function of a tool, with its parameters, whose calls are answered in a process.

        The function raises what the tool raises of `graph.errors`, and `LimitError` if the time
        was up.
        """
        function = tool.make(self._session)
        answer_type = inspect.signature(function, eval_str=True).return_annotation

        @wraps(function)
        def answer(**arguments: object) -> object:
            call = ToolCall(str(self._session.store_path), tool.name, arguments)
            return msgspec.json.decode(self._call(call), type=answer_type)

        return answer

    def _call(self, call: ToolCall) -> bytes:
        with self._turns, self._process() as process:
            try:
                return process.call(msgspec.json.encode(call), self._seconds)
            except TimeoutError:
                process.close()  # it was killed, and is to be known as ended
                raise LimitError(
                    f"{call.tool} was stopped after {self._seconds:g} seconds. Ask for less, or "
                    "have joinedup mcp started with more time (--seconds)."
                ) from None
            except WorkerLostError as error:
                if process.overflowed_its_stack:
                    raise QueryError(TOO_DEEP) from error
                raise

    @contextmanager
    def _process(self) -> Iterator[WorkerProcess]:
        """A process for one call; it is kept for the next one unless it has ended."""
        with self._lock:
            process = self._idle.pop() if self._idle else WorkerProcess(_HANDLER)
            self._processes.add(process)
        try:
            yield process
        finally:
            with self._lock:
                if process.has_ended:
                    self._processes.discard(process)
                    process.close()
                else:
                    self._idle.append(process)

    def close(self) -> None:
        """End all processes, whatever they are doing."""
        with self._lock:
            for process in self._processes:
                process.close()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_failure: object) -> None:
        """Close them."""
        self.close()
