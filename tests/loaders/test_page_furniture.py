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
        "It fell. 12 English councils told us so.",
        "It fell. 40 Labour members voted against.",
        "It fell. 53 British firms closed.",
        "It rose. 7 Welsh boards were late.",
        "It rose. 2 Commonwealth countries asked.",
        "The meeting was moved. 9 May was too late.",
        "The meeting was moved. 23 March came and went.",
        "The plan was agreed. 1 April is the first day.",
        "It fell. 4 Network Rail routes closed.",
        "It fell. 12 MPs told us so.",
        "It fell. 5 NHS trusts were late.",
        "See rule. 12 Data controllers were fined.",
        "It fell. 15 Government departments have no plan.",
        "It fell. 15 Whitehall departments have no plan.",
        "It fell. 3 Crown courts closed.",
        "It fell. 8 County court judges retired.",
        "It was cut. 20 Police forces took part.",
        "It was cut. 20 Police staff took part.",
        "It was cut. 30 Army personnel took part.",
        "It was cut. 101 Afghan families came.",
        "It was cut. 6 Further education colleges merged.",
        "The list is long. 12 Men and 4 women came.",
        "The list is long. 9 Children were asked.",
        "The list is long. 16 Officials from the Treasury came.",
        "The list is long. 2 Committee members left.",
        "The list is long. 18 Million of it was lost.",
        "It was said in evidence. 18 Treasury officials came.",
        "He lives at home. 221 Baker street is his.",
        "It takes time. 24 Hours are not enough.",
        "It takes time. 12 Month waits are common.",
        "It takes time. 12 Full time staff left.",
        "There are two sites. 1 Horse guards is one.",
        "See para. 12",
        "This follows para. 12.",
        "It is set out at p. 14",
        "It is in HC no. 12",
        "See Annex A, para. 7",
        "We count on fig. 3",
        "It is the law under art. 8",
        "We set this out in our report at paragraph 12.",
        "We asked for a list, and were told of St. 4",
        "They spent it in ch. 12",
        "How many ponds were closed? 12",
        "How many were built? 4",
        "The answer was clear. The total was 12",
        "How many ponds closed? 12 In all, said the minister.",
        "The number of councils with no route was only 53 when we asked.",
        "Of the ponds, herons use 12 where the reeds are low.",
        "The number of herons was in the hundreds 12 years ago.",
        "We had plans 1 which failed and 2 which did not.",
        "In the schools 16 who left were asked.",
        "The Board lists 12 where help is due.",
        "It names 12 which are late.",
        "It funds 12 which are late.",
        "The scheme supports 12 who are ill.",
        "It employs 12 who are ill.",
        "The fund backs 4 which are new.",
        "Each county runs 2 where none is needed.",
        "He sets 3 which are fair.",
        "The Act gives 5 which apply.",
        "It counts 6 because the rest are shut.",
        "The measure drops 4 because of rain.",
        "The court hears 9 while the rest wait.",
        "It starts 3 while it ends 4.",
        "The panel adds 2 so that all are named.",
        "The unit visits 30 unless it snows.",
        "Its index climbs 12 until it stops.",
        "Ministers wanted targets 4 which nobody met.",
        "They hold classes 4 when it rains.",
        "We visited councils 12 whose data are old.",
        "It ranks them levels 3 where none is good.",
        "At stations 4 where trains stop we saw it.",
        "It recommends 12 which it costed.",
        "It lists options 2 where the cost is low.",
        "Under regulations 9 where no day is set it lapses.",
        "Under clauses 9 where no day is set it lapses.",
        "Pupils in years 11 who left were asked.",
        "Models 3 which were tested failed.",
        "In lots 4 where no bid came it closed.",
        "The gap is wide. 10 The gap is wide. 12 The gap is shut.",
        "Do these. 1 Act. 2 Ask. 3 Tell.",
        "It has steps. 1 Plan the work. 2 Do the work.",
        "It has steps. 1 Plan the work well. 3 Do the work.",
        "The Bill is short. 12 Clause by clause debate followed.",
        "It is open. 24 Seven care is a phrase.",
        "It is open. 5 A day is too many.",
        "It says so. 10 Per cent were late.",
        "We told it in May. 14 Out of 20 said yes.",
        "We told it in May. 14 More said yes.",
        "We told it in May. 14 Other bodies said yes.",
        "We told it in May. 14 Such bodies said yes.",
        "We told it in May. 14 New bodies were made.",
        "We told it in May. 14 Local authorities agreed.",
        "We told it in May. 14 Small businesses agreed.",
        "We told it in May. 14 Young people agreed.",
        "We told it in May. 14 Staff agreed.",
        "We told it in May. 14 Police agreed.",
        "The cost is £4 million. 3 Tranches remain.",
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
