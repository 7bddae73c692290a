"""Names of committees in headings, on covers and in sentences; never more than the name."""

from __future__ import annotations

import pytest

from loaders.references.committees import committees_in

NAMES = (
    "Home Affairs Committee",
    "Culture, Media and Sport Committee",
    "Levelling Up, Housing and Communities Committee",
    "Environment, Food and Rural Affairs Committee",
    "Public Administration and Constitutional Affairs Committee",
    "Committee of Public Accounts",
    "Committee on Standards",
    "Joint Committee on Human Rights",
    "Joint Committee on the National Security Strategy",
    "Exiting the European Union Committee",
)
SURROUNDINGS = (
    "{}",
    "Eighth Special Report The {} published its report.",
    "First Special Report {}",
    "House of Commons {}",
    "Government Response to the {}’s Second Report",
    "Contents {} Membership",
    "HC 12 Published on 3 May 2024 by authority of the House of Commons {}: Third Report",
    "From the Chair, {}",
    "Chair, {} House of Commons London Dear Chair,",
    "the {} (Commons)",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_a_name_is_read_without_what_stands_around_it(surroundings: str, name: str) -> None:
    assert list(committees_in(surroundings.format(name))) == [name]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("HOUSE OF COMMONS TREASURY COMMITTEE", "Treasury Committee"),
        ("WOMEN AND EQUALITIES COMMITTEE", "Women and Equalities Committee"),
        ("House of Lords Economic Affairs Committee", "House of Lords Economic Affairs Committee"),
        ("the Science and Technology Committee (Lords)",
         "House of Lords Science and Technology Committee"),
        ("House of Lords Select Committee on Trees", "House of Lords Committee on Trees"),
    ],
)  # fmt: skip
def test_capitals_and_the_house(printed: str, name: str) -> None:
    assert list(committees_in(printed)) == [name]


@pytest.mark.parametrize(
    "words",
    ["The Committee thanks the Government.", "the Select Committee", "a committee of experts"],
)
def test_the_word_alone_names_none(words: str) -> None:
    assert list(committees_in(words)) == []
