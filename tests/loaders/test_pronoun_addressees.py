"""Whom "it" and "they" ask to act, in texts written and measured once after the rules.

All but those after a clause were read right at first (33 of 33).
"""

from __future__ import annotations

import pytest

from tests.loaders.test_addressees import addressees
from tests.names_registers import recognise

ASKED = {
    "Ofwat fines companies each year. It should publish what they pay.": [
        "the-water-services-regulation-authority"
    ],
    "The Home Office is short of staff. It must now recruit more.": ["home-office"],
    "DWP pays four million people. It needs to explain how errors arise.": [
        "department-for-work-pensions"
    ],
    "The Treasury sets the rules. Before the next Budget, it should consult on them.": [
        "hm-treasury"
    ],
    "The Cabinet Office has no figures. We therefore recommend that it collects them.": [
        "cabinet-office"
    ],
    "Ofcom has the powers. We recommend it use them.": ["ofcom"],
    "The Ministry of Justice and the Home Office keep apart. They should share data.": [
        "home-office",
        "ministry-of-justice",
    ],
    "HMRC lost many records. It ought to apologise to those concerned.": ["hm-revenue-customs"],
    "The Environment Agency lags behind. It will need to report to us by May.": [
        "environment-agency"
    ],
    "NHS England sets targets. It should urgently review them.": ["nhs-england"],
    "The Department for Transport wrote a plan. It should publish the costs.": [
        "department-for-transport"
    ],
    "Ofsted is trusted. It should not stop its visits.": ["ofsted"],
}
AFTER_A_CLAUSE = {
    "If the Home Office cannot act, it should ask for help.": ["home-office"],
    "While Ofsted has few inspectors, it must explain its choices.": ["ofsted"],
    "Although the Cabinet Office holds the plan, it should set a date.": [],
    "If the Home Office asks the Cabinet Office, it should reply.": [],
    "The Home Office said that, if a council fails, it should pay.": [],
    "The Home Office is slow, and where a council asks, it should pay.": [],
    "If a council cannot pay, it should tell the Home Office.": [],
}
NOBODY = (
    "The Department for Transport wrote a plan. It should set a date.",
    "The Home Office runs a board. It should consider the costs.",
    "The Home Office leads Data First. It should publish its costs.",
    "The Cabinet Office’s register is old. It should provide more detail.",
    "Staff of the Home Office are few. It should recruit.",
    "The Home Office pays the Cabinet Office. It should explain the sum.",
    "Schools are short of money. It should publish the figures.",
    "The Home Office is slow. It is right that it should say so.",
    "The Home Office is slow. It should be faster.",
    "HM Treasury and the Home Office met. It should publish the minutes.",
    "The Home Office meets police forces. They should publish the figures.",
    "If the Home Office acts, councils pay. It should publish the sum.",
    "The Home Office told us that Ferry Lines had failed. It should publish the costs.",
    "Ofcom works with Ofgem and Ofwat. They should publish a plan.",
)


@pytest.mark.parametrize(("text", "keys"), [*ASKED.items(), *AFTER_A_CLAUSE.items()])
def test_a_pronoun_asks_the_subject_of_the_sentence_before(text: str, keys: list[str]) -> None:
    assert addressees(text) == keys


@pytest.mark.parametrize("text", NOBODY)
def test_a_pronoun_that_may_mean_something_else_asks_nobody(text: str) -> None:
    assert addressees(text) == []


@pytest.mark.parametrize(
    ("text", "named", "left_open"),
    [
        ("Data First links records. The programme has grown.", ["data-first"], []),
        ("BOLD and Data First link records. The programme has grown.", [], ["The programme"]),
        ("Nobody looked at the scheme, which ended.", [], ["the scheme"]),
        ("Who pays for the project? It is not clear.", [], ["the project"]),
        ("The Authority will report.", [], ["The Authority"]),
        ("The programme of reform began.", [], []),
        ("The project manager left.", [], []),
        ("The fund for schools is small.", [], []),
        ("The Shared Outcomes Fund began. The fund is small.", ["shared-outcomes-fund"], []),
    ],
)
def test_the_programme_is_resolved_or_left_open(
    text: str, named: list[str], left_open: list[str]
) -> None:
    names = recognise(text)
    anaphors = [mention.entity[1] for mention in names.mentions if mention.rule == "anaphor"]
    assert anaphors == named
    assert [text[start:end] for start, end in names.unresolved] == left_open
