"""Footnotes, running heads and page numbers in many forms; what the sentence needs stays."""

from __future__ import annotations

from random import Random

import pytest

from loaders.cleaning.text_cleaning import clean_text
from tests.conftest import HERE
from tests.names_registers import recogniser

SENTENCE = "Few routes pay their way, such as the coast road."

CERTAIN = [
    "12 Q 5",
    "12 Qq 5, 9–11",
    "12 Qq 5–7 and 9",
    "12 Qs 4, 5",
    "12 Q5",
    "12 Q12; Q14",
    "12 HC 730",
    "12 HC 730, para 4",
    "12 HC 730, paras 4–6",
    "12 HC 730-ii, Q 9",
    "12 HC 45 (2022–23), Q 9",
    "12 HC 45 (Session 2022–23), para 2",
    "12 HL Paper 12",
    "12 HL Paper 12, para 7",
    "12 Ibid.",
    "12 Ibid, p 4",
    "12 C&AG’s Report, para 2.1",
    "12 C&AG's Report, paras 2.1 and 2.4",
    "12 C&AG’s Report, Figure 3 and para 2.2",
    "12 C&AG’s Report, para 1.2, Figure 3",
    "12 C&AG’s Report, Figures 2, 3 and 5",
    "12 C&AG’s Report, Key facts",
    "12 C&AG’s Report, Summary, para 7",
    "12 C&AG’s Report, Appendix Two",
    "12 C&AG’s Report, Executive Summary, paras 4–5",
    "12 C&AG’s Report, para 11, 13; Q 14",
    "12 C&AG’s Report, HC 99, para 4",
    "12 C&AG’s Report, p 14; Qq 4–5",
    "12 Q 9; C&AG’s Report, Figure 6",
    "12 ABC0012",
    "12 ABC0012; ABC0014",
    "12 Q 4; ABC0012",
    "12 ABC0012, para 3",
    "12 ABC0012, p 2",
    "12 Qq 5–7; Herons Trust (ABC0012)",
    "12 Q 7 [Ms Brook]",
    "12 Q 7 (Ms Brook)",
    "12 NAO report, para 3.4",
    "12 https://www.gov.uk/guidance/ponds",
]
TITLES = [
    "12 Oral evidence taken on 3 May 2024, HC 45, Q 12",
    "12 Letter from the Pond Unit to the Committee, 3 May 2024",
    "12 Letter from the Pond Unit to the Chair dated 3 May 2024",
    "12 Committee of Public Accounts, Ponds, Ninth Report of Session 2022–23, HC 730, 22 May 2023",
    "12 Public Accounts Committee, Ponds, HC 730, 22 February 2023",
    "12 Department for Ponds, Keeping ponds, June 2021",
    "12 Department for Ponds, Keeping ponds, 4 June 2021, p 12",
    "12 Department for Ponds, Ponds strategy, 2021",
    "12 NAO, Ponds in towns, Session 2021–22, HC 45, 3 May 2021",
    "12 Written evidence from the Heron Society (ABC0012)",
    "12 HM Treasury, Managing public money, May 2023, para 3.2",
]
TAILS = [
    "Rural transport 21 Next heading on skills",
    "Rural transport 21 2 The costs of buses",
    "Rural transport in England 7 3 Planning for what comes next Introduction",
    "Department for Ponds 11",
    "11 Department for Ponds",
    "Ponds and herons: a review 15 2 Reeds",
    "12 Ponds and herons",
    "12 Ponds and herons 2 Reeds in winter",
    "Improving buses 9 2 What was promised",
    "HM Treasury 12 1 Managing ponds",
    "Managing ponds 13 Summary",
    "Ponds in towns 30 Conclusions and recommendations",
    "Ponds in towns 30 Formal minutes",
    "Ponds in towns 30 Annex 1: the ponds",
    "Reeds’ uses 6 Reeds in the north",
    "The heron’s return 18 3 How the unit is led",
    "Cabinet Office 8 Introduction",
    "Getting buses to run 41 4 Should councils pay?",
    "The role of councils",
    "2 The role of councils",
    "The bus grant 2 The role of councils",
    "Ponds in towns 104 Witnesses",
    "Ponds – a review 4 2 Who pays for ponds",
    "Bus Service Improvement Plans 10 Costs of the plans",
]
IN_SENTENCES = [
    "The unit should have power over the bus routes of all councils {53 }when a route fails.",
    "There is no plan for the schools {12 }so that nobody knows.",
    "It has no sight of their costs {7 }because nobody asks.",
    "The board should meet these bodies {33 }which run the ponds.",
    "It wrote to many councils {20 }whose routes were cut.",
    "Ministers do not know the reasons {9 }why routes fail.",
    "It should keep the lists {5 }until they end.",
    "It must tell us the terms {44 }when it has them.",
    "It should speak with local councils {23 }where routes fail.",
    "We looked at other schemes {61 }while they ran.",
    "It holds data on those pupils {29 }who left.",
    "It has few routes {45 }although it has staff.",
    "Nothing is known of these costs {45 }unless they rise.",
    "It was agreed by the Heron Group. {14}",
    "It was agreed by the Heron Group. {14 }The board met.",
    "Nobody asked. {4 }Data from the survey show it.",
    "Nobody asked. {4 }Evidence from herons is rare.",
    "Nobody asked. {4 }Although it had staff, it failed.",
    "Nobody asked. {4 }Despite this, the ponds dried.",
    "Nobody asked. {4 }Parliament was not told.",
    "Nobody asked. {4 }Similarly, herons left.",
    "Nobody asked. {4 }Our witnesses said so.",
    "Nobody asked. {4 }Progress on ponds is slow.",
    "Nobody asked. {4 }Every council should act.",
    "Nobody asked. {4 }When asked, it said no.",
    "Nobody asked.{4 }",
    "Nobody asked. {4 }",
    "“Nobody asked.” {4 }The board met.",
    "Nobody asked. {127 }They should.",
    "Nobody asked (see above). {12 }It should.",
    "Nobody asked.12 {4 }The board met.",
]
UNSURE = [
    "It should look after vulnerable children 18 who have no bus.",
    "It is not clear 17 whether the board met.",
    "There is a plan 12 to act.",
    "The Department 12 should act.",
    "It needs a plan for the routes 12 and the towns.",
    "Nobody asked. 4 Ministers should act.",
    "Nobody asked. 4 HMRC should act.",
]
OF_THE_SENTENCE = [
    "See paragraph 12 HC 99 of the list.",
    "See paragraph 12 C&AG’s Report for more.",
    "We looked at 12 FY2023 plans.",
    "We looked at 3 SR2021 settlements.",
    "The 5 COP2026 pledges are late.",
    "In recommendation 4 HC 730 asks for a plan.",
    "It was set out in section 3 HC 45, which we printed.",
    "It follows recommendation 5 Q 12 asks the same.",
    "Page 7 Q 3 gives the figure.",
    "Table 4 C&AG’s Report has it.",
    "It is in volume 2 HC 112.",
    "On 5 HC 12 was printed.",
    "There were 100 AB1234 forms.",
    "The answer to question 14 Q 15 and more.",
    "The plan costs £4 million. 53 councils have one.",
    "It was late (Paragraph 24). 12 councils agreed.",
    "It is allowed (paragraph 4 of Schedule 2)",
    "It is as we said before (see paragraph 24)",
    "It was agreed. (Paragraph 24) Data from 12 areas",
    "It was agreed. (Paragraph 24) Councils closed 53 routes",
    "It was cut. Councils shut 53 routes",
    "It was said. Public money paid for 12 Ministers",
]
AROUND_A_NOTE = [
    ("They spent about ", "31 Qq 12–27", " 53 million on it."),
    ("It took ", "31 Qq 12–27", " 12 years to build."),
    ("We saw it in ", "12 Q 5", " 53 councils."),
    ("We asked in evidence. ", "12 Q 5", " 53 per cent of councils said yes."),
    ("We asked in evidence. ", "12 Q 5", " Councils closed 53 routes in May."),
    ("We asked. ", "12 Q 5", " Ministers met 12 Members of the House"),
]


