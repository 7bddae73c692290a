"""The SPARQL protocol over a real connection."""

from __future__ import annotations

import csv
import io
import json
import random
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest

from graph.store.embedded import Store
from tests.joinedup.server.protocol_cases import CASES, ProtocolCase
from tests.joinedup.server.running_server import RunningServer
from tests.soak.query_spellings import leaving_query

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.listener import Listener

ROWS = 50


@pytest.fixture(scope="module")
def limited(pages_store: Path) -> Iterator[RunningServer]:
    """A server that gives up early."""
    with RunningServer(pages_store, "--rows", str(ROWS), "--seconds", "5", "--workers", "2") as run:
        yield run


ENTRIES = """
    PREFIX ju: <https://w3id.org/joinedup/ontology#>
    SELECT ?graph ?entry { GRAPH ?graph { ?entry a ju:TrackerEntry } } ORDER BY ?graph LIMIT 2
"""


@pytest.fixture(scope="module")
def graph_names(pages_store: Path) -> dict[str, str]:
    """Two graphs, and of each a thing that no other speaks of."""
    rows = Store.open(pages_store).rows(ENTRIES)
    names: dict[str, str] = {}
    for number, (graph, entry) in zip(("one", "two"), rows, strict=False):
        names |= {
            number: quote(str(graph).strip("<>"), safe=""),
            f"in_{number}": quote(str(entry).strip("<>"), safe=""),
        }
    return names


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_request_is_answered_as_the_protocol_says(
    server: RunningServer, graph_names: dict[str, str], case: ProtocolCase
) -> None:
    address, body = case.address, case.body
    for name, graph in graph_names.items():
        address = address.replace(f"{{{name}}}", graph)
        body = body.replace(f"{{{name}}}".encode(), graph.encode()) if body else body
    answer = server.client.request(
        case.method, f"/sparql{address}", content=body, headers=case.headers
    )
    assert answer.status_code == case.status, answer.text
    assert answer.headers["vary"].split(", ")[0] == "Accept"
    assert case.text in answer.text
    if case.content_type:
        assert answer.headers["content-type"] == case.content_type
    if case.status == 405:
        assert answer.headers["allow"] == "GET, HEAD, OPTIONS, POST"
    if case.status >= 400:
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"
        assert "Traceback" not in answer.text


def ask(server: RunningServer, query: str, accept: str = "*/*") -> tuple[int, str, dict[str, str]]:
    answer = server.client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    return answer.status_code, answer.text, dict(answer.headers)


def test_the_address_of_the_endpoint_is_the_base(server: RunningServer) -> None:
    _, text, _ = ask(server, "SELECT (<x> AS ?y) {}")
    (row,) = json.loads(text)["results"]["bindings"]
    assert row["y"]["value"] == f"{server.address}/x"
    assert (
        "http://example.org/x" in ask(server, "BASE <http://example.org/> SELECT (<x> AS ?y){}")[1]
    )


def test_values_are_as_they_are(server: RunningServer) -> None:
    query = """SELECT * { VALUES (?a ?b) {
      ("-2" "=1+1") ("@x" "a,b\\n\\"c\\"") ("tab\\there" "line\\r\\nend")
      ("x"@en-x-retold UNDEF) (01 1.50) } }"""
    _, text, _ = ask(server, query, "text/csv")
    assert list(csv.reader(io.StringIO(text, newline="")))[1:] == [
        ["-2", "=1+1"],
        ["@x", 'a,b\n"c"'],
        ["tab\there", "line\r\nend"],
        ["x", ""],
        ["1", "1.5"],
    ]
    _, text, _ = ask(server, query, "text/tab-separated-values")
    assert text.splitlines()[3] == '"tab\\there"\t"line\\r\\nend"'


@pytest.mark.parametrize("amount", [ROWS - 1, ROWS, ROWS + 1, 10 * ROWS])
def test_rows_are_cut_and_it_is_said(limited: RunningServer, amount: int) -> None:
    query = f"SELECT ?s ?p ?o {{ ?s ?p ?o }} LIMIT {amount}"
    shown, is_cut = min(amount, ROWS), amount > ROWS
    for accept in ("application/json", "text/xml", "text/csv", "text/tab-separated-values"):
        status, text, headers = ask(limited, query, accept)
        assert status == 200
        assert headers.get("x-joinedup-truncated") == ("true; rows=50" if is_cut else None)
        if accept == "application/json":
            document = json.loads(text)
            assert len(document["results"]["bindings"]) == shown
            assert ("link" in document["head"]) == is_cut
            assert document["head"]["vars"] == ["s", "p", "o"]
        elif accept == "text/xml":
            root = ET.fromstring(text)  # noqa: S314 - written by our own server
            space = "{http://www.w3.org/2005/sparql-results#}"
            assert len(root.findall(f".//{space}result")) == shown
            assert len(root.findall(f"{space}head/{space}link")) == is_cut
        else:
            assert len(list(csv.reader(io.StringIO(text, newline="")))) == shown + 1
    status, text, headers = ask(
        limited, f"CONSTRUCT WHERE {{ ?s ?p ?o }} LIMIT {amount}", "application/n-triples"
    )
    assert len(text.splitlines()) == shown
    assert ("x-joinedup-truncated" in headers) == is_cut


@pytest.mark.parametrize("query", ["SELECT * {}", "SELECT ?x {}", "SELECT ?x { FILTER(false) }"])
def test_answers_without_columns_or_rows_are_answers(server: RunningServer, query: str) -> None:
    for accept in ("application/json", "text/xml", "text/csv", "text/tab-separated-values"):
        assert ask(server, query, accept)[0] == 200
    rows = json.loads(ask(server, query)[1])["results"]["bindings"]
    assert rows == ([] if "FILTER" in query else [{}])


def test_a_query_over_its_time_is_stopped_and_others_are_answered(limited: RunningServer) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    status, text, headers = ask(limited, endless)
    assert status == 503
    assert "stopped after 5 seconds" in text
    assert "retry-after" not in headers
    assert headers["cache-control"] == "no-store"
    assert ask(limited, "ASK {}")[:2] == (200, '{"head":{},"boolean":true}')


@pytest.mark.parametrize("opening", ["(", "{", "!"])
def test_a_query_that_nests_too_deeply_is_told_so(limited: RunningServer, opening: str) -> None:
    closing = {"(": ")", "{": "}", "!": ""}[opening]
    inner = "?a" if opening != "{" else ""
    deep = f"{opening * 10_000}{inner}{closing * 10_000}"
    query = f"SELECT * {{ {deep} }}" if opening == "{" else f"SELECT * {{ FILTER({deep}) }}"
    answer = limited.client.post(
        "/sparql", content=query, headers={"Content-Type": "application/sparql-query"}
    )
    assert answer.status_code == 400
    assert "nested too deeply" in answer.text
    assert ask(limited, "ASK {}")[0] == 200


def test_no_spelling_of_service_sends_anything(limited: RunningServer, listener: Listener) -> None:
    chance, statuses = random.Random(7), set()  # noqa: S311 - repeatable, not secret
    for _ in range(300):
        query = leaving_query(chance, listener.address)
        headers = {"Content-Type": "application/sparql-query"}
        answer = limited.client.post("/sparql", content=query.encode(), headers=headers)
        statuses.add(answer.status_code)
    listener.close()
    assert listener.arrivals == 0
    assert statuses <= {200, 400}
