"""Furniture of the page leaves the reading text; a number that belongs to a sentence stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cleaning.text_cleaning import clean_text

SENTENCE = "We asked councils how they plan routes."
NOTES = [
    "20 Q 14",
    "21 Qq 15, 16",
    "22 HC 99 Q7",
    "23 C&AG’s Report, Figure 3, para 2.2",
    "24 HC 112, Qq 3–5",
    "25 HC 45-II, Q 8",
    "26 C&AG’s Report, paragraphs 1.2, 1.9; Q 12",
    "27 Ibid, para 4",
    "28 DUK0012",
    "29 HC 730 (2022–23), Q 61",
    "30 C&AG’s Report, Table 2, page 15",
    "31 Q 9; C&AG’s Report para 11, 13",
    "32 https://www.example.org/ponds/a-list",
    "33 C&AG’s Report, Figures 2–4",
]


def words(text: str) -> str:
    """The reading text on one line."""
    return " ".join(clean_text(text).text.split())


@given(st.lists(st.sampled_from(NOTES), min_size=1, max_size=5, unique=True))
def test_a_block_of_footnotes_goes_as_a_whole(notes: list[str]) -> None:
    block = " ".join(sorted(notes))
    assert words(f"{SENTENCE} {block}") == SENTENCE
    assert words(f"{SENTENCE} {block} It is so.") == f"{SENTENCE} It is so."


@pytest.mark.parametrize(
    "tail",
    [
        "Rural transport 21 Next heading on skills",
        "Cabinet Office bus savings 11 2 Size of the savings found Looking at the work of councils",
        "Support for young herons 17 3 Planning for the spring The role of the Pond Unit",
        "HMRC and ponds 9 2 What a pond costs",
        "Reeds and their uses 104 Annex on reeds",
    ],
)
def test_so_do_a_running_head_and_the_headings_of_the_next_chapter(tail: str) -> None:
    assert words(f"{SENTENCE}16 12 Q 5; C&AG’s Report para 11, 13 13 Q 6 {tail}") == SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        "The unit should have power over the routes of all councils {53 }when a route fails.",
        "It is for the criminal courts {13 }so that cases end.",
        "We name the ponds {104 }which herons use.",
        "There are no rules {7 }because nobody wrote any.",
        "They list the bodies {22 }whose data are old.",
        "He has no deal elsewhere. {4 }Data from the survey show it.",
        "He has no deal elsewhere. {61 }The Department will act.",
        "“Nobody knows.” {12 }In May we asked again.",
        "The pond is full (see above). {9 }However, ducks are few.",
        "It is hard to tell {5 }where delay begins.",
        "Herons are few. {33 }This is a pity.",
        "Herons are few. {8 }Parliament has not been told.",
    ],
)
def test_a_page_number_leaves_the_sentence(text: str) -> None:
    with_number = text.replace("{", "").replace("}", "")
    without = text[: text.index("{")] + text[text.index("}") + 1 :]
    assert words(with_number) == without


@pytest.mark.parametrize(
    "text",
    [
        "It grew in 53 councils when we asked.",
        "The figure rose to 53 when we asked.",
        "The cost reaches 53 when all is paid.",
        "Boys aged 16 when it began were asked.",
        "See paragraphs 12 which we cited.",
        "It follows recommendations 3 which we made.",
        "Children in years 7 who moved school were asked.",
        "It fell. 53 per cent of it came back.",
        "It fell. 12 Departments told us so.",
        "It fell. 20 Members of the board left.",
        "It is old. 10 Downing Street is older.",
        "Do this. 1 The Department acts. 2 The Board acts. 3 The Council acts.",
        "We met 4 million people where they live.",
        "The total was 104 when it closed.",
        "Table 4 which we saw is long.",
        "Under rule 9 where no day is set it lapses.",
        "All of the 53 who came were asked.",
        "It took 12 days until it was found.",
        "The board has 7 members who vote.",
        "It names HM Treasury, the Cabinet Office and 5 others which paid.",
        "HC 99 was printed in May.",
        "The C&AG’s Report was clear.",
        "We published HC 730 and HC 731.",
        "The Act has 12 parts. Part 2 The Schedule is long.",
        "It has 3 aims. Two are met.",
        "The scheme ran for 2 years although 1 was planned.",
        "The average is 7 whether or not it rains.",
        "It has 9 ponds while 4 are dry.",
        "We saw Figure 3 in the C&AG’s Report.",
        "Nobody said why. 3 million birds fly there.",
        "The score stands at 20 because of rain.",
        "The herd numbers 30 although 40 were seen.",
    ],
)
def test_a_number_of_the_sentence_stays(text: str) -> None:
    assert words(text) == text


@given(st.text("0123456789 QC&AG’sReport.,;HCwhen", max_size=80))
def test_what_stays_is_the_original_in_order(text: str) -> None:
    cleaned = clean_text(f"{SENTENCE} {text}")
    kept = [edit for edit in cleaned.edits if edit.flag != "truncated"]
    pieces, offset = [], 0
    for edit in kept:
        pieces += [cleaned.original[offset : edit.start], edit.replacement]
        offset = edit.end
    assert "".join([*pieces, cleaned.original[offset:]]) == cleaned.text
