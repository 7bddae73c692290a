"""Ministers who are named by their office stand for the department that the office leads."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.names.mention_rules import MINISTER_OFFICE
from tests.loaders.test_addressees import addressees
from tests.names_registers import recognise

OFFICES = {
    "Home Secretary": "home-office",
    "Lord Chancellor": "ministry-of-justice",
    "Chancellor of the Exchequer": "hm-treasury",
    "Chief Secretary to the Treasury": "hm-treasury",
    "Attorney General": "attorney-generals-office",
    "Secretary of State for Education": "department-for-education",
    "Secretary of State for Health and Social Care": "department-of-health-and-social-care",
    "Secretary of State for Environment, Food and Rural Affairs": (
        "department-for-environment-food-rural-affairs"
    ),
    "Secretary of State for the Home Department": "home-office",
    "Secretary of State for Wales": "wales-office",
    "Minister for the Cabinet Office": "cabinet-office",
    "Justice Secretary": "ministry-of-justice",
    "Defence Secretary": "ministry-of-defence",
    "Work and Pensions Secretary": "department-for-work-pensions",
    "Environment Secretary": "department-for-environment-food-rural-affairs",
    "Transport Secretary": "department-for-transport",
}


def read(text: str, day: date | None = None) -> list[tuple[str, str]]:
    return [
        (text[mention.start : mention.end], mention.entity[1])
        for mention in recognise(text, day).mentions
        if mention.rule == MINISTER_OFFICE
    ]


@given(
    st.sampled_from(sorted(OFFICES)),
    st.sampled_from(["The {} should act.", "We urge the {} to act.", "It is for the {} to act."]),
)
def test_a_minister_is_asked_for_the_department(office: str, form: str) -> None:
    text = form.format(office)
    assert read(text) == [(office, OFFICES[office])]
    assert addressees(text) == [OFFICES[office]]


def test_the_name_inside_an_office_is_nested() -> None:
    mentions = recognise("The Chief Secretary to the Treasury wrote.").mentions
    assert [mention.nested for mention in mentions] == [False, True]


def test_an_office_is_of_the_department_of_its_day() -> None:
    text = "The Secretary of State for Health and Social Care should act."
    assert read(text, date(2020, 1, 1))
    assert read(text, date(2010, 1, 1)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Minister for Schools should act.",
        "The Prime Minister should act.",
        "The Shadow Home Secretary should act.",
        "The shadow Secretary of State for Education should act.",
        "The Shadow Chancellor of the Exchequer should act.",
        "The Health Secretary should act.",
        "The Secretary of State for Ponds should act.",
        "The Attorney General for Northern Ireland should act.",
        "His secretary of state for education acted.",
    ],
)
def test_other_ministers_stand_for_no_department(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2015, 5, 1), "department-of-health"),
        (date(2021, 5, 1), "department-of-health-and-social-care"),
    ],
)
def test_an_office_whose_department_changed_is_told_by_the_day(day: date, key: str) -> None:
    assert read("The Health Secretary should act.", day) == [("Health Secretary", key)]


def test_ministers_in_a_list_are_asked_together() -> None:
    text = "The Home Secretary, the Justice Secretary and the Attorney General should act."
    assert addressees(text) == ["home-office", "ministry-of-justice", "attorney-generals-office"]
