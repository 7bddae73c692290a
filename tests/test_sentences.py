"""Sentences: what stands behind a link is whole, and begins and ends where it should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.sentences import Sentences


def sentence(text: str, words: str) -> str:
    start = text.index(words)
    return text[slice(*Sentences(text).around(start, start + len(words)))]


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
    ],
)  # fmt: skip
def test_the_sentence_around_a_name(text: str, words: str, expected: str) -> None:
    assert sentence(text, words) == expected


@given(st.text(min_size=1), st.data())
def test_the_sentence_always_holds_the_name(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = Sentences(text).around(start, end)
    assert 0 <= first <= last <= len(text)
    assert text[start:end].strip() in text[first:last]
