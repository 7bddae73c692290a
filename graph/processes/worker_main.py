"""The other side of `graph.processes.worker_process`: runs in the process that does the work."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from traceback import format_exc
from typing import TYPE_CHECKING

from graph.errors import JoinedupError
from graph.processes.frames import Kind, read_frame, write_frame
from graph.processes.worker_process import BOUND

if TYPE_CHECKING:
    from collections.abc import Callable

_PR_SET_PDEATHSIG = 1


def main(module: str, bond: str) -> None:
    """Answer messages until the process is killed or the caller is gone.

    Args:
        module: Full name of the module whose function `handle` answers them.
        bond: `BOUND` if the system is to kill this process as soon as the caller's thread has
            ended, which it can do on Linux. Otherwise `_listen` ends it, as soon as no step of the
            work keeps it waiting.
    """
    if bond == BOUND and sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what anything prints is no reply
    sys.stdout = sys.stderr
    messages: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_listen, args=(messages,), daemon=True).start()
    handle: Callable[[bytes], bytes] = import_module(module).handle
    while True:
        write_frame(replies, *_reply(handle, messages.get()))


def _reply(handle: Callable[[bytes], bytes], message: bytes) -> tuple[Kind, bytes]:
    try:
        return Kind.MESSAGE, handle(message)
    except JoinedupError as error:
        return Kind.FAILURE, f"{type(error).__name__}\n{error}".encode(errors="backslashreplace")
    except Exception:
        return Kind.DEFECT, format_exc().encode()


def _listen(messages: SimpleQueue[bytes]) -> None:
    """Take messages while work is done, and end the process as soon as the caller is gone."""
    while True:
        try:
            _, message = read_frame(sys.stdin.buffer)
        except EOFError:
            os._exit(1)
        messages.put(message)
