"""Whom a committee asks to act, and who is only spoken of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records.cleaned_text import CleanedText
from graph.records.findings import Voice
from loaders.names.addressees import ASKED
from loaders.names.known_bodies import BodiesBeside
from tests.names_registers import recogniser

HOME, CABINET, DWP = "home-office", "cabinet-office", "department-for-work-pensions"


def addressees(text: str, *bodies: str) -> list[str]:
    """Keys of the organisations that a committee's text asks to act, in order."""
    [names] = recogniser().recognise_document(
        [CleanedText(text)], voices=[Voice.COMMITTEE], beside=[BodiesBeside(bodies)]
    )
    return [mention.entity[1] for mention in names.mentions if mention.role == ASKED]


OUGHT = ["should", "must", "needs to", "ought to", "should also", "should now", "must urgently"]
ACTS = ["publish a plan", "have a plan", "be prepared to act", "write to schools by May 2025"]
BETWEEN = ["", ", within six months,", " (and others)", ", working with the Cabinet Office,"]
LEADS = ["", "Data are poor. ", "Recommendation: ", "By spring, ", "Recommendation 4a: "]


@given(*map(st.sampled_from, (LEADS, OUGHT, ACTS, BETWEEN)))
def test_the_subject_of_a_request_is_asked(lead: str, ought: str, act: str, between: str) -> None:
    assert addressees(f"{lead}The Home Office{between} {ought} {act}.") == [HOME]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("We recommend that the Home Office publish a plan.", [HOME]),
        ("We therefore recommend that, by May, the Home Office publishes a plan.", [HOME]),
        ("We urge the Home Office, the Cabinet Office and DWP to act.", [HOME, CABINET, DWP]),
        ("The Cabinet Office and the Home Office should act.", [CABINET, HOME]),
        ("We call on the Home Office to write.", [HOME]),
        ("We invite the Cabinet Office to say how.", [CABINET]),
        ("We expect DWP to report each year.", [DWP]),
        ("Recommendation 4a: Cabinet Office and Home Office to set aims.", [CABINET, HOME]),
        ("DWP is liked, yet must mend its data.", [DWP]),
        ("The Ministry of Justice has failed. The Department must write.", ["ministry-of-justice"]),
        ("It is vital that the Home Office publishes its data.", [HOME]),
        ("Should DWP fail, the Cabinet Office must step in.", [CABINET]),
        ("By spring 2025 at the latest, DWP should write to us.", [DWP]),
        ("The Home Office should lead, and DWP should pay.", [HOME, DWP]),
        ("We ask the Home Office to say what the Cabinet Office did.", [HOME]),
        ("We ask that the Home Office tells us why.", [HOME]),
        ("We therefore expect that, by May, DWP and the Home Office publish it.", [DWP, HOME]),
        ("We repeat our recommendation that DWP count its forms.", [DWP]),
        ("We press the Home Office to answer its letters.", [HOME]),
        ("We would like to see the Cabinet Office publish its list.", [CABINET]),
        ("It is not for the Cabinet Office to say; it is for the Home Office to say.", [HOME]),
        ("It is not for the Home Office to judge; rather, DWP must.", [DWP]),
        ("It is for the Home Office to say who pays.", [HOME]),
        ("The onus is now on DWP to mend its data.", [DWP]),
        ("A list of depots should be published by the Home Office.", [HOME]),
        ("The role of DWP must also be made plain, each year, by the Cabinet Office.", [CABINET]),
        ("Guidance should be issued jointly by the Home Office and DWP.", [HOME, DWP]),
        ("DWP should be asked by the Home Office to write.", [HOME]),
        ("DWP should be asked to write.", [DWP]),
        ("DWP, which owns the data, should share it.", [DWP]),
        ("We recommend that DWP and, where needed, the Home Office publish it.", [DWP, HOME]),
        ("Our recommendation is that the Home Office print the form.", [HOME]),
        ("It would be right for DWP to say sorry.", [DWP]),
        ("Only then should the Home Office sell the yard.", [HOME]),
        ("Any fee must first be agreed with schools by DWP.", [DWP]),
        ("We would urge DWP to act.", [DWP]),
        ("Neither the Home Office nor DWP should charge for this.", [HOME, DWP]),
    ],
)
def test_every_body_that_is_asked_is_named(text: str, keys: list[str]) -> None:
    assert addressees(text) == keys


@pytest.mark.parametrize(
    "text",
    [
        "Witnesses told us that the Home Office should act.",
        "Ms Reed said the Cabinet Office must write.",
        "The Home Office’s plan should be clear.",
        "The Home Office should be abolished.",
        "The Home Office should be given more staff.",
        "The Home Office should have acted in 2010.",
        "The Home Office should never have been asked. It was.",
        "It is unclear whether the Home Office should act.",
        "The role of the Cabinet Office must be clear.",
        "Schools must write to DWP each year.",
        "Nobody knows if DWP must pay.",
        "The head of the Home Office should go.",
        "The Home Office has a plan. Schools should follow it.",
        "The Home Office knows that schools should act.",
        "DWP pays, and schools should thank it.",
        "People should be told what DWP does.",
        "We heard that DWP must change.",
        "The data that DWP holds should be shared.",
        "The NAO recommended that the Home Office should act.",
        "Each department, including the Home Office, should act.",
        "Ministers at the Home Office should act.",
        "A review of the Home Office should be held.",
        "The Home Office and we agree that schools should act.",
        "The Home Office should not be sold.",
        "The Home Office must never again be left alone.",
        "We ask that schools write to the Home Office.",
        "We saw that the Home Office publishes a list.",
        "The plan should be informed by the Home Office’s review.",
        "Schools should be guided by DWP.",
        "Letters to schools are written by the Home Office.",
        "The steps taken by the Home Office should be published by schools.",
        "Forms should be sent back within a week of being read by DWP.",
        "The Government rejected our recommendation that DWP count its forms.",
        "It is for schools to say what the Home Office is to them.",
        "Schools should be told what was done by DWP.",
        "A court ruled that the Home Office must release the files.",
        "The Home Office must be properly funded.",
        "Schools should require DWP to publish its plan.",
    ],
)
def test_who_is_only_spoken_of_is_not_asked(text: str) -> None:
    assert addressees(text) == []


def test_the_governments_words_ask_nobody() -> None:
    [names] = recogniser().recognise_document(
        [CleanedText("The Home Office should act.")], voices=[Voice.GOVERNMENT]
    )
    assert all(mention.role is None for mention in names.mentions)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The Department should gather these figures.", [DWP]),
        ("DWP has data. The Department should share them.", [DWP]),
        ("The Ministry of Justice has data. The Department should share them.", []),
        ("The Board should gather these figures.", []),
    ],
)
def test_the_department_is_the_one_that_stands_beside_the_text(text: str, keys: list[str]) -> None:
    assert addressees(text, DWP) == keys


def test_two_departments_beside_the_text_leave_it_open() -> None:
    assert addressees("The Department should gather these figures.", DWP, HOME) == [DWP]
    assert addressees("The Department should act.", DWP, "department-for-education") == []
    assert addressees("The Department should act.", HOME) == [HOME]
