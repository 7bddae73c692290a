"""Publications of Parliament's Committees API: what they say, in whichever form they are served."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records.publications import Publication
from loaders.interface.context import Context, Document
from loaders.sources.committee_publications.loader import accepts
from tests.made_publications import ANSWER, REPORT, Json
from tests.register_documents import claims_of, load_text


def load(*publications: Json | str) -> Context:
    lines = (each if isinstance(each, str) else json.dumps(each) for each in publications)
    return load_text("committee_publications", "\n".join(lines), "given.jsonl")


def only(*publications: Json) -> Publication:
    context = load(*publications)
    (publication,) = claims_of(context, Publication)
    return publication


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(REPORT),
        json.dumps(REPORT, indent=2),
        json.dumps([REPORT, ANSWER]),
        json.dumps({"items": [REPORT, ANSWER], "totalResults": 2}),
        json.dumps({"totalResults": None, "items": [REPORT, ANSWER]}, indent=1),
        f"{json.dumps(REPORT)}\n\n{json.dumps(ANSWER)}\n",
        f"\ufeff{json.dumps(REPORT)}\r\n{json.dumps(ANSWER)}",
    ],
)
def test_each_form_of_a_file_gives_the_same_publications(text: str) -> None:
    context = load(text)
    known = {each.number: each for each in claims_of(context, Publication)}
    assert accepts(Document("x", text, ".json"))
    assert known["51001"] == only(REPORT)
    assert known.get("51440", only(ANSWER)) == only(ANSWER)
    assert context.issues == []


def test_what_the_api_says_of_a_report() -> None:
    publication = only(REPORT)
    assert publication.report is not None
    assert publication.report.key == ("hc", "2022-23", "HC 1207")
    assert publication.report.published == date(2023, 11, 8)
    assert publication.report.ordinal == "Seventh Report"
    assert publication.response_due == date(2024, 1, 8)
    assert [each.title for each in publication.inquiries] == ["Reeds and rushes"]


@pytest.mark.parametrize(
    "other",
    [
        {"hcNumber": {"number": 1207, "sessionDescription": "Session 2022–23"}},
        {"hcNumber": {"number": "HC 1207", "sessionDescription": "2022-2023"}},
        {"hcNumber": {"number": " 1207 ", "sessionDescription": "2022/23", "sessionId": None}},
        {"respondingDepartment": "Ministry of Ponds"},
        {"respondingDepartment": {"id": 91, "name": "Ministry of  Ponds"}},
        {"id": "51001"},
        {"type": "Report"},
        {"type": {"id": 1, "name": None}},
        {"type": 1},
        {"committee": "Marsh and Fen Committee"},
        {"committee": {"name": "Marsh and Fen Committee"}},
        {"publicationStartDate": "2023-11-08"},
        {"description": "7th Report: Reeds and rushes in public care"},
        {"businesses": {"id": 7001, "title": "Reeds and rushes"}},
        {"governmentResponses": {"responseDeadline": "2024-01-08T23:59:59Z"}},
        {"governmentResponses": [{"publication": None, "responseDeadline": "2024-01-08"}]},
        {"responseToPublicationId": None, "documents": None, "hlPaper": None},
    ],
    ids=json.dumps,
)
def test_other_forms_of_a_field_say_the_same(other: Json) -> None:
    changed, plain = only({**REPORT, **other}), only(REPORT)
    assert changed.report is not None
    assert plain.report is not None
    assert changed.report.key == plain.report.key
    assert (changed.report.title, changed.report.committee, changed.report.published) == (
        plain.report.title, plain.report.committee, plain.report.published,
    )  # fmt: skip
    assert changed.report.ordinal in {"Seventh Report", "7th Report"}
    assert (changed.awaited_from, changed.response_due) == (plain.awaited_from, plain.response_due)
    assert changed.inquiries == plain.inquiries


@pytest.mark.parametrize("name", sorted(REPORT))
def test_a_field_that_is_null_or_missing_takes_nothing_else_away(name: str) -> None:
    without = {key: value for key, value in REPORT.items() if key != name}
    for context in (load({**REPORT, name: None}), load(without)):
        if name == "id":
            assert "no id" in context.issues[0].problem
            continue
        (publication,) = claims_of(context, Publication)
        assert publication.number == "51001"
        assert context.issues == []


@pytest.mark.parametrize("value", [7, "7", {"name": 7}, {"name": "-"}])
def test_a_number_is_no_department(value: object) -> None:
    context = load({**REPORT, "respondingDepartment": value})
    (publication,) = claims_of(context, Publication)
    assert publication.awaited_from is None
    assert "not a name" in " ".join(issue.problem for issue in context.issues)


def test_an_answer_says_which_publication_it_answers() -> None:
    for link in ({}, {"responseToPublicationId": None, "response_to_publication_id": "51001"}):
        (response,) = only({**ANSWER, **link}).responses
        assert response.key == ("special-report", "2022-23", "HC 1311", "Ministry of Ponds")
        assert [report.publication for report in response.reports] == ["51001"]


def test_answers_that_stand_within_their_report_are_read() -> None:
    inside = {**ANSWER, "responseToPublicationId": None}
    report = {**REPORT, "governmentResponses": {"publication": [inside, None, {"id": 5}]}}
    described, answer = claims_of(load(report), Publication)
    assert described.answers == ("51440", "5")
    assert answer.responses[0].reports[0].publication == "51001"


def test_a_special_report_that_answers_nothing_is_a_report() -> None:
    publication = only(
        {**ANSWER, "description": "First Special Report - Access", "responseToPublicationId": None}
    )
    assert publication.report is not None
    assert publication.report.ordinal == "First Special Report"


def test_what_is_neither_report_nor_answer_is_said_to_be_left_out() -> None:
    context = load({**REPORT, "type": {"id": 3, "name": "Oral evidence"}})
    assert context.records == []
    assert "neither a report nor an answer" in context.issues[0].problem.lower()
    assert not context.issues[0].lost


def test_a_bad_line_is_listed_and_the_others_load() -> None:
    context = load(REPORT, '{"id": 1, "descr', "7", "null", '{"id": true}', ANSWER)
    assert [each.number for each in claims_of(context, Publication)] == ["51001", "51440"]
    places = [issue.location for issue in context.issues]
    assert places == [f"given.jsonl line {line}" for line in (2, 3, 4, 5)]


def test_a_page_of_a_longer_list_says_how_much_is_missing() -> None:
    context = load(json.dumps({"items": [REPORT], "totalResults": 31}))
    assert "30 of its publications are not in this file" in context.issues[0].problem


@pytest.mark.parametrize(
    "text",
    [
        "", "{}", "[]", "{", "[1]", "null", "7", '"id description hcNumber"',
        '{"id": 1, "title": "A business", "type": {}, "openDate": null}',
        '{"items": [{"id": 1, "name": "A committee"}], "totalResults": 1}',
        '{"items": 3}', "[" * 100_000, '{"items":' * 50_000, '{"id":' * 50_000,
        "Publications: id, description, hcNumber",
    ],
    ids=lambda text: text[:40],
)  # fmt: skip
def test_other_json_is_not_taken(text: str) -> None:
    assert not accepts(Document("x", text, ".json"))


_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**400, -1, 0])
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(["2023-13-45", "0000-00-00T", "HC", "\x00\x1b[31m", "x" * 30_000, "１２３"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*REPORT, *REPORT["governmentResponses"], "name", "number", "title"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


def _mutated(draw: st.DrawFn, value: Any) -> Any:  # noqa: ANN401 - any JSON
    if draw(st.integers(0, 5)) == 0:
        return draw(_VALUES)
    if isinstance(value, dict):
        return {key: _mutated(draw, each) for key, each in value.items()}
    if isinstance(value, list):
        return [_mutated(draw, each) for each in value]
    return value


@st.composite
def _publications(draw: st.DrawFn) -> Json:
    changed = _mutated(draw, draw(st.sampled_from([REPORT, ANSWER])))
    return changed if isinstance(changed, dict) else {"id": changed}


@settings(max_examples=300, deadline=None)
@given(_publications())
def test_whatever_stands_in_a_field_nothing_breaks(publication: Json) -> None:
    context = load(publication, REPORT)
    assert only(REPORT) in claims_of(context, Publication)
    assert not any("fault in joinedup" in issue.problem for issue in context.issues)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2500), st.sampled_from(["", "}", "[", "\ud800", "\x00", "9" * 5000]))
def test_a_file_that_is_cut_or_damaged_is_listed(place: int, put: str) -> None:
    text = json.dumps({"items": [REPORT, ANSWER], "totalResults": 2})
    damaged = text[:place] + put
    if accepts(Document("x", damaged, ".json")):
        context = load(damaged)
        assert context.records or context.issues
        assert not any("fault in joinedup" in issue.problem for issue in context.issues)