NUMBERS = (
    (HERE / "cases/page_furniture/numbers-of-the-sentence.txt").read_text("utf-8").splitlines()
)


def words(text: str) -> str:
    """The reading text on one line."""
    return " ".join(clean_text(text).text.split())


@pytest.mark.parametrize("note", [*CERTAIN, *TITLES])
def test_a_note_leaves_the_end_of_a_sentence(note: str) -> None:
    assert words(f"{SENTENCE} {note} 13 Q 6") == SENTENCE


@pytest.mark.parametrize(
    "note", ["12 Buses of Britain, HC 1534, July 2023, p 41", "12 Bus Users (BUS0041)"]
)
def test_one_note_right_behind_its_mark_leaves(note: str) -> None:
    assert words(f"{SENTENCE}12 {note}") == SENTENCE


def test_a_page_that_counts_the_pages_leaves() -> None:
    text = "Many councils have Page 12 of 80 no plan, as page 3 of 10 tells."
    assert words(text) == "Many councils have no plan, as page 3 of 10 tells."


@pytest.mark.parametrize("note", CERTAIN)
def test_a_certain_note_leaves_the_middle_of_one(note: str) -> None:
    text = f"They kept the routes of the {note} 13 Q 6 14 Q 7 coast road."
    assert words(text) == "They kept the routes of the coast road."


