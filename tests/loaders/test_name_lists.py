"""Names beside one another are as many candidates, and one name with "and" in it is one."""

from __future__ import annotations

import pytest

from tests.names_registers import recognise


def candidates(text: str) -> list[str]:
    """The candidates of a text in the order of their names, words of one joined by spaces."""
    return sorted(candidate.key.replace("-", " ") for candidate in recognise(text).candidates)


SEVERAL = [
    ("The Wheat Board and Barley Board met.", ["barley board", "wheat board"]),
    (
        "The Pond Clearance Scheme and Reed Cutting Scheme ended.",
        ["pond clearance scheme", "reed cutting scheme"],
    ),
    ("We heard from Ofgem, Ofwat and Pondwatch.", ["pondwatch"]),
    ("We heard from Ofgem, Pondwatch and HMRC.", ["pondwatch"]),
    (
        "We met Pond Watch, Friends of Reeds and Heron Aid about it.",
        ["friends of reeds", "heron aid", "pond watch"],
    ),
    (
        "We saw the Coastguard, Lake Wardens, River Police and Harbour Staff at work.",
        ["coastguard", "harbour staff", "lake wardens", "river police"],
    ),
    (
        "Historic England, Reed Growers Ltd and others wrote.",
        ["historic england", "reed growers ltd"],
    ),
    (
        "The Heron Act 2006 and Reed Act 1968 apply.",
        ["heron act 2006", "reed act 1968"],
    ),
    (
        "The Ministry of Ponds and Ministry of Ducks met.",
        ["ministry of ducks", "ministry of ponds"],
    ),
]
ONE = [
    ("The Duck, Heron and Swan Committee met.", ["duck heron and swan committee"]),
    (
        "The Department for Ponds, Reeds and Herons met.",
        ["department for ponds reeds and herons"],
    ),
    ("The Pond Safety and Standards Board met.", ["pond safety and standards board"]),
    ("The Reed Review and Ponds Act 2022 passed.", ["reed review and ponds act 2022"]),
    ("The Heron Care and Nesting Fund pays.", ["heron care and nesting fund"]),
]
NONE = [
    "We met Sir John Pond, Dame Ann Reed and Mr Smith.",
    "The Deputy Director, Chief Analyst and Permanent Secretary met.",
    "We wrote to HMRC, DWP and Scotland.",
    "London, Leeds and Birmingham have ponds.",
    "The Secretary of State for Ponds, Ann Reed, and Prime Minister spoke.",
    "Senior Responsible Owners (SROs) met.",
]


@pytest.mark.parametrize(("text", "names"), SEVERAL + ONE)
def test_each_name_of_a_list_is_a_candidate_of_its_own(text: str, names: list[str]) -> None:
    assert candidates(text) == names


@pytest.mark.parametrize("text", NONE)
def test_people_places_and_offices_are_no_candidates(text: str) -> None:
    assert candidates(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The 2021 Reed Review of ponds set the plan.", "2021 reed review"),
        ("Under the 2019 Integrated Review we act.", "2019 integrated review"),
        ("We asked the World Bank.", "world bank"),
        ("We saw Greening Pond Commitments (GPCs); the GPCs end.", "greening pond commitments"),
    ],
)
def test_years_and_plurals_make_names(text: str, name: str) -> None:
    assert candidates(text) == [name]
