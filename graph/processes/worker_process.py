"""A Python process that answers messages, one at a time.

The caller names a module of this project; the process imports it and hands every message to its
function `handle`. Messages and replies are bytes: what they mean is for the caller and that module
to agree on, so that nothing is unpickled here and no function travels.

The process

- starts isolated: it imports this project, the standard library and installed packages, and never
  a file of the working folder that happens to be called `pickle.py` or `graph.py`;
- imports nothing of the program that started it, so that a script needs no
  ``if __name__ == "__main__"``;
- is in a process group of its own, so that Ctrl-C reaches this process alone, which then ends it;
- ends as soon as this process ends, however it ends: its standard input closes and, on Linux,
  the system kills it if this process started it from its main thread;
- is never replaced or stopped for having been idle, or for its memory.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import sysconfig
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Timer, current_thread, main_thread
from typing import TYPE_CHECKING, Self

from graph import errors
from graph.errors import JoinedupError, StoreError, WorkerLostError
from graph.processes.frames import Kind, read_frame, write_frame

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

BOUND, UNBOUND = "bound", "unbound"
"""Whether the system is to kill a process as soon as the thread that started it has ended."""

_PROJECT = Path(__file__).parents[2]
_STACK_OVERFLOWS = [
    -getattr(signal, name) for name in ("SIGSEGV", "SIGBUS", "SIGABRT") if hasattr(signal, name)
]
_START = (
    "import sys; sys.path[:] = sys.argv[3:]; "
    "from graph.processes.worker_main import main; main(sys.argv[1], sys.argv[2])"
)


class WorkerProcess:
    """One such process; a context manager, at whose end the process is killed."""

    def __init__(self, module: str) -> None:
        """Start a process.

        Args:
            module: Full name of the module whose function ``handle(message: bytes) -> bytes``
                answers messages.

        Raises:
            StoreError: If the system does not start another process.
        """
        # The system ends a child with a thread, and only the main thread lives as long as we do.
        bond = BOUND if current_thread() is main_thread() else UNBOUND
        flags = ["-I", *(["-B"] if sys.dont_write_bytecode else [])]
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this interpreter, and code of ours
                [sys.executable, *flags, "-c", _START, module, bond, *_safe_path()],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                process_group=0,
            )
        except OSError as error:
            raise StoreError(f"No worker process could be started: {error}") from error

    def call(self, message: bytes, seconds: float | None = None) -> bytes:
        """Send a message, and wait for the reply.

        Args:
            message: The message.
            seconds: Seconds after which the process is killed; None to wait as long as it needs.

        Raises:
            TimeoutError: If the process was killed because the time was up.
            JoinedupError: The foreseen failure that the module raised, of the same class.
            WorkerLostError: If the process was killed by somebody else, or ended early.
            RuntimeError: If the module raised anything else; the message holds its traceback.
        """
        try:
            with self._killed_after(seconds):
                kind, reply = self._exchange(message)
        except EOFError:
            raise WorkerLostError(self._why_lost()) from None
        if kind is Kind.FAILURE:
            name, _, words = reply.decode().partition("\n")
            raise getattr(errors, name, JoinedupError)(words)
        if kind is Kind.DEFECT:
            raise RuntimeError(f"A worker process failed:\n{reply.decode()}")
        return reply

    @contextmanager
    def _killed_after(self, seconds: float | None) -> Iterator[None]:
        """Kill the process if the block takes longer, and say so with a `TimeoutError`."""
        if seconds is None:
            yield
            return
        time_is_up = Event()

        def stop() -> None:
            time_is_up.set()
            self.kill()

        timer = Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            yield
        except EOFError:
            if time_is_up.is_set():
                raise TimeoutError from None
            raise
        finally:
            timer.cancel()

    def _exchange(self, message: bytes) -> tuple[Kind, bytes]:
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("a worker process is always started with pipes")
        try:
            write_frame(self._process.stdin, Kind.MESSAGE, message)
            return read_frame(self._process.stdout)
        except (OSError, ValueError):  # the pipe is broken, or was closed by `kill`
            raise EOFError from None

    @property
    def overflowed_its_stack(self) -> bool:
        """Whether the process has ended as one does whose calls were nested too deeply."""
        return self._process.poll() in _STACK_OVERFLOWS

    def _why_lost(self) -> str:
        status = self._process.wait()
        how = f"was killed (signal {-status})" if status < 0 else f"ended early (status {status})"
        return f"A worker process {how} before its work was done. Is there enough memory?"

    @property
    def has_ended(self) -> bool:
        """Whether the process is no more, whoever ended it."""
        return self._process.poll() is not None

    def kill(self) -> None:
        """End the process at once; harmless if it has ended."""
        self._process.kill()

    def close(self) -> None:
        """Kill the process and clear up after it; harmless a second time."""
        self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:
                    continue  # what could not be flushed has nobody left to read it

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()


def _safe_path() -> list[str]:
    """Folders to import from: the standard library, this project, then installed packages.

    The working folder and relative entries are left out.
    """
    standard = Path(sysconfig.get_path("stdlib"))
    folders = [Path(entry) for entry in sys.path if entry and Path(entry).is_absolute()]
    library = [folder for folder in folders if _is_standard(folder, standard)]
    others = [folder for folder in folders if folder not in (*library, _PROJECT, Path.cwd())]
    return [str(folder) for folder in (*library, _PROJECT, *others) if folder.is_dir()]


def _is_standard(folder: Path, standard: Path) -> bool:
    installed = {"site-packages", "dist-packages"} & set(folder.parts)
    return folder.is_relative_to(standard) and not installed
