"""Runs any query, saved or not, within limits that hold.

The engine knows no time limit. So a store that is named by its location, a folder or the address
of a server, is queried in a process of its own, which is killed when its time is up. A store that
is open is queried in this process: the limit of rows holds there, that of time does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import LimitError, QueryError, StoreError
from graph.processes.worker_process import WorkerProcess
from graph.store.query_guard import TOO_DEEP
from graph.store.server_address import StoreLocation
from queries.query_execution import execute
from queries.query_request import DEFAULT_LIMITS
from queries.query_result import decode
from queries.query_worker import write_message
from queries.serializers import SerializedResult

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.query_request import Limits, QueryRequest
    from queries.query_result import QueryResult
    from queries.serializers import OutputStyle

_HANDLER = "queries.query_worker"


def run(
    source: ReadableStore | StoreLocation, request: QueryRequest, limits: Limits = DEFAULT_LIMITS
) -> QueryResult:
    """Run a query within limits.

    Args:
        source: A store that is open, or where one is.
        request: What to run.
        limits: When to stop.

    Raises:
        LimitError: If the time was up; the engine has been stopped.
        QueryError: If the query is malformed or refused, or nests too deeply.
        UsageError: If a value does not fit its parameter.
        NoStoreError: If there is no store at that location.
        StoreError: If the process that ran the query was killed.
    """
    if isinstance(source, StoreLocation):
        return decode(_call(write_message(source, request, limits.rows, None), limits))
    return execute(source, request, limits.rows)


def run_and_serialize(
    location: StoreLocation, request: QueryRequest, limits: Limits, style: OutputStyle
) -> SerializedResult:
    """Run a query and serialise its result, both in a process of its own.

    Args:
        location: Where the store is.
        request: What to run.
        limits: When to stop; its time is for serialising as well.
        style: How to serialise the result.

    Raises:
        JoinedupError: As `run` does, and if the result has no such form.
    """
    message = write_message(location, request, limits.rows, style)
    return SerializedResult.decode(_call(message, limits))


def _call(message: bytes, limits: Limits) -> bytes:
    with WorkerProcess(_HANDLER) as worker:
        try:
            return worker.call(message, limits.seconds)
        except TimeoutError:
            raise LimitError(
                f"The query was stopped after {limits.seconds:g} seconds. Ask for less, or give it "
                "more time (--seconds)."
            ) from None
        except StoreError as error:
            if worker.overflowed_its_stack:
                raise QueryError(TOO_DEEP) from error
            raise
