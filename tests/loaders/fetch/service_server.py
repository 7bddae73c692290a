"""A real HTTP server on this machine that stands in for every service, with faults on demand."""

from __future__ import annotations

import json
import socket
import struct
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

Query = dict[str, list[str]]


@dataclass
class Reply:
    """What is sent.

    Attributes:
        body: The bytes; anything else is sent as JSON.
        status: The status.
        headers: Further headers.
        cut: Bytes of the body after which the connection is broken; None for a whole answer.
    """

    body: Any = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None


@dataclass
class Fault:
    """A reply in place of the right one.

    Attributes:
        part: Text of the address to which it is given.
        reply: The reply.
        times: How often; after that the right one is given.
    """

    part: str
    reply: Reply
    times: int = 1


class ServiceServer:
    """Answers `/HOST/PATH` for all services.

    Attributes:
        address: Its web address.
        asked: Addresses that were asked, as the services would be, in order.
        agents: How those who asked called themselves.
        before_answer: Called with each address before it is answered.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.before_answer: Callable[[str], None] = lambda _address: None
        self._faults: deque[Fault] = deque()
        self._routes: list[tuple[str, Callable[[str, Query], Reply | None]]] = []
        services = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                services.answer(self)

            def log_message(self, *_words: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def serve(self, start: str, give: Callable[[str, Query], Reply | None]) -> None:
        """Answer addresses that begin so, before what was said earlier; `give` gets the rest."""
        self._routes.insert(0, (start, give))

    def serve_json(self, address: str, content: object) -> None:
        """Answer one address, whatever its query."""
        self.serve(address, lambda rest, _query: None if rest else Reply(content))

    def fail(self, part: str, reply: Reply, times: int = 1) -> None:
        """Give another reply to the next requests of addresses that hold a text."""
        self._faults.append(Fault(part, reply, times))

    def mend(self) -> None:
        """Forget all faults."""
        self._faults.clear()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        address = f"https:/{handler.path}"
        self.asked.append(address)
        self.agents.add(handler.headers["User-Agent"])
        self.before_answer(address)
        reply = self._reply(address)
        body = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
        if reply.cut == 0:
            _break(handler)
            return
        handler.send_response(reply.status)
        kind = "application/octet-stream" if isinstance(reply.body, bytes) else "application/json"
        headers = {"Content-Type": kind, "Content-Length": str(len(body))} | reply.headers
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body[: reply.cut])
        if reply.cut is not None:
            handler.wfile.flush()
            _break(handler)

    def _reply(self, address: str) -> Reply:
        for fault in self._faults:
            if fault.part in address and fault.times > 0:
                fault.times -= 1
                return fault.reply
        parts = urlsplit(address)
        plain = f"{parts.scheme}://{parts.netloc}{parts.path}"
        for start, give in self._routes:
            if plain.startswith(start):
                reply = give(plain.removeprefix(start), parse_qs(parts.query))
                if reply is not None:
                    return reply
        return Reply({"message": "nothing is there"}, 404)


def _break(handler: BaseHTTPRequestHandler) -> None:
    """Break the connection, as a network does."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()
