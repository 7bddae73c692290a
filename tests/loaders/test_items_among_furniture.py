"""Items of responses beside contents, notes, running heads and labels that are not their own."""

from __future__ import annotations

import pytest

from loaders.responses.reply_reader import read_reply
from tests.responses_reading import items, read, words

FRONT = """Government response to the Harbours Committee’s Second Report
of Session 2023–24 (HC 9321)

May 2024

"""
ONE = "The Department should mend the pier."
TWO = "The Department should paint the pier."
YES = "The Government accepts this recommendation."
NO = "The Government does not accept this recommendation."


def taken(text: str) -> list[tuple[str | None, str, str]]:
    context = read("government_responses", FRONT + text)
    return [
        (item.number, words(item, item.recommendation), words(item, item.reply))
        for item in items(context)
    ]


@pytest.mark.parametrize(
    "contents",
    [
        "Recommendation 1 ........ 2\nRecommendation 2 . . . . . 3\n\nIntroduction\n\n",
        "Contents\nRecommendation 1\nRecommendation 2\n\nThe Government is grateful.\n\n",
        "Recommendation 1: Mending\nRecommendation 2: Painting\n\nThe Government is grateful.\n\n",
    ],
)
def test_entries_of_the_contents_are_no_items(contents: str) -> None:
    text = f"{contents}Recommendation 1\n\n{ONE}\n\n{YES}\n\nRecommendation 2\n\n{TWO}\n\n{NO}\n"
    assert taken(text) == [("1", ONE, YES), ("2", TWO, NO)]


@pytest.mark.parametrize(
    "foot",
    [
        "________________\n1 Q 41 [Ms Other]\n2 Harbours Act, June 2023\n",
        "Response to Second Report: Small ports   5\n6   Response to Second Report: Small ports\n",
    ],
)
def test_the_foot_of_a_page_is_in_no_reply(foot: str) -> None:
    text = (
        f"Recommendation 1: {ONE}\nResponse: The Government accepts this\n{foot}recommendation.\n"
        f"Recommendation 2: {TWO}\nResponse: {NO}\n"
    )
    (_, _, reply), second = taken(text)
    assert reply == YES
    assert second == ("2", TWO, NO)


def test_a_label_in_turn_begins_an_item_after_an_unknown_running_head() -> None:
    text = (
        f"Recommendation 1: {ONE}\nResponse: {YES}\nSmall ports and their piers in the west of\n"
        f"England\nRecommendation 2: {TWO}\nResponse: {NO}\n"
    )
    assert [number for number, _, _ in taken(text)] == ["1", "2"]


def test_a_label_within_a_sentence_begins_none() -> None:
    text = (
        f"Recommendation 1: {ONE}\nResponse: {YES} We say more of this in our answer to\n"
        f"Recommendation 2: it is below.\nRecommendation 2: {TWO}\nResponse: {NO}\n"
    )
    (_, _, reply), second = taken(text)
    assert "it is below" in reply
    assert second == ("2", TWO, NO)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("What the Committee said", "What we will do"),
        ("The Committee recommended:", "Government position:"),
        ("What you said", "What the Department has done"),
        ("Committee’s recommendation", "Our position"),
    ],
)
def test_labels_above_words_are_not_of_them(above: str, below: str) -> None:
    text = "\n\n".join(
        f"Recommendation {number}\n\n{above}\n\n{request}\n\n{below}\n\n{reply}"
        for number, request, reply in (("one", ONE, YES), ("two", TWO, NO))
    )
    assert taken(text) == [("1", ONE, YES), ("2", TWO, NO)]


@pytest.mark.parametrize(
    "head",
    [
        "(Recommendation {}, paragraph 4) {}",
        "[Recommendation {}] {}",
        "Response to recommendation {}\n\n{}",
    ],
)
@pytest.mark.parametrize("label", ["", "Response. ", "Government response. "])
def test_labels_in_brackets_and_of_answers_begin_items(head: str, label: str) -> None:
    text = "\n\n".join(
        f"{head.format(number, request)}\n\n{label}{reply}"
        for number, request, reply in ((1, ONE, YES), (2, TWO, NO))
    )
    assert taken(text) == [("1", ONE, YES), ("2", TWO, NO)]


def test_a_regulator_that_replies_speaks_for_itself() -> None:
    reply = "Ofcom does not accept this recommendation."
    assert read_reply(reply).stance_concepts == ()
    assert read_reply(reply, speaker="Ofcom").stance_concepts == ("rejected",)


def test_one_reply_takes_each_recommendation_by_its_number() -> None:
    text = (
        f"Recommendation 4: {ONE}\n\nRecommendation 5: {TWO}\n\n"
        "Recommendation 6: The Department should sell the pier. (Paragraph 9)\n\n"
        "Response: We accept recommendations 5 and 6. We do not accept recommendation 4.\n\n"
        "Recommendation 7: The Department should write to us. (Paragraph 12)\n\n"
        "Response: We accept this recommendation.\n"
    )
    verdicts = {
        number: read_reply(reply, number=number).stance_concepts for number, _, reply in taken(text)
    }
    assert verdicts == {
        "4": ("rejected",),
        "5": ("accepted",),
        "6": ("accepted",),
        "7": ("accepted",),
    }


@pytest.mark.parametrize("note", ["1 HC Deb, 4 May 2021, col 33", "2 Harbours Act 1964"])
def test_a_note_at_the_foot_of_a_column_is_in_no_reply(note: str) -> None:
    text = (
        f"Recommendation 1: {ONE}\nResponse: The Government does not accept\n{note}\n"
        f"this recommendation.\nRecommendation 2: {TWO}\nResponse: {YES}\n"
    )
    assert taken(text) == [("1", ONE, NO), ("2", TWO, YES)]


def test_a_bracket_in_turn_begins_an_item_below_a_heading() -> None:
    text = (
        f"(Recommendation 1, Paragraph 12) {ONE}\nAccepted. It is so.\nPiers in the west of the\n"
        f"country\n(Recommendation 2, Paragraph 20) {TWO}\nNot accepted. It is dear.\n"
    )
    assert [number for number, _, _ in taken(text)] == ["1", "2"]
