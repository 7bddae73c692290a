"""Candidates of one word in quotation marks, and capitals that name a class of things and nothing.

Written and measured once after the rules: 42 of 44 were right at first. Of the others, one quoted a
name of the register ("Atlas"), which stays unclear, and one began with "Every", as no name may.
"""

from __future__ import annotations

import pytest

from tests.names_registers import recognise

QUOTED = {
    "The old case system (“Merlin”) is to go.": "Merlin",
    "The Agency launched “Osprey” in 2022.": "Osprey",
    "Its new portal, called ‘Doorstep’, is slow.": "Doorstep",
    "“Gateway”, the new digital service, has few users.": "Gateway",
    'The database known as "Zephyr" holds four million rows.': "Zephyr",
    "A pilot named “Sunrise” ran in Hull.": "Sunrise",
    "It will switch off “Pelican” in March.": "Pelican",
    "We saw the “Tideway” tool at work.": "Tideway",
    "The register, “Keystone”, is public.": "Keystone",
    "The contract for the platform ‘Heron’ ends in May.": "Heron",
    "It has rolled out “Bridge” to nine forces.": "Bridge",
    "The programme, formerly known as “Compass”, was renamed.": "Compass",
}
NO_NAMES = (
    "The Minister called the plan “Bold”.",
    "It said “Yes” to the question.",
    "A heading reads “Costs” in the table.",
    "Witnesses spoke of “Brexit” at length.",
    "The column “Status” is empty.",
    "The label “Accepted” was used twice.",
    "They answered “Perhaps” when asked about the programme.",
    "The word “Data” is in its name.",
)
CLASSES = (
    "We spoke to Deputy Regional Managers in Leeds.",
    "The Chief Constables and Local Policing Leads met.",
    "It publishes Main Estimate Savings each year.",
    "Each of the Acute Hospital Trusts replied.",
    "The Area Flood Boards wrote to us.",
    "It won two Civil Service Awards.",
    "They track High Level Indicators.",
    "It met Assistant Area Directors in May.",
    "It covers Estates, Legal and Policy.",
    "The Whole Life Costs are not known.",
    "The Major Projects Portfolio Data report was late.",
)
NAMES = {
    "Money came from Better Bridges Fund.": "Better Bridges Fund",
    "It ran Safer Summer Streets in Hull.": "Safer Summer Streets",
    "It paid for Levelling Our Coast in May.": "Levelling Our Coast",
    "The Old Mill Trust wrote to us.": "Old Mill Trust",
    "It joined Great Reads For Children.": "Great Reads For Children",
}


def names(text: str) -> list[str]:
    return [candidate.name for candidate in recognise(text).candidates]


@pytest.mark.parametrize(("text", "name"), QUOTED.items())
def test_one_word_in_quotation_marks_is_a_candidate_beside_what_it_is(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("text", NO_NAMES)
def test_other_words_in_quotation_marks_are_none(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("text", CLASSES)
def test_what_many_are_called_is_no_candidate(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(("text", "name"), NAMES.items())
def test_a_name_of_its_own_stays_one(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "Holyrood’s Education Committee",
        "Stormont Justice Committee",
        "Justice Committee of the Senedd",
        "House of Representatives Education Committee",
        "Welsh Parliament’s Public Accounts Committee",
        "Tynwald Public Accounts Committee",
        "Dáil Health Committee",
        "European Parliament’s Transport Committee",
    ],
)
def test_a_committee_of_another_chamber_has_its_chamber_in_its_name(name: str) -> None:
    recognised = recognise(f"We wrote to the {name} in May.")
    whole = [mention for mention in recognised.mentions if not mention.nested]
    assert [candidate.name for candidate in recognised.candidates] == [name]
    assert {mention.entity[0] for mention in whole} == {"candidate"}
