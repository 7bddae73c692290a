"""The server of Oxigraph on this machine, read only, over the quads of a store."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from socket import create_connection, create_server
from typing import TYPE_CHECKING, Self

from graph.store.store_layout import current_version
from tests.installed import require_program

if TYPE_CHECKING:
    from types import TracebackType

_PROGRAM = Path(sys.executable).with_name("oxigraph")
_SECONDS_TO_START = 60
_TRIES = 5


class SparqlServer:
    """A server; a context manager, at whose end it is stopped.

    Attributes:
        address: Where it takes queries.
    """

    def __init__(self, store: Path, *options: str) -> None:
        """Start it on a free port, and wait until it listens."""
        if not _PROGRAM.exists():
            require_program("oxigraph")
        quads = str(current_version(store) / "quads")
        for _ in range(_TRIES):  # another process may take a port between the two steps
            with create_server(("127.0.0.1", 0)) as free:
                port = free.getsockname()[1]
            bind = f"127.0.0.1:{port}"
            self._process = subprocess.Popen(
                [_PROGRAM, "serve-read-only", "--location", quads, "--bind", bind, *options],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            if self._listens(port):
                self.address = f"http://{bind}/query"
                return
        raise RuntimeError("the server does not start")

    def _listens(self, port: int) -> bool:
        until = time.monotonic() + _SECONDS_TO_START
        while self._process.poll() is None and time.monotonic() < until:
            try:
                create_connection(("127.0.0.1", port)).close()
            except OSError:
                time.sleep(0.05)
            else:
                return True
        return False

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop it."""
        self._process.kill()
        self._process.wait()
