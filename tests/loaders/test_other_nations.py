"""A body of another nation or chamber is not the registered body of that name."""

from __future__ import annotations

import pytest

from tests.names_registers import recognise

PLACES = ["US", "Irish", "French", "Welsh", "Scottish", "New Zealand", "South African", "European"]
BODIES = [
    "Department of Justice",
    "Department for Education",
    "Ministry of Justice",
    "Environment Agency",
    "Treasury",
    "Home Office",
]


def registered(text: str) -> list[str]:
    """The keys of the registered things that a text names, in order."""
    mentions = recognise(text).mentions
    return [mention.entity[1] for mention in mentions if mention.entity[0] != "candidate"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("body", BODIES)
def test_a_place_before_the_name_makes_it_another_body(place: str, body: str) -> None:
    assert registered(f"We visited the {place} {body} in May.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ireland’s Department of Health did it.",
        "The Ministry of Justice of Ukraine did it.",
        "The Scottish Parliament voted.",
        "The Justice Committee of the Scottish Parliament met.",
        "The Senedd Health Committee met.",
        "The Scottish Parliament’s Justice Committee met.",
        "The Northern Ireland Assembly Education Committee met.",
        "A London Assembly Transport Committee report said so.",
        "Each child has an NHS number.",
    ],
)
def test_so_do_owners_and_what_follows_of(text: str) -> None:
    assert registered(text) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The UK Department for Transport met.", "department-for-transport"),
        ("The Scottish Affairs Committee met.", "scottish-affairs-committee"),
        ("We asked Irish officials and the Home Office.", "home-office"),
        ("In Wales, HM Treasury pays.", "hm-treasury"),
        (
            "The Northern Ireland Department of Justice met.",
            "department-of-justice-northern-ireland",
        ),
        ("The Northern Ireland Office met.", "northern-ireland-office"),
        ("The Welsh Government met.", "welsh-government"),
        ("The Treasury of the day paid.", "hm-treasury"),
    ],
)
def test_names_that_hold_a_place_and_places_elsewhere_stay(text: str, key: str) -> None:
    assert registered(text) == [key]
