"""Where a line breaks changes no reading, whatever the width and whether words are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.responses.reply_reader import read_reply
from loaders.text.wrapped_lines import unwrap

REPLIES = {
    "The government agrees with the Committee’s recommendation. It will act by March 2025.": (
        "accepted",
    ),
    "We do not accept this recommendation. A limit twice as high would cost too much.": (
        "rejected",
    ),
    "We partially accept this recommendation. The Department will publish lists.": (
        "accepted-in-part",
    ),
    "The Government disagrees with the Committee’s recommendation.": ("rejected",),
}


@pytest.mark.parametrize("reply", REPLIES)
@pytest.mark.parametrize("width", range(14, 60))
def test_a_reply_cut_at_any_width_says_the_same(reply: str, width: int) -> None:
    cut = "\n".join(reply[start : start + width] for start in range(0, len(reply), width))
    assert read_reply(cut).stance_concepts == REPLIES[reply]


@pytest.mark.parametrize("reply", REPLIES)
@given(data=st.data())
def test_a_reply_wrapped_between_words_says_the_same(reply: str, data: st.DataObject) -> None:
    glue = st.sampled_from([" ", "\n", " \n", "\r\n"])
    wrapped = "".join(word + data.draw(glue) for word in reply.split())
    assert read_reply(wrapped).stance_concepts == REPLIES[reply]


@given(st.text(alphabet="ab recommendation.\n\r"))
def test_unwrapping_keeps_the_length_and_leaves_no_line(text: str) -> None:
    line = unwrap(text)
    assert len(line) == len(text)
    assert "\n" not in line


def test_two_words_are_never_made_one() -> None:
    assert unwrap("we do not\naccept this") == "we do not accept this"
    assert unwrap("the target\nof the review") == "the target of the review"
