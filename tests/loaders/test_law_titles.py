"""Titles of Acts, Bills and instruments, and registered laws that stand in the title of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.names.law_titles import find_law_titles
from tests.names_registers import recognise

TITLES = [
    "Social Security Fraud Act 2001",
    "European Union (Withdrawal) Act 2018",
    "Health Protection (Coronavirus, Restrictions) (England) Regulations 2020",
    "Anti-social Behaviour, Crime and Policing Act 2014",
    "Terminally Ill Adults (End of Life) Bill",
    "Rehabilitation of Offenders Act 1974",
    "Legal Aid, Sentencing and Punishment of Offenders Act 2012",
    "Levelling-up and Regeneration Act 2023",
    "Political Parties, Elections and Referendums Act 2000",
    "Well-being of Future Generations (Wales) Act 2015",
    "National Health Service (Charges to Overseas Visitors) Regulations 2015",
    "Public Bodies (Abolition of the Youth Justice Board) Order 2012",
    "Finance (No. 2) Bill",
    "Renters’ Rights Bill",
    "Nationality and Borders Act",
    "Equality Act 2010 (Specific Duties) Regulations 2011",
]
BEFORE = [
    "",
    "The ",
    "Under the ",
    "Section 3(2) of the ",
    "Ministers and the ",
    "We looked at the draft ",
]
BEHIND = [".", " says so.", ", section 4,", " [HL] would help.", " and the Theft Act 1968 apply."]


@given(st.sampled_from(BEFORE), st.sampled_from(TITLES), st.sampled_from(BEHIND))
def test_a_title_is_found_whole(before: str, title: str, behind: str) -> None:
    text = f"{before}{title}{behind}"
    found, *others = find_law_titles(text)
    assert text[found.start : found.end] == title
    assert all(text[other.start : other.end] == "Theft Act 1968" for other in others)


@pytest.mark.parametrize(
    "text",
    [
        "The Bill should say so.",
        "An Act of 1998 did it.",
        "They Act now.",
        "By Order 2020 of them went.",
        "A Private Member's Bill was tabled.",
        "This Act and that Act differ.",
        "see ( Act 2014",
    ],
)
def test_words_that_make_no_title(text: str) -> None:
    assert find_law_titles(text) == []


DPA = ("initiative", "data-protection-act-2018")
FOI = ("initiative", "freedom-of-information-act-2000")


def laws(text: str) -> list[tuple[str, str]]:
    return [mention.entity for mention in recognise(text).mentions if not mention.nested]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("The Data Protection Act 2018 applies.", [DPA]),
        ("The Data Protection Act applies.", [DPA]),
        ("The Data Protection Act 1998 applied.", [("candidate", "data-protection-act-1998")]),
        (
            "The Freedom of Information (Scotland) Act 2002 applies.",
            [("candidate", "freedom-of-information-scotland-act-2002")],
        ),
        (
            "The Freedom of Information (Scotland) Act applies.",
            [("candidate", "freedom-of-information-scotland-act")],
        ),
        ("The Freedom of Information Act 2000 applies.", [FOI]),
        (
            "The Equality Act and Data Protection Act 2018 apply.",
            [("candidate", "equality-act"), DPA],
        ),
    ],
)
def test_a_registered_law_is_meant_only_by_its_own_title(
    text: str, entities: list[tuple[str, str]]
) -> None:
    assert laws(text) == entities
    registered = {mention.entity for mention in recognise(text).mentions} & {DPA, FOI}
    assert registered == {DPA, FOI} & {*entities}, "not even inside the name of another"


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("Section 45A of the Digital Economy Act 2017 permits it.", "Section 45A"),
        ("The Digital Economy Act 2017, section 64, permits it.", "section 64"),
        ("sections 35 to 39 of the Digital Economy Act 2017", "sections 35 to 39"),
        ("clause 4(2)(a) of the draft Data Protection Act 2018", "clause 4(2)(a)"),
        ("Part 5 of the Digital Economy Act 2017", "Part 5"),
        ("On page 5 of the Digital Economy Act 2017", None),
        ("The Digital Economy Act 2017 permits it.", None),
    ],
)
def test_the_provision_that_is_cited_is_kept(text: str, provision: str | None) -> None:
    [mention] = recognise(text).mentions
    assert (text[slice(*mention.provision)] if mention.provision else None) == provision
