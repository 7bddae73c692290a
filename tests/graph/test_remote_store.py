"""A server's store: what is refused, what goes wrong, and what it says."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

import pyoxigraph as ox
import pytest

from graph.errors import JoinedupError, LimitError, NoStoreError, QueryError, StoreError, UsageError
from graph.store.open_store import open_store
from graph.store.remote import RemoteStore
from graph.store.server_address import ServerAddress, location_text, read_location
from graph.store.sparql_client import SparqlClient
from queries.query_execution import execute
from queries.query_request import Limits, QueryRequest
from queries.query_runner import run
from tests.sparql_server import SparqlServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store.readable_store import ReadableStore
    from tests.listener import Listener

JSON = "application/sparql-results+json"
YES = b'{"head": {}, "boolean": true}'
NO = b'{"head": {}, "boolean": false}'
ENDLESS = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
COUNTED = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f }"
REFUSED = (
    "SELECT * WHERE {",
    "INSERT DATA { <x:a> <x:b> <x:c> }",
    "SELECT * FROM <https://example.org/page> WHERE { ?s ?p ?o }",
    "SELECT * WHERE { SERVICE <https://example.org/sparql> { ?s ?p ?o } }",
    f"SELECT * {{ {'{' * 5_000} ?s ?p ?o {'}' * 5_000} }}",
    "ASK { ?s ?p ?o }",
)


@pytest.fixture(scope="module")
def address(pages_store: Path) -> Iterator[ServerAddress]:
    with SparqlServer(pages_store) as server:
        yield ServerAddress(server.address)


@pytest.fixture(scope="module")
def far(address: ServerAddress) -> ReadableStore:
    return open_store(address)


@pytest.mark.parametrize("sparql", REFUSED, ids=range(len(REFUSED)))
def test_the_same_is_refused_in_the_same_words(
    sparql: str, shown_store: ReadableStore, far: ReadableStore
) -> None:
    words = []
    for store in (shown_store, far):
        with pytest.raises(QueryError) as failure:
            store.rows(sparql)
        words.append(str(failure.value))
    assert words[0] == words[1]


@pytest.mark.parametrize("sparql", REFUSED[:-1], ids=range(len(REFUSED) - 1))
def test_nothing_is_sent_of_what_is_refused(sparql: str, listener: Listener) -> None:
    where = ServerAddress(listener.address)
    store = RemoteStore(SparqlClient(where), where)
    if "FROM" in sparql:
        return  # whether the store holds the graph is asked of the store itself
    with pytest.raises(QueryError):
        store.query(sparql)
    store.close()
    listener.close()
    assert listener.arrivals == 0


def test_quads_and_graphs_are_the_same(shown_store: ReadableStore, far: ReadableStore) -> None:
    assert len(far) == len(shown_store)
    assert far.base == shown_store.base
    assert set(far.graphs()) == set(shown_store.graphs())
    graph = min(shown_store.graphs(), key=str)
    assert far.has_graph(graph.value)
    assert not far.has_graph("https://example.org/none")
    assert not far.has_graph("no address")
    assert set(far.quads(graph)) == set(shown_store.quads(graph))
    subject = min(shown_store.subjects(graph), key=str)
    assert set(far.quads(graph, subject)) == set(shown_store.quads(graph, subject))
    assert list(far.quads(ox.DefaultGraph(), ox.BlankNode("none"))) == []


def test_triples_are_triples_and_a_yes_a_yes(
    shown_store: ReadableStore, far: ReadableStore
) -> None:
    sparql = "CONSTRUCT { ?s <x:is> ?o } WHERE { ?s a ?o }"
    theirs, ours = far.query(sparql), shown_store.query(sparql)
    assert isinstance(theirs, ox.QueryTriples)
    assert isinstance(ours, ox.QueryTriples)
    assert set(theirs) == set(ours)
    assert far.query("ASK { ?s ?p ?o }")
    assert not far.query("ASK { ?s ?p <x:nothing> }")


def test_time_and_rows_are_limited(address: ServerAddress) -> None:
    with pytest.raises(LimitError, match="stopped after 2 seconds"):
        run(address, QueryRequest(f"{ENDLESS} ORDER BY ?a"), Limits(2, 10))
    result = run(address, QueryRequest(ENDLESS), Limits(60, 10))
    assert len(result.rows) == 10
    assert not result.complete


def test_a_server_that_stops_a_query_is_said(pages_store: Path) -> None:
    with SparqlServer(pages_store, "--timeout-s", "1") as server:
        store = open_store(ServerAddress(server.address))
        with pytest.raises(StoreError, match="broke its answer off"):
            list(store.rows(COUNTED))
        with pytest.raises(StoreError, match="broke its answer off"):
            execute(store, QueryRequest(COUNTED))


class _Replies(BaseHTTPRequestHandler):
    """Answers every request with what the test says."""

    reply: ClassVar[tuple[int, dict[str, str], bytes]] = (200, {}, b"")

    def do_POST(self) -> None:  # the name is that of the library
        self.rfile.read(int(self.headers["Content-Length"]))
        status, headers, body = self.reply
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's
        pass


@contextmanager
def replying(status: int, headers: dict[str, str], body: bytes) -> Iterator[ServerAddress]:
    handler = type("Handler", (_Replies,), {"reply": (status, headers, body)})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield ServerAddress(f"http://name:secret@127.0.0.1:{server.server_port}/sparql")
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("status", "headers", "body", "kind", "words"),
    [
        (200, {"Content-Type": "text/html"}, b"<p>Hello", StoreError, "answers with text/html"),
        (200, {}, b"", StoreError, "answers with something"),
        (200, {"Content-Type": JSON}, b"{", StoreError, "broke its answer off"),
        (200, {"Content-Type": JSON}, NO, NoStoreError, "holds no graph of joinedup's"),
        (200, {"Content-Type": JSON}, YES, StoreError, "from an earlier version"),
        (200, {"Content-Type": JSON, "Content-Length": "99"}, YES[:15], StoreError, "was lost"),
        (301, {"Location": "http://other.example/"}, b"", StoreError, "http://other.example/"),
        (401, {}, b"who?", StoreError, "NAME:PASSWORD"),
        (400, {}, b"no\n such prefix", QueryError, "cannot read the query: no such prefix"),
        (404, {}, b"", StoreError, "There is no SPARQL server"),
        (500, {}, b"", QueryError, "cannot answer the query: Internal Server Error"),
        (503, {}, b"took too long", LimitError, "has stopped the query: took too long"),
    ],
)
def test_what_a_server_answers_is_said_plainly(
    status: int, headers: dict[str, str], body: bytes, kind: type[JoinedupError], words: str
) -> None:
    with replying(status, headers, body) as where, pytest.raises(kind, match=words) as failure:
        open_store(where)
    assert type(failure.value) is kind
    assert "secret" not in str(failure.value)


def test_a_redirect_is_not_followed(listener: Listener) -> None:
    with replying(307, {"Location": listener.address}, b"") as where, pytest.raises(StoreError):
        open_store(where)
    listener.close()
    assert listener.arrivals == 0


def test_a_server_that_is_not_there_is_said() -> None:
    with pytest.raises(StoreError, match="Is it running"):
        open_store(ServerAddress("http://127.0.0.1:1/query"))


def test_what_only_a_folder_has_is_refused(far: ReadableStore) -> None:
    assert far.version is None
    with pytest.raises(UsageError, match="SPARQLStore"):
        far.dataset()


@pytest.mark.parametrize("words", ["http://", "https://:80/", "http://a b/", "http://host/#part"])
def test_what_is_no_address_is_refused(words: str) -> None:
    with pytest.raises(UsageError, match="is no address of a SPARQL server"):
        read_location(words)


def test_a_password_is_sent_and_never_shown() -> None:
    where = read_location("https://name:secret@host:81/sparql?a=b")
    assert str(where) == "https://host:81/sparql?a=b"
    assert "secret" not in repr(where)
    assert read_location(location_text(where)) == where
    assert location_text(read_location("some/folder")) == "some/folder"
