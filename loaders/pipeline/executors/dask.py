"""A cluster of Dask: a scheduler, and workers that run on any number of machines."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from graph.errors import UsageError, WorkerLostError
from graph.optional_packages import install_command
from loaders.pipeline.task_executor import ExecutorKind, TaskExecutor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from distributed import Client

_HOST_AND_PORT = re.compile(r"(?:[\w.-]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}", re.ASCII)

SECONDS_TO_ANSWER = 10
"""How long the scheduler has to answer, and then to get its first worker."""

_LOUD = ("distributed.client", "tornado.application")
"""Loggers that print tracebacks of what is said here in a sentence."""

_WAITING_FOR_EACH_THREAD = 3


@contextmanager
def _connect(address: str) -> Iterator[TaskExecutor]:
    """Give work to the workers of a scheduler.

    Raises:
        UsageError: If the library is not installed, no scheduler answers, or it has no worker.
        WorkerLostError: If the cluster gives work up.
    """
    if find_spec("distributed") is None:
        raise UsageError(
            f"A Dask cluster needs a library that is not installed: {install_command('cluster')}"
        )
    if not _HOST_AND_PORT.fullmatch(address):
        raise UsageError(
            f"dask://{address} is no address of a scheduler. Give one such as {EXECUTOR.example}."
        )
    with _client(address) as client:
        threads = _threads(client, address)

        def check() -> None:
            if client.status == "closed":
                raise _lost(address)

        executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call] # so is Dask
        try:
            yield TaskExecutor(
                executor,
                _WAITING_FOR_EACH_THREAD * threads,
                # A task that gives the bytes, so that a cluster that loses them makes them again.
                lambda content: client.submit(bytes, content, pure=False),
                check,
            )
        finally:
            executor.shutdown(wait=False)


@contextmanager
def _client(address: str) -> Iterator[Client]:
    from distributed import Client, KilledWorker  # noqa: PLC0415 - an extra, and slow to import
    from distributed.client import ClosedClientError, FutureCancelledError  # noqa: PLC0415
    from distributed.comm.core import CommClosedError  # noqa: PLC0415

    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(  # type: ignore[no-untyped-call] # so is Dask
            f"tcp://{address}", timeout=SECONDS_TO_ANSWER, set_as_default=False
        )
    except (OSError, ValueError) as error:
        raise UsageError(
            f"No Dask scheduler answers at dask://{address}. Start one with `dask scheduler`, and "
            "name the address that it prints."
        ) from error
    with client:
        try:
            yield client
        except (ClosedClientError, CommClosedError) as error:
            raise _lost(address) from error
        except (KilledWorker, FutureCancelledError) as error:
            raise WorkerLostError(
                f"The cluster at dask://{address} gave a piece of work up, as its workers ended "
                f"while they did it ({error}). Often they have too little memory. The old graph "
                "is as it was."
            ) from error


def _lost(address: str) -> WorkerLostError:
    return WorkerLostError(
        f"The Dask scheduler at dask://{address} ended before the work was done. The old graph is "
        "as it was."
    )


def _threads(client: Client, address: str) -> int:
    """Threads of all workers, of which there is one at least.

    Raises:
        UsageError: If there is none.
    """
    try:
        client.wait_for_workers(1, timeout=SECONDS_TO_ANSWER)
    except TimeoutError as error:
        raise UsageError(
            f"The Dask scheduler at dask://{address} has no worker. Start some with "
            f"`dask worker tcp://{address}`, where joinedup is installed too."
        ) from error
    return sum(client.nthreads().values())  # type: ignore[no-untyped-call] # so is Dask


EXECUTOR = ExecutorKind(
    name="dask",
    example="dask://scheduler:8786",
    title="the workers of a Dask cluster",
    connect=_connect,
)
