"""Who answers in a response whose cover names no department."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

import pytest

from graph.identity import IriFactory
from graph.records.response_documents import ItemKey
from loaders.references.item_numbers import item_numbers
from loaders.responses.reply_reader import read_reply
from tests.names_registers import recogniser
from tests.responses_reading import claimed, items, read

if TYPE_CHECKING:
    from graph.records.findings import Key

PAPER = """{title}

May 2024

{front}

Recommendation (i): The Department should mend the pier.

Government response: We note the Committee’s recommendation. Piers are mended by councils.
"""
TITLE = "Government response to the Harbours Committee’s Second Report of Session 2023–24 (HC 9321)"


def respondent(front: str, title: str = TITLE) -> str:
    text = PAPER.format(title=title, front=front)
    (item,) = items(read("government_responses", text))
    return item.respondent


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("MINISTRY OF JUSTICE", "Ministry of Justice"),
        ("The response of the Home Office is appended.", "Home Office"),
        ("The Home Office would like to thank the Committee for its report.", "Home Office"),
        ("HM Revenue and Customs welcomes the report.", "HM Revenue and Customs"),
        (
            "We read it. The Department for Energy Security and Net Zero is very grateful for it.",
            "Department for Energy Security and Net Zero",
        ),
        ("The Ministry of Defence responded in March.", "Ministry of Defence"),
        ("The Committee is grateful to all who wrote to it.", "HM Government"),
        ("The Government welcomes the report.", "HM Government"),
        ("Mr Smith of the Home Office thanks his staff.", "HM Government"),
        ("The Home Office is grateful. The Ministry of Justice is grateful.", "HM Government"),
    ],
)
def test_who_gives_thanks_answers_unless_several_do(front: str, expected: str) -> None:
    assert respondent(front) == expected


@pytest.mark.parametrize(
    ("whose", "expected"),
    [
        (
            "Ministry of Housing, Communities and Local Government",
            "Ministry of Housing, Communities and Local Government",
        ),
        ("UK Government", "HM Government"),
    ],
)
def test_a_title_names_who_answers(whose: str, expected: str) -> None:
    title = TITLE.replace("Government", whose, 1)
    assert respondent("There is a table below.", title) == expected


PRESENTED = "Presented to Parliament by the {} by Command of His Majesty"


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Secretary of State for Transport", "department-for-transport"),
        ("Secretary of State for the Home Department", "home-office"),
        ("Lord Chancellor and Secretary of State for Justice", "ministry-of-justice"),
        (
            "Secretary of State for Environment, Food and Rural Affairs",
            "department-for-environment-food-rural-affairs",
        ),
        ("Chancellor of the Exchequer", "hm-treasury"),
        ("Lord Chancellor", "ministry-of-justice"),
        ("Minister for the Cabinet Office", "cabinet-office"),
        ("Parliamentary Under-Secretary of State for Transport", "department-for-transport"),
        (
            "Secretary of State for Levelling Up, Housing and Communities and Minister for Ponds",
            "department-for-levelling-up-housing-and-communities",
        ),
        ("Secretary of State for Piers", None),
    ],
)
def test_the_minister_who_presents_a_response_stands_for_a_department(
    office: str, body: str | None
) -> None:
    name = respondent(PRESENTED.format(office))
    registered = recogniser().registered_body(name)
    assert name in office
    assert (registered.key if registered else None) == body


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("the Chancellor of the Exchequer", "hm-treasury"),
        ("The Home Secretary", "home-office"),
        ("Secretary of State for Wales", "wales-office"),
        ("Secretary of State for Trade and Industry", "department-of-trade-and-industry"),
        ("Secretary of State", None),
        ("Secretary of State for Culture, Media and Sport", None),  # of two departments
    ],
)
def test_an_office_stands_for_the_department_it_leads(office: str, body: str | None) -> None:
    registered = recogniser().registered_body(office)
    assert (registered.key if registered else None) == body


def test_roman_numbers_may_stand_in_brackets() -> None:
    assert item_numbers("(i)") == ("1",)
    assert item_numbers("(xiv)") == ("14",)


def test_one_body_in_two_spellings_is_one_response() -> None:
    iris = IriFactory(registered=recogniser().registered_body)
    spellings = ("Department for Education", "DfE", "The Department for Education")
    keys: list[Key] = [("command-paper", "CP 434", name) for name in spellings]
    assert len({iris.response(key) for key in keys}) == 1
    items = {iris.response_item(ItemKey(key, ("hc", "2023-24", "HC 7"), "2")) for key in keys}
    assert len(items) == 1
    treasury: Key = ("command-paper", "CP 434", "HM Treasury")
    assert iris.response(treasury) not in {iris.response(key) for key in keys}
    assert IriFactory().response(keys[0]) != IriFactory().response(keys[1])


LETTER = """{sender}
4 May 2024
Dear Chair,
In response to the Bells Committee’s Second Report of Session 2023-24 we say:
Recommendation 1: The Department should list bells.
Response: {first}
Recommendation 2: The Department should pay ringers.
Response: We reject this recommendation.
"""


@pytest.mark.parametrize(
    ("sender", "answers"),
    [
        ("Department for Culture, Media and Sport", True),
        ("HM Treasury", True),
        ("The Bell Ringers’ Society", False),
        ("A. Ringer", False),
    ],
)
def test_only_letters_of_departments_answer(sender: str, *, answers: bool) -> None:
    text = LETTER.format(sender=sender, first="We accept this recommendation.")
    assert claimed("government_responses", text) is answers


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (
            "We accept recommendations 1 and 3 and reject recommendation 2.",
            ["accepted", "rejected", "accepted"],
        ),
        (
            "Recommendation 2 is accepted. We reject recommendations 1 and 3.",
            ["rejected", "accepted", "rejected"],
        ),
        ("We accept recommendations 1 to 3.", ["accepted", "accepted", "accepted"]),
        ("We accept these recommendations.", ["accepted", "accepted", "accepted"]),
    ],
)
def test_a_verdict_on_numbers_is_on_those_alone(reply: str, expected: list[str]) -> None:
    concepts = [
        [stance.concept for part in read_reply(reply, number=number).stances for stance in part]
        for number in ("1", "2", "3")
    ]
    assert concepts == [[concept] for concept in expected]


@pytest.mark.parametrize("width", [40, 50, 60, 66, 72, 90])
def test_a_title_over_several_lines_is_no_heading_of_a_part(width: int) -> None:
    title = (
        "Response of the Department for Culture, Media and Sport to the Harbours Committee’s "
        "Second Report of Session 2023–24 (HC 9321)"
    )
    name = "Department for Culture, Media and Sport"
    assert respondent("", "\n".join(wrap(title, width))) == name
