from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identity import slug
from graph.records.authorities import Initiative, Organisation
from graph.records.findings import Basis, Curation, Finding, FindingKind, Position, Report, Voice
from graph.records.source_record import FindingRecord, parts_of
from loaders.interface.context import Context, Document
from loaders.sources.finding_facts.loader import accepts
from ontology.namespaces import DELIVERY, POSITION
from tests.register_documents import (
    bundled_text,
    claims_of,
    describe,
    load_bundled,
    load_case,
    load_text,
    said,
)

if TYPE_CHECKING:
    from random import Random

FACTS = load_bundled("finding_facts")
RECOMMENDATION_7 = ("report", "2022-23", "HC 730", "recommendation", "7")


def own_finding(context: Context, line: int) -> Finding:
    """The finding that the record of a line is about."""
    (record,) = (r for r in context.records if r.origin.location.endswith(f" line {line}"))
    assert isinstance(record.content, FindingRecord)
    return record.content.finding


def positions_on(key: tuple[str, ...]) -> set[tuple[str, str, str]]:
    found = [each for each in claims_of(FACTS, Position) if each.finding == key]
    return {(each.voice.value, each.concept, each.agent) for each in found}


def test_the_bundled_facts_load_whole_and_without_a_remark() -> None:
    assert FACTS.issues == []
    assert len(FACTS.records) == describe("finding_facts").expected == 196
    assert len(bundled_text("finding_facts").splitlines()) == 196


def test_every_finding_has_a_key_of_its_own() -> None:
    keys = [own_finding(FACTS, line).key for line in range(1, 197)]
    assert len(set(keys)) == 196
    assert {key[0] for key in keys} == {"accountability-index", "report", "facts"}


def test_every_id_that_a_fact_names_has_a_row_in_a_register() -> None:
    bodies = {body.key for body in claims_of(load_bundled("organisations"), Organisation)}
    undertakings = {each.key for each in claims_of(load_bundled("initiatives"), Initiative)}
    assert {key for each in claims_of(FACTS, Finding) for key in each.addressees} <= bodies
    for reading in claims_of(FACTS, Curation):
        assert {*reading.organisations} <= bodies
        assert {*reading.initiatives} <= undertakings
    said_by = {each.committee for each in claims_of(FACTS, Finding) if each.committee}
    assert {slug(name) for name in said_by} <= bodies


def test_the_national_audit_office_reports_and_is_no_committee() -> None:
    audited = [each for each in claims_of(FACTS, Finding) if each.committee is None]
    assert len(audited) == 7
    publishers = {each.report.publisher for each in audited if each.report}
    assert publishers == {"National Audit Office"}


def test_every_finding_stands_in_a_report_or_says_why_not() -> None:
    for finding in claims_of(FACTS, Finding):
        assert (finding.report is None) is (finding.why_no_report is not None)
    named: set[Report] = {each.report for each in claims_of(FACTS, Finding) if each.report}
    assert len({report.key for report in named}) == len(named)


def test_a_report_is_known_by_its_number_and_session() -> None:
    numbers = {each.report.key for each in claims_of(FACTS, Finding) if each.report}
    assert ("hc", "2021-22", "HC 643") in numbers
    assert ("hc", "2024-25", "HC 643") in numbers
    assert ("hl", "2021-22", "HL Paper 95") in numbers
    assert ("facts", "naofam") in numbers


def test_an_address_that_two_rows_share_is_the_page_of_one_of_them() -> None:
    page = ("accountability-index", "4", "13168")
    findings = {each.key: each for each in claims_of(FACTS, Finding)}
    assert findings[page].number == "24"
    assert findings[RECOMMENDATION_7].number == "7"
    addresses = [record.origin.address or "" for record in FACTS.records]
    assert sum(address.endswith("/recommendation/13168/") for address in addresses) == 2


def test_one_answer_shown_under_three_findings_is_one_position_of_the_government() -> None:
    assert positions_on(RECOMMENDATION_7) == {("government", "rejected", "hm-government")}
    for item in ("13168", "13152", "13170"):
        on_page = positions_on(("accountability-index", "4", item))
        assert on_page == {("tracker", "rejected", "accountability-index")}


def test_label_and_answer_of_one_finding_are_two_positions() -> None:
    assert positions_on(("accountability-index", "4", "15284")) == {
        ("tracker", "not-addressed", "accountability-index"),
        ("government", "accepted", "hm-government"),
    }


def test_a_decision_read_in_the_press_is_the_presss() -> None:
    key = ("report", "2023-24", "HC 197", "recommendation", "data-sharing-costs")
    assert positions_on(key) == {("tracker", "rejected", "civilserviceworld-com")}


def test_every_position_keeps_to_its_voice() -> None:
    agents = {"accountability-index", "hm-government"}
    for each in claims_of(FACTS, Position):
        assert each.concept in POSITION
        assert each.delivery is None or each.delivery in DELIVERY
        assert (each.voice is Voice.GOVERNMENT) is (each.basis is Basis.GOVERNMENT_WORDS)
        assert (each.as_stated is not None) is (each.basis is Basis.TRACKER_LABEL)
        assert (each.agent in agents) is (each.basis is not Basis.SECONDARY_REPORT)


def test_how_many_positions_rest_on_what() -> None:
    stated = claims_of(FACTS, Position)
    distinct = {(p.finding, p.concept, p.voice, p.agent, p.delivery) for p in stated}
    assert Counter(each.basis.value for each in stated) == {
        "tracker-label": 69,
        "government-words": 36,
        "secondary-report": 15,
    }
    assert Counter(voice.value for _, _, voice, _, _ in distinct) == {
        "tracker": 84,
        "government": 20,
    }


