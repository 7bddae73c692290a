"""What "the Department" means where the text itself does not name it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import joinedup
from graph.records.cleaned_text import CleanedText
from loaders.names.known_bodies import BodiesBeside, KnownBodies
from loaders.names.mention_rules import (
    COMMITTEE_REMIT,
    REPORT_RESPONDENT,
    RESPONSIBLE_DEPARTMENT,
)
from tests.loaders.test_identity_in_graph import rows
from tests.loaders.test_one_report_in_five_papers import PAPERS
from tests.names_registers import recogniser

if TYPE_CHECKING:
    from pathlib import Path

ASKS = "The Department should count its forms."
DFT, MHCLG, DLUHC = (
    "department-for-transport",
    "ministry-of-housing-communities-local-government",
    "department-for-levelling-up-housing-and-communities",
)


def meant(text: str, *hints: KnownBodies) -> tuple[list[tuple[str, str]], int]:
    """What expressions in a text mean, each with the rule, and how many are left open."""
    beside = [BodiesBeside(hints=hints)] if hints else []
    [names] = recogniser().recognise_document([CleanedText(text)], beside=beside)
    resolved = [
        (mention.entity[1], mention.rule)
        for mention in names.mentions
        if mention.pattern == "the department"
    ]
    return resolved, len(names.unresolved)


def remit(*keys: str) -> KnownBodies:
    return KnownBodies(COMMITTEE_REMIT, 0.75, keys, by_name=True)


def test_nothing_known_leaves_it_open() -> None:
    assert meant(ASKS) == ([], 1)


def test_the_one_department_of_a_committee_is_meant() -> None:
    assert meant(ASKS, remit(DFT)) == ([(DFT, COMMITTEE_REMIT)], 0)


@pytest.mark.parametrize(
    ("before", "keys"),
    [
        ("The Department for Education has a plan. DWP has none. ", (DFT,)),
        ("The Home Office has a plan. The Department for Education has none. ", (DFT,)),
        ("The Ministry of Justice shares data. ", (DFT,)),
        ("The Secretary of State for Health should reply. ", (DFT,)),
        ("HMRC and the Ministry of Justice share data. ", (DFT,)),
        ("", (MHCLG, DLUHC)),
        ("", ("home-office",)),
        ("", ("department-for-international-development", "foreign-commonwealth-office")),
    ],
)
def test_it_stays_open_where_several_are_possible(before: str, keys: tuple[str, ...]) -> None:
    assert meant(before + ASKS, remit(*keys)) == ([], 1)


def test_who_answers_the_report_comes_before_the_remit() -> None:
    respondent = KnownBodies(REPORT_RESPONDENT, 0.8, ("home-office",))
    assert meant(ASKS, respondent, remit(DFT)) == ([("home-office", REPORT_RESPONDENT)], 0)


def test_several_that_answer_the_report_leave_it_open() -> None:
    respondents = KnownBodies(REPORT_RESPONDENT, 0.8, ("home-office", DFT))
    assert meant(ASKS, respondents, remit(DFT)) == ([], 1)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("HMCTS is slow. The Department should help.", "ministry-of-justice"),
        ("Universal Credit is late. The Department knows.", "department-for-work-pensions"),
        ("The Department and Ofsted differ.", "department-for-education"),
    ],
)
def test_the_one_department_behind_what_is_named_is_meant(text: str, key: str) -> None:
    assert meant(text) == ([(key, RESPONSIBLE_DEPARTMENT)], 0)


@pytest.mark.parametrize(
    "text",
    [
        "The Department should ask the Department for Education about Universal Credit.",
        "HMCTS and Ofsted are slow. The Department should help.",
        "The Crown Prosecution Service is slow. The Department should help.",
        "The Home Office and HMCTS are slow. The Department should help.",
    ],
)
def test_two_departments_behind_what_is_named_leave_it_open(text: str) -> None:
    assert meant(text) == ([], 1)


@pytest.mark.parametrize(
    ("committee", "day", "keys"),
    [
        ("Transport Committee", None, (DFT,)),
        ("House of Commons Transport Committee", None, (DFT,)),
        ("Housing, Communities and Local Government Committee", date(2019, 5, 1), (MHCLG,)),
        ("Housing, Communities and Local Government Committee", date(2021, 10, 1), (DLUHC,)),
        ("Public Accounts Committee", None, ()),
        ("A Committee of No Register", None, ()),
        (None, None, ()),
    ],
)
def test_remits_hold_at_their_time(
    committee: str | None, day: date | None, keys: tuple[str, ...]
) -> None:
    assert recogniser().remits.departments(committee, day) == keys


_BY_RULE = """PREFIX oa: <http://www.w3.org/ns/oa#>
    PREFIX rule: <https://w3id.org/joinedup/scheme/rules#>
    SELECT ?body (COUNT(DISTINCT ?m) AS ?n)
    WHERE { ?m ju:rule rule:report-respondent ;
               oa:hasBody ?body } GROUP BY ?body"""
_OPEN = "SELECT ?e WHERE { ?e a ju:OpenExpression }"


def graph_of(folder: Path, *names: str) -> joinedup.Graph:
    for name in names:
        (folder / name).write_text(PAPERS[name], encoding="utf-8")
    return joinedup.build(*(str(folder / name) for name in names))


def test_a_minute_tells_what_a_page_of_its_report_means(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, "page.txt", "minute.txt")
    [(body, _)] = rows(graph, _BY_RULE)
    assert body == DLUHC
    assert rows(graph, _OPEN) == []


def test_a_page_alone_leaves_every_expression_open_and_says_so(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, "page.txt")
    assert rows(graph, _BY_RULE) == []
    assert len(rows(graph, _OPEN)) == len(("does not know", "should"))
    [count] = [row for row in graph.info().rows if "left open" in str(row[0])]
    assert count[1:3] == (2, 2)


@pytest.mark.parametrize(
    "text", ["The Secretary of State should act.", "The Minister should write to us."]
)
def test_a_minister_without_a_name_is_of_the_department(text: str) -> None:
    [names] = recogniser().recognise_document(
        [CleanedText(text)], beside=[BodiesBeside(hints=(remit(DFT),))]
    )
    assert [(mention.entity[1], mention.rule) for mention in names.mentions] == [
        (DFT, COMMITTEE_REMIT)
    ]


def test_a_minister_without_a_name_is_of_the_department_before() -> None:
    text = "The Ministry of Justice erred. The Secretary of State must act."
    [names] = recogniser().recognise_document([CleanedText(text)])
    last = names.mentions[-1]
    assert (last.entity[1], last.rule) == ("ministry-of-justice", "anaphor")


def test_a_minister_is_no_name_of_the_department_that_comes_before() -> None:
    assert meant("The Secretary of State for Education wrote. " + ASKS) == ([], 1)
    named_later = "The Education Secretary wrote. The Department for Education erred. " + ASKS
    assert meant(named_later) == ([("department-for-education", "anaphor")], 0)


def test_the_committee_that_names_its_own_department_means_it() -> None:
    assert meant("The Department for Transport erred. " + ASKS, remit(DFT)) == (
        [(DFT, "anaphor")],
        0,
    )
