"""Reconciliation as OpenRefine asks for it: the service's description, names, values, suggestions.

The forms are written from the specification of the API, version 0.2, as JSON Schemas of our own.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queries.reconciliation.candidates import NameQuery, find_candidates
from tests.joinedup.server.reconciliation_forms import (
    ANSWERS,
    EXTENSION,
    MANIFEST,
    checked,
    match,
    post,
)

if TYPE_CHECKING:
    from pathlib import Path

    from queries.reconciliation.thing_index import ThingIndex
    from tests.joinedup.server.running_server import RunningServer


def test_the_manifest_describes_the_service(service: RunningServer) -> None:
    content = checked(service.get("/reconcile"), MANIFEST)
    assert [each["id"] for each in content["defaultTypes"][:2]] == ["Initiative", "Organisation"]
    assert {each["id"] for each in content["defaultTypes"]} >= {"Programme", "Committee"}
    assert content["preview"]["url"].startswith(service.address)


def test_names_match_only_beyond_doubt(service: RunningServer) -> None:
    answers = match(
        service,
        {"query": "DfE", "limit": 3},
        {"query": "hm treasury"},
        {"query": "HM Tresury"},
        {"query": "organisation/hm-treasury"},
        {"query": "BOLD", "type": "Initiative"},
        {"query": "BOLD", "type": [{"id": "Organisation", "name": "organisation"}]},
        {"query": "qqqq zzzz"},
    )
    abbreviation, exact, misspelt, identifier, typed, other, nothing = answers
    assert (abbreviation[0]["name"], abbreviation[0]["match"]) == ("Department for Education", True)
    assert (exact[0]["score"], exact[0]["match"]) == (100, True)
    assert misspelt[0]["name"] == "HM Treasury"
    assert 60 < misspelt[0]["score"] < 99
    assert not misspelt[0]["match"]
    assert [each["name"] for each in identifier] == ["HM Treasury"]
    assert typed[0]["id"] == "initiative/bold"
    assert "initiative/bold" not in {each["id"] for each in other}
    assert nothing == []


def test_a_query_that_is_none_leaves_the_others(service: RunningServer) -> None:
    odd: list[object] = [7, None, {"query": 7}, {"query": "x", "limit": -1}, {"type": "Board"}, []]
    answers = match(service, *odd, {"query": "DfE"})
    assert answers[:-1] == [[] for _ in odd]
    assert answers[-1][0]["match"]


def test_json_that_is_none_elsewhere_leaves_the_others(service: RunningServer) -> None:
    text = (
        '{"a": {"query": "\\ud800"}, "b": {"query": "DfE", "limit": 1'
        + "0" * 29
        + '}, "c": {"query": NaN}, "d": {"query": "MoJ"}}'
    )
    answer = service.client.post("/reconcile", data={"queries": text})
    content = checked(answer, ANSWERS)
    assert content["d"]["result"][0]["name"] == "Ministry of Justice"
    assert [content[key]["result"] for key in "abc"] == [[], [], []]
    values = service.client.post(
        "/reconcile", data={"extend": '{"ids": ["\\ud800"], "properties": [{"id": "label"}]}'}
    )
    assert checked(values, EXTENSION)["meta"] == [{"id": "label", "name": "Label"}]


def test_there_are_suggestions_of_three_sorts(service: RunningServer) -> None:
    assert service.get("/reconcile/suggest/nonsense?prefix=a").status_code == 404


def test_a_guess_of_types_asks_for_ten_names_without_a_type(service: RunningServer) -> None:
    names = ["DfE", "MoJ", "HMT", "DWP", "DHSC", "Home Office", "MoD", "DfT", "Defra", "HMRC"]
    queries = [{"query": name, "limit": 3} for name in names]
    answers = match(service, *queries)
    assert all(len(each) <= 3 for each in answers)
    types = [kind["id"] for each in answers for kind in each[0]["type"]]
    assert types.count("Organisation") == len(names)


def test_values_of_things_extend_a_table(service: RunningServer) -> None:
    ids = ["initiative/bold", "organisation/department-for-education", "organisation/nothing"]
    names = [each["id"] for each in service.get("/reconcile/properties").json()["properties"]]
    request = {"ids": ids, "properties": [{"id": name} for name in names]}
    content = checked(post(service, extend=request), EXTENSION)
    assert [each["id"] for each in content["meta"]] == names
    assert content["rows"]["initiative/bold"]["lead"] == [
        {"id": "organisation/ministry-of-justice", "name": "Ministry of Justice"}
    ]
    assert content["rows"]["organisation/nothing"]["label"] == []
    figure = content["rows"]["organisation/department-for-education"]["findings"][0]["float"]
    assert 0 < figure < content["rows"]["initiative/bold"]["all-findings"][0]["float"]


def test_figures_are_those_of_the_command_line(service: RunningServer, bundled_store: Path) -> None:
    from joinedup.api import open_graph  # noqa: PLC0415 - beside its use

    graph = open_graph(bundled_store)
    row = graph.ask("initiatives-in-most-findings").rows[0]
    columns = graph.ask("initiatives-in-most-findings").columns
    cells = dict(zip(columns, row, strict=True))
    identifier = "/".join(str(cells["initiative"]).rsplit("/", 2)[1:])
    request = {"ids": [identifier], "properties": [{"id": "findings"}, {"id": "all-findings"}]}
    values = post(service, extend=request).json()["rows"][identifier]
    assert values["findings"] == [{"float": cells["findings"]}]
    figures = {figure: count for figure, count, *_ in graph.info().rows}
    assert values["all-findings"] == [{"float": figures["findings"]}]


def test_what_is_typed_is_completed(service: RunningServer) -> None:
    things = service.get("/reconcile/suggest/entity?prefix=edu").json()["result"]
    assert "Department for Education" in {each["name"] for each in things}
    types = service.get("/reconcile/suggest/type?prefix=prog").json()["result"]
    assert {"id": "Programme", "name": "programme"} in types
    properties = service.get("/reconcile/suggest/property?prefix=le").json()["result"]
    assert {"id": "lead", "name": "Lead"} in properties
    flyout = service.get("/reconcile/suggest/entity/flyout/initiative%2Fbold").json()
    assert "Better Outcomes" in flyout["html"]


def test_a_preview_may_be_framed_and_shows_the_figure_with_its_total(
    service: RunningServer,
) -> None:
    shown = service.get("/reconcile/preview?id=initiative%2Fbold")
    assert "frame-ancestors *" in shown.headers["Content-Security-Policy"]
    assert "Better Outcomes through Linked Data" in shown.text
    assert " of " in shown.text.partition("Findings that concern it")[2]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/reconcile?queries=%7B", "usage"),
        ("/reconcile?extend=7", "usage"),
        ("/reconcile/suggest/nonsense?prefix=a", "not-found"),
        ("/reconcile/suggest/entity/flyout/nothing%2Fhere?x=1", "unknown-name"),
    ],
)
def test_a_failure_reaches_those_who_ask_by_callback(
    service: RunningServer, path: str, code: str
) -> None:
    assert service.get(path).status_code >= 400
    answer = service.get(f"{path}&callback=done")
    assert answer.status_code == 200  # no browser runs a script of another status
    assert answer.headers["Content-Type"].startswith("application/javascript")
    assert answer.headers["Cache-Control"] == "no-store"
    content = json.loads(answer.text.removeprefix("/**/done(").removesuffix(");"))
    assert (content["status"], content["code"]) == ("error", code)
    assert content["message"]
    assert service.get(f"{path}&callback=alert(1)").status_code >= 400


def test_older_clients_ask_by_callback(service: RunningServer) -> None:
    answer = service.get("/reconcile?callback=jQuery1.done_2")
    assert answer.headers["Content-Type"].startswith("application/javascript")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.text.startswith("/**/jQuery1.done_2({")
    assert service.get("/reconcile?callback=alert(1)//").status_code == 400


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"queries": "{"}, 400),
        ({"queries": "[]"}, 400),
        ({"queries": json.dumps({f"q{number}": {"query": "x"} for number in range(201)})}, 413),
        ({"extend": "7"}, 400),
        ({"extend": '{"ids": [], "properties": 7}'}, 400),
        ({"extend": '{"ids": [], "properties": true}'}, 400),
        ({"extend": '{"ids": "x", "properties": []}'}, 400),
        ({"extend": '{"ids": [], "properties": [{"id": "colour"}]}'}, 404),
        ({"queries": "[" * 50_000}, 400),
    ],
    ids=["cut", "list", "many", "number", "properties", "true", "ids", "property", "deep"],
)
def test_what_cannot_be_read_is_answered_in_a_sentence(
    service: RunningServer, fields: dict[str, str], status: int
) -> None:
    answer = service.client.post("/reconcile", data=fields)
    assert answer.status_code == status
    assert answer.json()["status"] == "error"
    assert answer.json()["message"]


def test_a_thing_that_is_not_there_has_no_preview(service: RunningServer) -> None:
    assert service.get("/reconcile/preview?id=nothing").status_code == 404


def test_a_name_of_several_things_matches_none_of_them(index: ThingIndex) -> None:
    shared = [name for name, things in index.by_name.items() if len(things) > 1]
    assert shared
    for name in shared:
        owners = [each for each in find_candidates(index, NameQuery(name)) if each.score >= 99]
        assert len(owners) > 1
        assert not any(each.is_match for each in owners)
        assert all("things have this name" in each.reason for each in owners)


def test_the_same_words_in_another_order_are_alike_and_no_more(index: ThingIndex) -> None:
    best = find_candidates(index, NameQuery("Justice of Ministry"))[0]
    assert best.thing.name == "Ministry of Justice"
    assert best.score < 99
    assert not best.is_match


@given(st.data())
@settings(
    max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_every_name_finds_its_own_thing(index: ThingIndex, data: st.DataObject) -> None:
    thing = index.things[data.draw(st.sampled_from(sorted(index.things)))]
    name = data.draw(st.sampled_from((thing.name, *thing.other_names)))
    candidates = find_candidates(index, NameQuery(name, limit=50))
    mine = next(each for each in candidates if each.thing.id == thing.id)
    assert mine.score >= 99
    owners = [each for each in candidates if each.score >= 99]
    assert mine.is_match == (len(owners) == 1)


@given(st.text(max_size=60))
@settings(
    max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_whatever_is_typed_never_matches_by_likeness(index: ThingIndex, typed: str) -> None:
    for candidate in find_candidates(index, NameQuery(typed)):
        assert candidate.is_match == (candidate.score >= 99 and not candidate.reason)