def test_a_label_with_a_delivery_status_keeps_both_and_its_words() -> None:
    found = {
        (each.as_stated, each.concept, each.delivery)
        for each in claims_of(FACTS, Position)
        if each.as_stated and " / " in each.as_stated
    }
    assert found == {
        ("Accepted / In progress", "accepted", "in-progress"),
        ("Accepted / Implemented", "accepted", "implemented"),
    }


def test_an_unknown_decision_is_no_position() -> None:
    contents = [record.content for record in FACTS.records]
    silent = [content for content in contents if len(list(parts_of(content))) == 2]
    assert len(silent) == 97
    assert all(isinstance(content, FindingRecord) and content.curation for content in silent)


def test_every_position_is_on_a_finding_that_the_facts_state() -> None:
    stated = {each.key for each in claims_of(FACTS, Finding)}
    assert {each.finding for each in claims_of(FACTS, Position)} <= stated


def test_an_answer_to_a_finding_without_a_row_names_that_finding() -> None:
    context = load_case("finding_facts", "findings-faulty.jsonl")
    content = context.records[1].content
    assert isinstance(content, FindingRecord)
    finding, answered, (label, decision) = content.finding, content.answered, content.positions
    key = ("facts", "unnamed", "recommendation", "2a")
    assert finding.key == ("accountability-index", "4", "18516")
    assert finding.why_no_report == (
        "the page names no report; what is known of it: a report of 2021"
    )
    assert (label.finding, label.delivery) == (finding.key, "in-progress")
    assert answered
    assert (answered.key, answered.kind) == (key, FindingKind.RECOMMENDATION)
    assert decision.finding == key


def test_each_faulty_line_says_what_to_do_and_the_good_lines_load() -> None:
    context = load_case("finding_facts", "findings-faulty.jsonl")
    assert [own_finding(context, line).number for line in (1, 18)] == ["7", None]
    assert len(context.records) == 2
    expected = {
        2: "the line is not JSON",
        3: "the line is not a JSON object; write one object on one line",
        4: "the row has no gist; fill it in",
        5: "the row has unknown keys: mood; known are report_key",
        6: "item_kind 'remark' is unknown; use one of recommendation, conclusion",
        7: "decision 'welcomed' is unknown; use one of accepted",
        8: "a decision rests on government-words or secondary-report",
        9: "describe a decision; give decision too",
        10: "site_label 'Welcomed' is unknown; it is made of Accepted",
        11: "publication_date '2023-02' is not a day; write it as 2024-03-01",
        12: "source_url 'example.org' is not a web address; it must begin with https://",
        13: "item is 8; write it as a text in quotation marks",
        14: "addressees is 'home-office'; write it as a list",
        15: "these keys occur twice: item; remove one of each",
        16: "the finding stands already on line 1; join them",
        17: "delivery 'begun' is unknown; use one of not-started, in-progress",
    }
    for issue, (line, words) in zip(context.issues, expected.items(), strict=True):
        assert issue.location == f"findings-faulty.jsonl line {line}"
        assert words in issue.problem
        assert issue.lost


@pytest.mark.parametrize("name", ["item_kind", "gist", "publication_date", "addressees", "\ud800"])
def test_half_a_character_never_makes_the_loader_fail(name: str) -> None:
    row = {"report_key": "a", "committee": "a", "item": "1", "item_kind": "conclusion"}
    row |= {"gist": "a", "source_url": "https://example.org/", name: "\ud800"}
    context = load_text("finding_facts", json.dumps(row))
    assert len(context.records) + len([issue for issue in context.issues if issue.lost]) == 1
    assert context.issues
    assert not any("fault in joinedup" in issue.problem for issue in context.issues)


def test_an_empty_text_stands_for_a_key_left_out() -> None:
    row = {"report_key": "a", "committee": "a", "item": "1", "item_kind": "conclusion"}
    row |= {"gist": "a", "source_url": "https://example.org/", "number": "", "publication_date": ""}
    context = load_text("finding_facts", json.dumps(row))
    assert context.issues == []
    assert own_finding(context, 1).number is None


def test_a_line_nested_without_end_is_refused() -> None:
    context = load_text("finding_facts", "[" * 200_000)
    assert [issue.lost for issue in context.issues] == [True]


def test_the_facts_are_told_from_other_files() -> None:
    assert accepts(Document("given", bundled_text("finding_facts")))
    assert accepts(Document("given", "\n" + bundled_text("finding_facts")))
    for other in ("organisations", "initiatives"):
        assert not accepts(Document("given", bundled_text(other)))
    assert not accepts(Document("given", json.dumps({"gist": "A gist."})))
    assert not accepts(Document("given", ""))


@settings(max_examples=10)
@given(st.randoms(use_true_random=False))
def test_the_order_of_lines_makes_no_difference(random: Random) -> None:
    lines = bundled_text("finding_facts").splitlines(keepends=True)
    random.shuffle(lines)
    assert said(load_text("finding_facts", "".join(lines))) == said(FACTS)


@settings(max_examples=50)
@given(st.recursive(st.none() | st.booleans() | st.text(), st.lists) | st.text())
def test_no_line_makes_the_loader_fail_or_goes_unreported(value: object) -> None:
    row = {"report_key": "a", "committee": value, "item": value, "own_page": value}
    context = load_text("finding_facts", json.dumps(row))
    assert len(context.records) + len(context.issues) == 1
