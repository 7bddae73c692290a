"""The JSON API: every path that its description names is asked, and answers as described."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from openpyxl import load_workbook

from joinedup.api import open_graph
from tests.joinedup.server.running_server import RunningServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import httpx

    from tests.conftest import Run

FINDING = "accountability-index-4-13168"
NAMES = {"queries": {"a": {"schema": "Organisation", "properties": {"name": ["DfE"]}}}}
ASKED = {
    "/api/info": ["/api/info"],
    "/api/questions": ["/api/questions"],
    "/api/questions/{name}": [
        "/api/questions/share-accepted",
        "/api/questions/overdue-commitments.json?as-of=2026-01-01&evidence=1&_size=3",
        "/api/questions/share-accepted?_shape=objects",
        "/api/questions/share-accepted?_shape=array",
    ],
    "/api/entities/{kind}/{key}": ["/api/entities/initiative/bold"],
    "/api/search": ["/api/search?q=identifier", "/api/search?q=data&department=DfE&limit=2"],
    "/api/connections": [
        "/api/connections",
        "/api/connections?a=BOLD",
        "/api/connections?a=MoJ&b=BOLD",
    ],
    "/api/why": [f"/api/why?finding={FINDING}", f"/api/why?finding={FINDING}&name=BOLD"],
}
IN_FILES = {"/api/questions/{name}.csv", "/api/questions/{name}.xlsx", "/api/match"}
"""Paths that tests of their own ask."""


@pytest.fixture(scope="module")
def service(bundled_store: Path) -> Iterator[RunningServer]:
    with RunningServer(bundled_store) as running:
        yield running


@pytest.fixture(scope="module")
def description(service: RunningServer) -> dict[str, Any]:
    content: dict[str, Any] = service.get("/openapi.json").json()
    return content


def check(
    description: dict[str, Any], path: str, answer: httpx.Response, verb: str = "get"
) -> None:
    assert answer.status_code == 200, answer.text[:300]
    responses = description["paths"][path][verb]["responses"]
    schema = responses["200"]["content"]["application/json"]["schema"]
    whole = {**schema, "components": description["components"]}
    Draft202012Validator(whole).validate(answer.json())


def test_the_description_is_one_of_openapi(description: dict[str, Any]) -> None:
    validate(description)
    assert description["paths"].keys() == ASKED.keys() | IN_FILES


@pytest.mark.parametrize(
    ("path", "address"), [(path, each) for path, every in ASKED.items() for each in every]
)
def test_each_path_answers_as_described(
    service: RunningServer, description: dict[str, Any], path: str, address: str
) -> None:
    check(description, path, service.get(address))


def test_names_are_matched(service: RunningServer, description: dict[str, Any]) -> None:
    answer = service.client.post("/api/match", json=NAMES)
    check(description, "/api/match", answer, "post")
    best = answer.json()["responses"]["a"]["results"][0]
    assert (best["caption"], best["match"]) == ("Department for Education", True)


def test_other_properties_of_a_name_are_compared(service: RunningServer) -> None:
    wanted = {"name": ["DfE"], "govukSlug": "department-for-education", "kind": ["a horse"]}
    query = {"queries": {"a": {"schema": "Organisation", "properties": wanted}}}
    answer = service.client.post("/api/match", json=query).json()
    best = answer["responses"]["a"]["results"][0]
    assert {**best["features"], "name": 0} == {"name": 0, "govukSlug": 1, "kind": 0}


def test_figures_are_those_of_the_command_line(
    service: RunningServer, bundled_store: Path, run_joinedup: Callable[..., Run]
) -> None:
    info = run_joinedup("info", "--format", "json", "--store", bundled_store).stdout
    assert service.get("/api/info").json() == json.loads(info)
    graph = open_graph(bundled_store)
    answer = service.get("/api/questions/share-accepted?_size=max").json()
    table = graph.ask("share-accepted")
    assert [tuple(row) for row in answer["rows"]] == list(table.rows)
    pairs = service.get("/api/connections?a=BOLD&_size=max").json()["rows"]
    assert [tuple(row.values()) for row in pairs] == list(graph.connections("BOLD").rows)


def test_pages_of_an_answer_make_the_whole(service: RunningServer) -> None:
    whole = service.get("/api/questions/share-accepted?_size=max").json()["rows"]
    pages: list[list[Any]] = []
    next_page: str | None = "0"
    while next_page is not None:
        answer = service.get(f"/api/questions/share-accepted?_size=4&_next={next_page}").json()
        pages += answer["rows"]
        next_page = answer["next"]
    assert pages == whole


def test_files_hold_the_same_rows(service: RunningServer) -> None:
    answer = service.get("/api/questions/share-accepted?_size=max").json()
    text = service.get("/api/questions/share-accepted.csv").text
    table = list(csv.reader(io.StringIO(text)))
    assert table[0] == answer["columns"]
    assert len(table) == len(answer["rows"]) + 1
    book = load_workbook(
        io.BytesIO(service.get("/api/questions/share-accepted.xlsx").content), read_only=True
    )
    assert book.worksheets[0].max_row == len(answer["rows"]) + 1
    lines = service.get("/api/questions/share-accepted?_shape=array&_nl=on&_size=max").text
    assert len(lines.splitlines()) == len(answer["rows"])


def test_rows_with_words_say_whose_they_are(service: RunningServer) -> None:
    hits = service.get("/api/search?q=identifier").json()
    assert hits["total"]["value"] >= len(hits["results"]) > 0
    reasons = service.get(f"/api/why?finding={FINDING}").json()
    for row in (*hits["results"], *reasons["rows"]):
        assert row["who says so"]
        assert row["source"]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/api/questions/nothing", 404, "There is no saved question"),
        ("/api/questions/share-accepted.pdf", 404, "Answers are given as json"),
        ("/api/questions/share-accepted?as-of=soon", 400, "soon"),
        ("/api/questions/share-accepted?colour=red", 404, "colour"),
        ("/api/questions/share-accepted?_size=many", 400, "_size is a whole number"),
        ("/api/questions/share-accepted?_size=" + "9" * 5000, 400, "_size is a whole number"),
        ("/api/questions/share-accepted?_shape=round", 400, "_shape is"),
        ("/api/entities/initiative/nothing", 404, "Nothing in this graph"),
        ("/api/search", 400, "Give words"),
        ("/api/search?q=x&colour=red", 404, "colour"),
        ("/api/connections?a=DfX", 404, "Nothing in this graph is called 'DfX'"),
        ("/api/connections?a=DfE&b=DfE", 400, "two different names"),
        ("/api/why", 400, "Name a finding"),
        ("/api/why?finding=nobody", 404, "No finding is called"),
        ("/api/nothing", 404, "There is nothing at /api/nothing"),
    ],
)
def test_a_mistake_is_told_as_json(
    service: RunningServer, address: str, status: int, words: str
) -> None:
    answer = service.get(address)
    assert answer.status_code == status, answer.text
    assert answer.json()["status"] == "error"
    assert words in answer.json()["message"]


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"queries": 7}', '{"queries": {"a": 7}}', "[" * 9_000, "\ud800"[:0]]
)
def test_a_body_that_asks_nothing_is_refused(service: RunningServer, body: str) -> None:
    assert service.client.post("/api/match", content=body.encode()).status_code == 400
