"""Clients that are slow, rude or gone: each is answered or forgotten, and the others are served."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.exceptions import HTTPException

from joinedup.server.middleware import body_limit
from joinedup.server.patient_protocol import SECONDS_FOR_A_HEAD
from loaders.pipeline.build import BuildOptions, build
from loaders.pipeline.plan import BUNDLED
from tests.conftest import PAGES
from tests.joinedup.server.running_server import RunningServer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from tests.listener import Listener

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LENGTHS = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
UPGRADE = b"GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
DIRECT = {"Content-Type": "application/sparql-query"}


@pytest.fixture(scope="module")
def small(pages_store: Path) -> Iterator[RunningServer]:
    """A server that takes little."""
    with RunningServer(pages_store, "--max-body", "2KiB", "--workers", "2") as running:
        yield running


def connect(server: RunningServer) -> socket.socket:
    parts = urlsplit(server.address)
    return socket.create_connection((parts.hostname or "", parts.port or 0), timeout=60)


def answer_to(server: RunningServer, content: bytes) -> bytes:
    """What comes back on a connection of its own, until it is closed."""
    with connect(server) as connection:
        connection.sendall(content)
        parts = []
        while part := connection.recv(65_536):
            parts.append(part)
    return b"".join(parts)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"nonsense\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET /\x00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(40) + b"\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nA B: c\r\n\r\n", b"400"),
        (LENGTHS + b"Content-Length: 2\r\n\r\nab", b"400"),
        (b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"400"),
        (UPGRADE + b"Connection: Upgrade, close\r\n\r\n", b"200"),
    ],
)
def test_what_is_no_request_is_answered(
    small: RunningServer, content: bytes, status: bytes
) -> None:
    try:
        answer = answer_to(small, content)
    except ConnectionError:  # what the system had not read yet when the server closed
        answer = b"HTTP/1.1 400"
    assert answer.startswith(b"HTTP/1.1 " + status), answer[:200]
    assert b"Traceback" not in answer
    assert small.get("/healthz").status_code == 200


@pytest.mark.parametrize("length", [2_048, 2_049, 1_000_000])
@pytest.mark.parametrize("is_streamed", [True, False])
def test_a_body_has_a_limit_whether_its_length_is_told_or_not(
    small: RunningServer, length: int, *, is_streamed: bool
) -> None:
    query = b"ASK {}".ljust(length)
    content = iter([query[:1_000], query[1_000:]]) if is_streamed else query
    answer = small.client.post("/sparql", content=content, headers=DIRECT)
    assert answer.status_code == (200 if length <= 2_048 else 413)
    if length > 2_048:
        assert "longer than 2,048 bytes" in answer.text


def test_a_body_that_does_not_come_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body_limit, "SECONDS_FOR_A_BODY", 0.2)

    async def drip() -> dict[str, object]:
        await asyncio.sleep(0.05)
        return {"type": "http.request", "body": b"a", "more_body": True}

    async def read(_scope: object, receive: Callable[[], Awaitable[object]], _send: object) -> None:
        while True:
            await receive()

    async def nothing(_message: object) -> None:
        raise AssertionError

    limit = body_limit.BodyLimit(read, 1_000)
    with pytest.raises(HTTPException) as raised:
        asyncio.run(limit({"type": "http", "headers": []}, drip, nothing))
    assert raised.value.status_code == 408


def test_a_client_that_goes_in_the_midst_of_its_body_is_no_failure(pages_store: Path) -> None:
    with RunningServer(pages_store, "--workers", "1") as running:
        with connect(running) as connection:
            connection.sendall(LENGTHS.replace(b" 1", b" 100") + FORM + b"\r\nquery=")
        until = time.monotonic() + 30
        while not any("POST /sparql" in line for line in running.log):
            assert time.monotonic() < until
            time.sleep(0.05)
        assert running.get("/sparql?query=ASK%7B%7D").status_code == 200
        assert "Traceback" not in "".join(running.log)


def test_a_long_query_in_the_address_is_taken(small: RunningServer) -> None:
    path = (
        "/sparql?query="
        + "PREFIX%20x%3A%20%3Chttp%3A%2F%2Fexample.org%2F%3E%20" * 1_500
        + "ASK%7B%7D"
    )
    assert len(path) > 70_000
    content = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    assert answer_to(small, content.encode()).startswith(b"HTTP/1.1 200")


def test_heads_that_come_slowly_keep_nobody_out(small: RunningServer) -> None:
    connections = [connect(small) for _ in range(150)]
    try:
        until = time.monotonic() + SECONDS_FOR_A_HEAD + 15
        for connection in connections:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
        assert small.get("/").status_code == 200
        open_ones = list(connections)
        while open_ones and time.monotonic() < until:
            assert small.get("/healthz").status_code == 200
            for connection in list(open_ones):
                try:
                    connection.sendall(b"X: y\r\n")
                except OSError:
                    open_ones.remove(connection)
            time.sleep(0.5)
        assert not open_ones
    finally:
        for connection in connections:
            connection.close()


def test_a_query_whose_client_has_gone_is_stopped(pages_store: Path) -> None:
    with RunningServer(pages_store, "--workers", "2", "--seconds", "300") as running:
        for _ in range(4):  # more than there are workers
            with pytest.raises(httpx.TimeoutException):
                running.client.get("/sparql", params={"query": ENDLESS}, timeout=1)
        until = time.monotonic() + 60
        while running.get("/sparql?query=ASK%7B%7D").status_code != 200:
            assert time.monotonic() < until
        running.stop()
        assert any("cut" in line for line in running.log)
        assert "Traceback" not in "".join(running.log)


def test_a_stop_waits_a_little_for_answers_and_then_says_so(pages_store: Path) -> None:
    statuses: list[int] = []

    def ask() -> None:
        answer = httpx.get(f"{running.address}/sparql", params={"query": ENDLESS}, timeout=60)
        statuses.append(answer.status_code)

    with RunningServer(pages_store, "--workers", "1", "--seconds", "120") as running:
        asking = threading.Thread(target=ask)
        asking.start()
        until = time.monotonic() + 30
        while running.get("/sparql?query=ASK%7B%7D").status_code == 200:  # it has not arrived
            assert time.monotonic() < until
        assert running.stop() == (143, "")
        asking.join()
        assert statuses == [503]
        assert "Traceback" not in "".join(running.log)


def test_when_all_workers_are_taken_it_is_said(pages_store: Path) -> None:
    with RunningServer(pages_store, "--workers", "1", "--seconds", "30") as running:
        slow = threading.Thread(
            target=lambda: httpx.get(
                f"{running.address}/sparql", params={"query": ENDLESS}, timeout=60
            )
        )
        slow.start()
        until = time.monotonic() + 15
        while (answer := running.get("/sparql?query=ASK%7B%7D")).status_code == 200:
            assert time.monotonic() < until
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
        assert "as many questions as it can" in answer.text
        assert running.get("/healthz").status_code == 200
        slow.join()
        assert running.get("/sparql?query=ASK%7B%7D").status_code == 200


def test_a_rebuild_under_load_loses_no_request(tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([BUNDLED], store)
    statuses: list[int] = []
    versions: set[str] = set()
    stop = threading.Event()
    with RunningServer(store, "--workers", "2") as running:

        def read() -> None:
            with httpx.Client(base_url=running.address, timeout=60) as client:
                while not stop.is_set():
                    answer = client.get("/sparql?query=ASK%7B%7D")
                    statuses.append(answer.status_code)
                    versions.add(answer.headers.get("etag", "").partition("-")[0])
                    time.sleep(0.02)

        readers = [threading.Thread(target=read) for _ in range(10)]
        for reader in readers:
            reader.start()
        for number, sources in enumerate(([], [str(PAGES)], [BUNDLED], [str(PAGES)]), 1):
            if sources:
                build(sources, store, BuildOptions(replace=True))
            until = time.monotonic() + 60
            while len(versions) < number and time.monotonic() < until:
                time.sleep(0.05)
        stop.set()
        for reader in readers:
            reader.join()
    assert len(versions) == 4
    assert set(statuses) == {200}
    assert len(statuses) > 100


def test_service_is_called_only_where_the_operator_allows_it(
    pages_store: Path, listener: Listener
) -> None:
    query = f"SELECT * {{ SERVICE <{listener.address}> {{ ?s ?p ?o }} }}"
    with RunningServer(pages_store, "--allow-service", "--workers", "1") as running:
        answer = running.client.post("/sparql", content=query, headers=DIRECT)
        assert answer.status_code == 400
        assert "Another server did not answer" in answer.text
        assert "BasicFederatedQuery" in running.get("/sparql").text
    listener.close()
    assert listener.arrivals > 0
