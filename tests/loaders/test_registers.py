from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records.authorities import Initiative, Organisation
from loaders.interface.context import Document
from ontology.namespaces import INITIATIVE_KIND, ORGANISATION_KIND
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

REGISTERS = ("organisations", "initiatives")
BODIES = {body.key: body for body in claims_of(load_bundled("organisations"), Organisation)}
UNDERTAKINGS = {each.key: each for each in claims_of(load_bundled("initiatives"), Initiative)}
ROWS: list[Organisation | Initiative] = [*BODIES.values(), *UNDERTAKINGS.values()]


@pytest.mark.parametrize("source", REGISTERS)
def test_the_bundled_register_loads_whole_and_without_a_remark(source: str) -> None:
    context = load_bundled(source)
    assert context.issues == []
    assert len(context.records) == describe(source).expected
    assert len(context.records) == len(bundled_text(source).splitlines()) - 1


def test_a_record_knows_its_line_and_the_digest_of_its_characters() -> None:
    first, second = load_case("initiatives", "initiatives-faulty.csv").records
    assert first.origin.location == "initiatives-faulty.csv line 2"
    assert second.origin.location == "initiatives-faulty.csv line 5"
    assert first.origin.sha256 != second.origin.sha256


def test_every_id_that_a_row_names_has_a_row() -> None:
    bodies = {
        key
        for body in BODIES.values()
        for key in (*body.parents, *body.predecessors, *body.successors)
    }
    for each in UNDERTAKINGS.values():
        bodies |= {*each.leads, *each.partners, *each.funders, *each.part_of_bodies}
    assert bodies <= BODIES.keys()
    assert {key for each in UNDERTAKINGS.values() for key in each.part_of} <= UNDERTAKINGS.keys()


def test_every_kind_is_a_concept_of_its_scheme() -> None:
    assert all(body.kind in ORGANISATION_KIND for body in BODIES.values())
    assert all(each.kind in INITIATIVE_KIND for each in UNDERTAKINGS.values())


@pytest.mark.parametrize(
    ("department", "start", "end"),
    [
        ("department-for-levelling-up-housing-and-communities", "2021-09", "2024-07-10"),
        ("department-of-health", "1988-07", "2018-01"),
        ("department-of-health-and-social-care", "2018-01", None),
        ("department-for-business-energy-and-industrial-strategy", "2016-07-14", "2023-02-07"),
        ("department-for-science-innovation-and-technology", "2023-02-07", None),
    ],
)
def test_the_dates_that_tell_one_department_from_the_next(
    department: str, start: str, end: str | None
) -> None:
    body = BODIES[department]
    assert (str(body.start), body.end and str(body.end)) == (start, end)


def test_the_two_housing_departments_follow_each_other() -> None:
    before, after = (
        BODIES["ministry-of-housing-communities-local-government"],
        BODIES["department-for-levelling-up-housing-and-communities"],
    )
    assert after.key in before.successors
    assert after.key in before.predecessors
    assert before.key in after.successors
    assert before.key in after.predecessors


def test_names_too_general_to_stand_alone_are_kept_apart_from_the_others() -> None:
    assert "data strategy" in UNDERTAKINGS["childrens-social-care-data-strategy"].context_names
    assert "common identifier" in UNDERTAKINGS["unique-child-identifier"].context_names
    for row in ROWS:
        assert not {*row.context_names} & {*row.other_names, *row.abbreviations}


def test_no_name_holds_a_stray_space_or_a_straight_apostrophe() -> None:
    for row in ROWS:
        for name in (row.name, *row.abbreviations, *row.other_names, *row.context_names):
            assert name == " ".join(name.split())
            assert "'" not in name


def test_each_faulty_row_says_what_to_do_and_the_good_rows_load() -> None:
    context = load_case("organisations", "organisations-faulty.csv")
    assert [body.key for body in claims_of(context, Organisation)] == [
        "home-office",
        "national-crime-agency",
    ]
    expected = {
        3: "the row has no id; fill it in",
        4: "the row has no name; fill it in",
        5: "id 'home-office' stands already on line 2",
        6: "must be lower-case letters, digits and single hyphens",
        7: "kind 'secret-service' is unknown; use one of arm-length, executive-agency",
        8: "'April 2013' is not a date; write it as 2024, 2024-03 or 2024-03-31",
        9: "'2008-13' is not a date",
        10: "the row ends on 2009 before it starts on 2010-04; correct one of them",
        11: "the row has 10 cells where the first line names 9 columns; quote cells",
        12: "the row is not valid CSV",
        13: "the row has 2 cells where the first line names 9 columns",
    }
    lost = [issue for issue in context.issues if issue.lost]
    assert len(lost) == len(expected)
    for issue, (line, words) in zip(lost, expected.items(), strict=True):
        assert issue.location == f"organisations-faulty.csv line {line}"
        assert words in issue.problem


def test_what_cannot_be_placed_is_noted_and_nothing_is_lost_for_it() -> None:
    context = load_case("organisations", "organisations-faulty.csv")
    column, stray = [issue.problem for issue in context.issues if not issue.lost]
    assert "column 'colour' is unknown and was not read" in column
    assert "parent 'the-interior' has no row in this file" in stray
    assert claims_of(context, Organisation)[1].parents == ("the-interior",)


def test_faulty_initiatives_say_what_to_do() -> None:
    context = load_case("initiatives", "initiatives-faulty.csv")
    assert [each.key for each in claims_of(context, Initiative)] == ["data-first", "splink"]
    kind, address, stray = [issue.problem for issue in context.issues]
    assert "kind 'wish' is unknown; use one of board, data-linkage" in kind
    assert "homepage 'www.adruk.org' is not a web address" in address
    assert "part_of 'no-such-programme' has no row in this file" in stray


def test_a_table_without_the_needed_columns_is_refused_once() -> None:
    context = load_text("organisations", "id,govuk_slug\na,b\nc,d\n")
    assert [issue.problem for issue in context.issues] == [
        "the first line names no column name, kind; add it"
    ]


def test_a_column_that_stands_twice_is_noted() -> None:
    context = load_text("organisations", "id,name,kind,kind\na,A,other,local\n")
    (issue,) = context.issues
    assert "column 'kind' occurs twice" in issue.problem
    assert claims_of(context, Organisation)[0].kind == "local"


def test_each_register_claims_its_own_file_only() -> None:
    for source in REGISTERS:
        accepts = import_module(f"loaders.sources.{source}.loader").accepts
        for other in (*REGISTERS, "finding_facts"):
            assert accepts(Document("given", bundled_text(other))) is (source == other)
        assert not accepts(Document("given", ""))
        assert not accepts(Document("given", '"never closed'))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_any_line_end_make_no_difference(ending: str) -> None:
    text = "\ufeff" + bundled_text("organisations").replace("\n", ending)
    assert said(load_text("organisations", text)) == said(load_bundled("organisations"))


@pytest.mark.parametrize("source", REGISTERS)
@settings(max_examples=10)
@given(random=st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(source: str, random: Random) -> None:
    first, *rows = bundled_text(source).splitlines(keepends=True)
    random.shuffle(rows)
    context = load_text(source, first + "".join(rows))
    assert said(context) == said(load_bundled(source))
    assert context.issues == []


@settings(max_examples=50)
@given(st.text())
def test_no_row_makes_the_loader_fail_or_goes_unreported(line: str) -> None:
    context = load_text("organisations", "id,name,kind\n" + line)
    rows = [each for each in line.replace("\r", "\n").split("\n") if each.strip()]
    assert len(context.records) + len(context.issues) == len(rows)
