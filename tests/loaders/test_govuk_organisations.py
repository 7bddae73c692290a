"""Bodies of GOV.UK's organisations API are a register, beside the bundled one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import joinedup
from graph.partial_date import PartialDate
from graph.records.authorities import Organisation
from loaders.pipeline.build import build
from tests.made_govuk import body, encoded, link
from tests.register_documents import claims_of, load_text

if TYPE_CHECKING:
    from pathlib import Path

EGRETS = body(
    "egret-board", "Egret Board", "Other", closed_at="2019-03-31T00:00:00.000+00:00",
    superseding_organisations=[link("heron-agency")],
)  # fmt: skip
HERONS = body(
    "heron-agency", "Heron Agency", abbreviation="HERA",
    parent_organisations=[link("hm-treasury")], superseded_organisations=[link("egret-board")],
)  # fmt: skip
TREASURY = body("hm-treasury", "HM Treasury and more", "Ministerial department", abbreviation="HMT")


def bodies(value: object) -> dict[str, Organisation]:
    context = load_text("organisations", json.dumps(value), "organisations.json")
    return {each.key: each for each in claims_of(context, Organisation)}


@pytest.mark.parametrize(
    "value",
    [
        {"results": [EGRETS, HERONS], "total": 2, "next_page_url": None},
        [EGRETS, HERONS],
    ],
)
def test_predecessors_successors_parents_and_ends(value: object) -> None:
    known = bodies(value)
    assert known["egret-board"].successors == ("heron-agency",)
    assert known["egret-board"].end == PartialDate(2019, 3, 31)
    assert known["heron-agency"].predecessors == ("egret-board",)
    assert known["heron-agency"].parents == ("hm-treasury",)
    assert known["heron-agency"].kind == "executive-agency"
    assert known["heron-agency"].abbreviations == ("HERA",)


def test_one_body_alone_and_a_page_of_many() -> None:
    assert bodies(HERONS).keys() == {"heron-agency"}
    context = load_text("organisations", json.dumps({"results": [HERONS], "total": 1254}))
    assert "1,253 of its bodies are not in this file" in context.issues[0].problem


def test_the_row_of_the_bundled_register_stands() -> None:
    (treasury,) = bodies(TREASURY).values()
    assert (treasury.name, treasury.kind) == ("HM Treasury", "ministerial-department")
    assert treasury.abbreviations == ()
    (wales,) = bodies(body("office-of-the-secretary-of-state-for-wales", "Wales")).values()
    assert wales.key == "wales-office"


def test_a_short_abbreviation_counts_only_near_a_surer_name() -> None:
    (body_known,) = bodies(body("cat-office", "Cat Office", abbreviation="CO")).values()
    assert (body_known.abbreviations, body_known.context_names) == ((), ("CO",))


def test_texts_are_read_by_the_names_whatever_the_files_are_called(tmp_path: Path) -> None:
    row = (
        "Report,HC no,Session,No,Recommendation\nReeds,12,2022-23,1,The Egret Board and HMT pay.\n"
    )
    (tmp_path / "a.csv").write_text(row, encoding="utf-8")
    (tmp_path / "z.json").write_bytes(encoded({"results": [TREASURY, EGRETS, HERONS], "total": 3}))
    graph = joinedup.build(str(tmp_path))
    query = """PREFIX ju: <https://w3id.org/joinedup/ontology#>
        SELECT ?body WHERE { ?finding ju:concerns ?body }"""
    found = {str(row[0]).rpartition("/")[2] for row in graph.query(query).rows}
    assert found == {"egret-board", "hm-treasury"}


def test_a_bad_body_is_listed_and_the_others_load(tmp_path: Path) -> None:
    bad = [{"id": "x"}, {**HERONS, "title": ""}, {**HERONS, "title": "…"}, 7, None, []]
    value = {"results": [EGRETS, *bad], "total": "many"}
    (tmp_path / "in.json").write_bytes(encoded(value))
    report = build([str(tmp_path / "in.json")], tmp_path / "store")
    assert report.records["organisations"] == 394
    assert len([issue for issue in report.issues if issue.lost]) == len(bad)


_ANY: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.just(link("a")["id"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "web_url", "slug", "closed_at"]), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from([*HERONS, "details"]), _ANY, max_size=4))
def test_whatever_stands_in_a_body_nothing_breaks(other: dict[str, Any]) -> None:
    context = load_text("organisations", json.dumps([EGRETS, {**HERONS, **other}]))
    assert any(each.key == "egret-board" for each in claims_of(context, Organisation))
    assert not any("fault in joinedup" in issue.problem for issue in context.issues)
