"""What a table says beside a name is compared with what the graph knows, and filters nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.joinedup.server.reconciliation_forms import match, post

if TYPE_CHECKING:
    from queries.reconciliation.thing_index import ThingIndex
    from tests.joinedup.server.running_server import RunningServer


def features(service: RunningServer, query: str, *cells: tuple[str, object]) -> dict[str, Any]:
    properties = [{"pid": name, "v": value} for name, value in cells]
    (answer,) = match(service, {"query": query, "limit": 1, "properties": properties})
    return {each["id"]: each["value"] for each in answer[0]["features"]}


def test_what_a_table_says_beside_a_name_is_compared(service: RunningServer) -> None:
    agreeing = features(
        service,
        "HM Treasury",
        ("abbreviation", "hmt"),
        ("govukSlug", "hm-treasury"),
        ("kind", ["agency", "Ministerial department"]),
    )
    assert agreeing == {"abbreviation": True, "govukSlug": True, "kind": True}
    for lead in ("MoJ", "ministry of justice", {"id": "organisation/ministry-of-justice"}):
        assert features(service, "BOLD", ("lead", lead)) == {"lead": True}
    differing = features(service, "BOLD", ("lead", "DfE"), ("kind", "a horse"))
    assert differing == {"lead": False, "kind": False}


def test_days_agree_as_exactly_as_both_are_known(service: RunningServer, index: ThingIndex) -> None:
    ended = next(each for each in index.things.values() if "ended" in each.description)
    request = {"ids": [ended.id], "properties": [{"id": "ended"}]}
    (value,) = post(service, extend=request).json()["rows"][ended.id]["ended"]
    day = next(iter(value.values()))
    for cell, agrees in (
        (day, True),
        (day[:4], True),
        ("1066", False),
        (1066, False),
        ("x", False),
    ):
        assert features(service, ended.id, ("ended", cell)) == {"ended": agrees}


def test_what_is_not_known_is_not_different_and_nothing_is_filtered(service: RunningServer) -> None:
    cells = [("ended", "1999"), ("colour", "red"), ("kind", None), ("lead", "")]
    assert features(service, "HM Treasury", *cells) == {}
    plain, with_cells = match(
        service,
        {"query": "Tresury"},
        {"query": "Tresury", "properties": [{"pid": "kind", "v": "programme"}]},
    )
    assert [(each["id"], each["score"]) for each in plain] == [
        (each["id"], each["score"]) for each in with_cells
    ]
    assert not any(each["match"] for each in with_cells)


@pytest.mark.parametrize(
    "properties", [7, "kind", [7], [{"v": 1}], [{"pid": 7}], [{"pid": "kind"}] * 21]
)
def test_properties_that_are_none_are_no_query(service: RunningServer, properties: object) -> None:
    answers = match(service, {"query": "DfE", "properties": properties}, {"query": "DfE"})
    assert answers[0] == []
    assert answers[1]
