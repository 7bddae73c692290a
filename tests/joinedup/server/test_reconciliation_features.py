"""What a table says beside a name is compared with what the graph knows, and filters nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.joinedup.server.reconciliation_forms import match, post

if TYPE_CHECKING:
    from queries.reconciliation.thing_index import ThingIndex
    from tests.joinedup.server.running_server import RunningServer


def features(service: RunningServer, query: str, *told: tuple[str, object]) -> dict[str, Any]:
    properties = [{"pid": name, "v": value} for name, value in told]
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
    for told, agrees in (
        (day, True),
        (day[:4], True),
        ("1066", False),
        (1066, False),
        ("x", False),
    ):
        assert features(service, ended.id, ("ended", told)) == {"ended": agrees}


def test_what_is_not_known_is_not_different_and_nothing_is_filtered(service: RunningServer) -> None:
    told = [("ended", "1999"), ("colour", "red"), ("kind", None), ("lead", "")]
    assert features(service, "HM Treasury", *told) == {}
    plain, asked = match(
        service,
        {"query": "Tresury"},
        {"query": "Tresury", "properties": [{"pid": "kind", "v": "programme"}]},
    )
    assert [(each["id"], each["score"]) for each in plain] == [
        (each["id"], each["score"]) for each in asked
    ]
    assert not any(each["match"] for each in asked)


@pytest.mark.parametrize("told", [7, "kind", [7], [{"v": 1}], [{"pid": 7}], [{"pid": "kind"}] * 21])
def test_properties_that_are_none_are_no_query(service: RunningServer, told: object) -> None:
    answers = match(service, {"query": "DfE", "properties": told}, {"query": "DfE"})
    assert answers[0] == []
    assert answers[1]