@pytest.mark.parametrize("tail", TAILS)
def test_the_foot_of_a_page_leaves_with_its_notes(tail: str) -> None:
    assert words(f"{SENTENCE}16 12 Q 5; C&AG’s Report para 11, 13 13 Q 6 {tail}") == SENTENCE


@pytest.mark.parametrize("marked", IN_SENTENCES)
def test_a_page_number_leaves(marked: str) -> None:
    before, _, rest = marked.partition("{")
    number, _, after = rest.partition("}")
    text = before.replace("asked.12", "asked.") + after
    assert words(before + number + after) == " ".join(text.split())


@pytest.mark.parametrize("text", [*UNSURE, *OF_THE_SENTENCE, *NUMBERS])
def test_what_may_belong_to_the_sentence_stays(text: str) -> None:
    assert words(text) == text


@pytest.mark.parametrize(("before", "note", "after"), AROUND_A_NOTE)
def test_a_number_below_a_note_stays_where_it_counts(before: str, note: str, after: str) -> None:
    assert words(before + note + after) == before + after.lstrip()


@pytest.mark.parametrize("seed", range(40))
def test_blocks_put_together_by_chance_leave_as_a_whole(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - the same blocks in each run
    kinds = [note.removeprefix("12 ") for note in (*CERTAIN, *TITLES)]
    number, notes = random.randint(1, 80), []
    for _ in range(random.randint(2, 6)):
        notes.append(f"{number} {random.choice(kinds)}")
        number += random.randint(1, 3)
    block = " ".join([*notes, f"{number} Q 61"])
    tail = random.choice(["", " 12", " Ponds in towns 14", " Ponds in towns 14 3 Why ponds dry"])
    assert words(f"{SENTENCE} {block}{tail}") == SENTENCE
    assert words(f"{SENTENCE} {block} They are dear.") == f"{SENTENCE} They are dear."


@pytest.mark.parametrize(
    "furniture",
    [
        "31 Qq 12–27 33 Q 40 ",
        "31 C&AG’s Report, Figure 3, para 2.2 33 HC 99, Q 7 ",
        "31 Q 12 33 HC 99 Ponds and herons 14 ",
        "31 Q 12 33 Q 14 14 ",
    ],
)
def test_words_across_a_page_break_have_their_place_in_the_original(furniture: str) -> None:
    text = f"The fund that is run by our {furniture}cabinet of herons is small."
    cleaned = clean_text(text)
    assert cleaned.text == "The fund that is run by our  cabinet of herons is small."
    start = cleaned.text.index("our  cabinet of herons")
    first, last = cleaned.span(start, start + len("our  cabinet of herons"))
    assert text[first:last] == f"our {furniture}cabinet of herons"


def test_a_registered_name_across_a_page_break_is_found() -> None:
    text = "We asked the Department for 31 Qq 12–27 33 HC 99, Q 4 Education to act."
    mentions = recogniser().recognise(clean_text(text)).mentions
    [mention] = [each for each in mentions if each.entity[1] == "department-for-education"]
    name = "Department for 31 Qq 12–27 33 HC 99, Q 4 Education"
    assert text[mention.start : mention.end] == name
