"""A reply with page furniture in it is read as a reader reads it."""

from __future__ import annotations

import pytest

from graph.records.findings import Passage
from loaders.responses.reading_text import reading_text
from loaders.responses.reply_reader import read_reply

BEFORE = "Words that stand before it. "
HEAD = "Response to the Second Report"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("furniture", [("4",), ("4", HEAD), (HEAD,)])
def test_a_sentence_goes_on_over_the_end_of_a_page(gap: str, furniture: tuple[str, ...]) -> None:
    first, last = "The Government does not accept this", "recommendation. It will write by"
    text = gap.join([first, *furniture, last, *furniture, "January 2023."])
    reply = Passage(text, len(BEFORE))
    pieces, offset = [], 0
    for words in furniture * 2:
        offset = text.index(words, offset)
        pieces.append(Passage(words, len(BEFORE) + offset))
        offset += len(words)
    shown = reading_text(reply, pieces)
    assert len(shown) == len(text)
    assert " ".join(shown.split()) == f"{first} {last} January 2023."
    read = read_reply(shown)
    assert read.stance_concepts == ("rejected",)
    ((commitment,),) = read.commitments
    assert "4" not in shown[commitment.start : commitment.end]


def test_paragraphs_on_both_sides_stay_paragraphs() -> None:
    text = "We accept it.\n\n7\n\nWork has begun."
    assert reading_text(Passage(text, 0), [Passage("7", 15)]) == text.replace("7", " ")


def test_what_stands_outside_of_the_reply_changes_nothing() -> None:
    reply = Passage("We accept it.", 100)
    assert reading_text(reply, [Passage("7", 5), Passage("9", 300)]) == reply.text
