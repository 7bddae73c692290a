"""A listener on this machine, to see whether anything is sent."""

from __future__ import annotations

from socket import create_connection, create_server
from threading import Thread


class Listener:
    """Counts the connections to a port of this machine, and answers none.

    Attributes:
        address: Its web address.
        arrivals: Connections that it has seen.
    """

    def __init__(self) -> None:
        """Listen; a context manager of `contextlib.closing` ends it."""
        self._socket = create_server(("127.0.0.1", 0), backlog=512)
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"
        self.arrivals = 0
        self._thread = Thread(target=self._count, daemon=True)
        self._thread.start()

    def _count(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            with connection:
                if connection.recv(1) == b"!":
                    return
                self.arrivals += 1

    def close(self) -> None:
        """Stop listening, when all that has arrived is counted; harmless a second time."""
        if self._thread.is_alive():
            with create_connection(self._socket.getsockname()) as last:
                last.sendall(b"!")
            self._thread.join()
            self._socket.close()
