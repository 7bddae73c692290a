"""Reading that is stopped when it takes too long or too much memory.

Parsers of other people's formats are not ours to make linear. What they read can be made so that
they work for hours, fill the memory or end the whole process; therefore they do it in a process of
their own. It is started when it is first needed, used again for the next file, and ended with the
build or with this process.
"""

from __future__ import annotations

import atexit
import sys
from contextlib import ExitStack, suppress
from threading import Lock

from graph.errors import InputError, StoreError
from graph.processes.worker_process import WorkerProcess

MOST_MEMORY = 4 * 1024**3
"""Bytes of memory that the process may ask for, where the system can hold it to that."""

_readers: list[TimeLimitedReader] = []


class TimeLimitedReader:
    """Has a module read files, each within a time."""

    def __init__(self, module: str, seconds: float) -> None:
        """Say who reads and how long it may take.

        Args:
            module: Full name of a module whose function ``handle(message: bytes) -> bytes`` reads.
            seconds: Seconds that one message may take.
        """
        self.seconds = seconds
        self._module = module
        self._process: WorkerProcess | None = None
        self._of_process = ExitStack()
        self._lock = Lock()
        _readers.append(self)

    def read(self, message: bytes, name: str, advice: str) -> bytes:
        """Have a message answered.

        Args:
            message: What the module is given.
            name: The file as messages name it.
            advice: What to do with a file that cannot be read so, in a sentence.

        Raises:
            InputError: If the module refused the file, the time was up, or the process ended.
            StoreError: If no process could be started.
        """
        with self._lock:
            if self._process is None:
                self._process = self._of_process.enter_context(WorkerProcess(self._module))
            try:
                return self._process.call(message, self.seconds)
            except TimeoutError:
                self._end()
                raise InputError(
                    f"{name} was not read within {self.seconds:g} seconds, and was given up. "
                    f"{advice}"
                ) from None
            except StoreError:
                self._end()
                raise InputError(
                    f"{name} ended the process that was reading it, perhaps by asking for too "
                    f"much memory. {advice}"
                ) from None

    def close(self) -> None:
        """End the process; the next file starts another."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        self._process = None
        self._of_process.close()


@atexit.register
def close_readers() -> None:
    """End every process that reads files."""
    for reader in _readers:
        reader.close()


def limit_memory() -> None:
    """Hold this process to `MOST_MEMORY`; no limit where the system has none to set."""
    if sys.platform != "win32":
        from resource import RLIMIT_AS, getrlimit, setrlimit  # noqa: PLC0415 - Unix alone has it

        _, hard = getrlimit(RLIMIT_AS)
        with suppress(ValueError, OSError):
            setrlimit(RLIMIT_AS, (MOST_MEMORY if hard < 0 else min(MOST_MEMORY, hard), hard))
