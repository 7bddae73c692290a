"""Sentences: what stands behind a link is whole, and begins and ends where it should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records.sentence_splitter import split_sentences


def sentence(text: str, words: str) -> str:
    start = text.index(words)
    return text[slice(*split_sentences(text).around(start, start + len(words)))]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Costs rose. DfE agreed. Nothing else.", "DfE", "DfE agreed."),
        ("Support was weak.64 DfE agreed.65 It said so.", "DfE", "DfE agreed.65"),
        ("No. 5 of Mr. Hale's points named DfE. Then it ended.", "DfE",
         "No. 5 of Mr. Hale's points named DfE."),
        ("7.1 The government agrees. 7.2 DfE will act. 7.3 Then more.", "DfE", "7.2 DfE will act."),
        ("It said “DfE will act.” Then it ended.", "DfE", "It said “DfE will act.”"),
        ("DfE", "DfE", "DfE"),
        ("Costs rose. the DfE lacks data. 4 More came.", "DfE", "the DfE lacks data."),
        ("By March 2024.7 DfE had £2.5 million.", "DfE", "DfE had £2.5 million."),
        ("Under s.11 of the Act … and such, Data Ltd. and DfE agreed.12, 13 It is done.", "DfE",
         "Under s.11 of the Act … and such, Data Ltd. and DfE agreed.12, 13"),
        ("It said... that DfE agreed... Then it ended.", "DfE", "It said... that DfE agreed..."),
        ("Under the Data Act (2026 c. 21) DfE agreed.", "DfE",
         "Under the Data Act (2026 c. 21) DfE agreed."),
        ("Costs" + "." * 200_000 + "x rose. DfE agreed.", "DfE", "DfE agreed."),
        ("What to do\nDfE agreed.", "DfE", "DfE agreed."),
        ("The list holds\n• DfE\n• others", "DfE", "• DfE"),
        ("It should ask the Home Office and\nDfE to act. Then it ended.", "DfE",
         "It should ask the Home Office and\nDfE to act."),
        ("DfE should share all that it knows of the nests of herons with\nHM Treasury.", "DfE",
         "DfE should share all that it knows of the nests of herons with\nHM Treasury."),
        ("The keepers of sluices, of mills and of locks will be told what\nDfE writes. So", "DfE",
         "The keepers of sluices, of mills and of locks will be told what\nDfE writes."),
        ("Costs rose. In Sept. 2026 DfE spent £2 million p.a. on it. So", "DfE",
         "In Sept. 2026 DfE spent £2 million p.a. on it."),
        ("It says this:\nDfE agreed.", "DfE", "DfE agreed."),
        ("It ended there\n\nDfE agreed.", "DfE", "DfE agreed."),
    ],
)  # fmt: skip
def test_the_sentence_around_a_name(text: str, words: str, expected: str) -> None:
    assert sentence(text, words) == expected


@given(st.text(min_size=1), st.data())
def test_the_sentence_always_holds_the_name(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = split_sentences(text).around(start, end)
    assert 0 <= first <= last <= len(text)
    assert text[start:end].strip() in text[first:last]


def within(text: str, start: int = 0) -> list[str]:
    return [text[slice(*span)] for span in split_sentences(text).within(start, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DfE agrees.\nIt will act by\nspring. • ", ["DfE agrees.", "It will act by\nspring."]),
        ("It will act Target date: May", ["It will act", "Target date: May"]),
        ("7.3 DfE agrees. to do so.", ["7.3 DfE agrees.", "to do so."]),
    ],
)
def test_the_sentences_of_a_paragraph_may_run_over_its_lines(
    text: str, expected: list[str]
) -> None:
    assert within(text) == expected


def test_the_sentences_of_a_paragraph_begin_where_it_begins() -> None:
    assert within("1. DfE agrees. Done.", start=3) == ["DfE agrees.", "Done."]


@given(st.text(alphabet="a .1\n•T", max_size=8_000))
def test_the_sentences_of_a_paragraph_hold_all_its_words_in_pieces_that_can_be_read(
    text: str,
) -> None:
    found = within(text)
    assert "".join("".join(found).split()).replace(".", "").replace("•", "") == "".join(
        text.split()
    ).replace(".", "").replace("•", "")
    assert all(len(one) <= 3_000 for one in found)
