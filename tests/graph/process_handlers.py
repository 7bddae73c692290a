"""Handlers that worker processes of the tests run; each message says what to do."""

from __future__ import annotations

import os
import re
import signal
import sys
import time

from graph.errors import UnknownNameError

_kept: list[bytearray] = []


def handle(message: bytes) -> bytes:  # noqa: C901 - a list of cases
    """Do what the message says."""
    match message.decode().split():
        case ["grow", megabytes]:
            _kept.append(bytearray(b"x") * (int(megabytes) * 1_000_000))
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["hold"]:
            print("held", file=sys.stderr, flush=True)  # noqa: T201 - the test waits for this
            re.match(r"(a+)+$", "a" * 60 + "b")  # takes years, and lets no other thread run
        case ["echo", words, seconds]:
            time.sleep(float(seconds))
            return words.encode()
        case ["fail", word]:
            raise UnknownNameError(f"Nothing is called {word}.")
        case ["divide", number]:
            return str(1 / int(number)).encode()
        case ["die"]:
            os.kill(os.getpid(), signal.SIGKILL)
        case ["import", name]:
            return str(__import__(name).__file__).encode()
        case ["path"]:
            return "\n".join(sys.path).encode()
        case ["print", word]:
            print(word)  # noqa: T201 - this is what must not reach the caller
    return f"{os.getpid()}".encode()
