"""What stands around an answer stays out of it: topics, labels above numbers, closes of letters."""

from __future__ import annotations

import pytest

from tests.responses_reading import claimed, items, read, words

TITLE = "Government response to the Harbours Committee’s Second Report of Session 2023–24 (HC 9321)"
ONE = "The Department should write to each harbour master who is paid too late."
TWO = "The Department should double the dredging grant."
YES = "We accept this recommendation. Letters will go out."
NO = "We do not accept this recommendation. It would cost too much."


def answers(*paragraphs: str, glue: str = "\n\n") -> list[tuple[str | None, str, str]]:
    text = glue.join((TITLE, *paragraphs)) + "\n"
    assert claimed("government_responses", text)
    return [
        (item.number, words(item, item.recommendation), words(item, item.reply))
        for item in items(read("government_responses", text))
    ]


RIGHT = [("1", ONE, YES), ("2", TWO, NO)]


@pytest.mark.parametrize("mark", [": ", " – ", ". ", " - "])
@pytest.mark.parametrize(
    "topic",
    [
        "Late pay",
        "Harbour masters, pilots and crews",
        "Dues",
        "Vessels",
        "In winter",
        "Xenon lamps",
    ],
)
@pytest.mark.parametrize("glue", ["\n\n", "\n"])
def test_a_topic_on_the_line_of_a_label_is_no_word_of_the_committee(
    mark: str, topic: str, glue: str
) -> None:
    lines = (
        f"Recommendation 1{mark}{topic}", ONE, f"Response: {YES}",
        f"Recommendation 2{mark}Dredging", TWO, f"Response: {NO}",
    )  # fmt: skip
    assert answers(*lines, glue=glue) == RIGHT


@pytest.mark.parametrize("word", ["Local councils", "Vessels", "It", "In winter ports", "Lords"])
def test_a_dash_before_a_word_that_begins_as_a_roman_number_is_no_range(word: str) -> None:
    words_asked = f"{word} should be asked before a pier is built."
    ((number, restated, _),) = answers(f"Recommendation 1 – {words_asked}", f"Response: {YES}")
    assert (number, restated) == ("1", words_asked)


@pytest.mark.parametrize("mark", [": ", " – ", ". "])
def test_words_that_ask_on_the_line_of_a_label_are_kept(mark: str) -> None:
    lines = (
        f"Recommendation 1{mark}Ministers should act", "Harbour masters wait too long.",
        f"Response: {YES}",
    )  # fmt: skip
    ((_, restated, _),) = answers(*lines)
    assert restated == "Ministers should act Harbour masters wait too long."


@pytest.mark.parametrize(
    "close", ["Yours sincerely,", "Yours faithfully", "With best wishes,", "Kind regards"]
)
def test_the_close_of_a_letter_is_no_part_of_a_reply(close: str) -> None:
    lines = (f"Recommendation 1: {ONE}", YES, f"Recommendation 2: {TWO}", NO, close, "A. Minister")
    assert answers(*lines) == RIGHT


@pytest.mark.parametrize(
    "label", ["Recommendation {}", "RECOMMENDATION {}:", "Recommendation ({})"]
)
def test_a_label_above_a_number_is_no_part_of_the_reply_before(label: str) -> None:
    lines = (
        label.format(1), f"1. {ONE} (Paragraph 4)", YES,
        label.format(2), f"2. {TWO} (Paragraph 9)", NO,
    )  # fmt: skip
    assert [reply for _, _, reply in answers(*lines)] == [YES, NO]


@pytest.mark.parametrize("who", ["Government", "UK Government", "HM Government"])
@pytest.mark.parametrize("mark", [" – ", ": "])
def test_a_title_may_end_in_the_words_for_a_response(who: str, mark: str) -> None:
    title = f"Harbours Committee: Small ports{mark}{who} Response"
    assert claimed("government_responses", f"{title}\n\nRecommendation 1: {ONE}\n\n{YES}\n")
    news = f"Harbours Committee: ministers have published their {who} Response to nobody"
    assert not claimed("government_responses", f"{news}\n\nRecommendation 1: {ONE}\n\n{YES}\n")


@pytest.mark.parametrize("heading", ["(2) Bogs", "2. Bogs and moors?", "Who pays, and for what:"])
def test_a_heading_that_markup_shows_is_no_end_of_the_reply_above(heading: str) -> None:
    parts = (f"<h1>{TITLE}</h1>", f"<p>Recommendation 1: {ONE}</p>", f"<p>{YES}</p>",
             f"<h3>{heading}</h3>", f"<p>Recommendation 2: {TWO}</p>", f"<p>{NO}</p>")  # fmt: skip
    page = f"<!DOCTYPE html><html><body><main>{''.join(parts)}</main></body></html>"
    context = read("government_responses", page, "paper.html")
    assert [words(item, item.reply) for item in items(context)] == [YES, NO]
    assert any(heading in issue.problem for issue in context.issues)
