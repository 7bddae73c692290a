"""`joinedup serve` in a process of its own, as a user runs it, for clients on this machine."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from threading import Thread
from typing import TYPE_CHECKING, Self

import httpx

if TYPE_CHECKING:
    from pathlib import Path

_SECONDS_TO_START = 60


def _heed_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


class RunningServer:
    """A server; a context manager, at whose end it is stopped as by Ctrl-C.

    Attributes:
        address: Where it is reached, without a slash at the end.
        log: Lines that it has written so far.
    """

    def __init__(self, store: Path, *options: str) -> None:
        """Start it on a free port, and wait until it can answer."""
        words = ("-m", "joinedup", "serve", "--store", str(store), "--bind", "127.0.0.1:0")
        self.process = subprocess.Popen(
            [sys.executable, *words, *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
            preexec_fn=_heed_ctrl_c,  # noqa: PLW1509 - a background process ignores Ctrl-C
        )
        self.log: list[str] = []
        self._reader = Thread(target=self._read_log, daemon=True)
        self._reader.start()
        self.address = self._wait_for(r"at (http://127\.0\.0\.1:\d+)/")
        self.client = httpx.Client(base_url=self.address, timeout=60)
        until = time.monotonic() + _SECONDS_TO_START
        while self.get("/readyz").status_code != 200:
            assert time.monotonic() < until, self.log
            time.sleep(0.05)

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Ask for a path; names of headers have `_` in place of `-`."""
        return self.request("GET", path, **headers)

    def request(self, method: str, path: str, **headers: str) -> httpx.Response:
        """Send a request without a body."""
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.request(method, path, headers=names)

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Ask it to end; returns its exit status and what it wrote to standard output."""
        self.process.send_signal(number)
        self.process.wait(30)
        self._reader.join(30)
        assert self.process.stdout is not None
        return self.process.returncode, self.process.stdout.read()

    def worker_ids(self) -> list[int]:
        """Process ids of its workers."""
        listed = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)],  # noqa: S607 - the system's
            capture_output=True,
            text=True,
            check=False,
        )
        return [int(word) for word in listed.stdout.split()]

    def _read_log(self) -> None:
        assert self.process.stderr is not None
        self.log.extend(self.process.stderr)

    def _wait_for(self, pattern: str) -> str:
        until = time.monotonic() + _SECONDS_TO_START
        while time.monotonic() < until and self.process.poll() is None:
            if match := re.search(pattern, "".join(self.log)):
                return match[1]
            time.sleep(0.02)
        raise AssertionError(f"the server did not start: {self.log}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self.client.close()
        if self.process.poll() is None:
            self.stop()
        for pipe in (self.process.stdout, self.process.stderr):
            if pipe:
                pipe.close()
