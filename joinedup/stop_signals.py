"""Ctrl-C and the signals that ask a program to end: heeded at once, whatever is being done.

Python tells the main thread of a signal between two steps of its own, and the engine may take a
minute over one. So a thread of its own waits for signals too. It leaves the main thread a moment to
clear up by itself; if that moment passes, it takes away what was unfinished and ends the program.
Worker processes end by themselves when the program has ended.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from graph.processes.leftovers import remove_leftovers

if TYPE_CHECKING:
    from types import FrameType

STOPPED = "joinedup: stopped."
_GRACE = 0.7
"""Seconds that the main thread has to end by itself."""

_SHOW_CURSOR = "\x1b[?25h"
"""What a progress bar would have sent a terminal when it ended."""

_STDERR = 2

_received: list[int] = []


def heed_stop_signals() -> None:
    """From now on, end on Ctrl-C, SIGTERM and SIGHUP; those that are ignored stay ignored.

    The first of them raises `KeyboardInterrupt` in the main thread, any other does not wait.
    """
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    heeded = [number for number in numbers if signal.getsignal(number) != signal.SIG_IGN]
    # Windows tells of signals by way of sockets too, and cannot read a pipe without waiting.
    awaited, sent = socket.socketpair()
    sent.settimeout(0)
    for number in heeded:
        signal.signal(number, _interrupt)
    sys.unraisablehook = _keep_quiet_about_stops
    signal.set_wakeup_fd(sent.detach(), warn_on_full_buffer=False)
    Thread(target=_end_in_time, args=(awaited, heeded), daemon=True).start()


def stop_status() -> int:
    """The exit status after a stop: 128 and the number of the signal, as shells have it."""
    return 128 + (_received[0] if _received else signal.SIGINT)


def _interrupt(number: int, _frame: FrameType | None) -> None:
    _received.append(number)
    if len(_received) == 1:
        raise KeyboardInterrupt


def _keep_quiet_about_stops(lost: sys.UnraisableHookArgs) -> None:
    """Say nothing of a stop that came while an object was taken away: the thread sees to it."""
    if not (_received and lost.exc_type is KeyboardInterrupt):
        sys.__unraisablehook__(lost)


def _end_in_time(awaited: socket.socket, heeded: list[int]) -> None:
    """Wait for a signal; a moment after it, or at the next one, end the program."""
    while (number := awaited.recv(1)[0]) not in heeded:
        continue
    awaited.settimeout(0)
    until = time.monotonic() + _GRACE
    while time.monotonic() < until and not _again(awaited, heeded):
        time.sleep(0.02)
    remove_leftovers()
    with suppress(OSError):  # there may be nowhere to say it
        cursor = _SHOW_CURSOR if os.isatty(_STDERR) else ""
        os.write(_STDERR, f"{cursor}{STOPPED}\n".encode())
    os._exit(128 + number)


def _again(awaited: socket.socket, heeded: list[int]) -> bool:
    try:
        return any(number in heeded for number in awaited.recv(64))
    except BlockingIOError:
        return False
