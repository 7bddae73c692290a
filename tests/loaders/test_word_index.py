"""Texts that share rare sequences of words are found, the likest first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from loaders.identity import word_index
from loaders.identity.comparable_words import ComparableWords
from loaders.identity.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=7).map(" ".join)


def sequences(text: str) -> set[str]:
    words = text.split()
    return {" ".join(words[start : start + 3]) for start in range(max(1, len(words) - 2))}


def likest(text: str, texts: Sequence[str], common: int, most: int) -> list[int]:
    """The same, one text at a time; these are so short that a sketch holds all sequences."""
    shared: Counter[int] = Counter()
    for sequence in sequences(text):
        holders = [number for number, other in enumerate(texts) if sequence in sequences(other)]
        if len(holders) <= common:
            shared.update(holders)
    ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
    return [number for number, _ in ranked[:most]]


@given(
    texts=st.lists(WORDS, max_size=12),
    wanted=st.lists(WORDS, max_size=6),
    common=st.integers(1, 5),
    at_once=st.integers(1, 4),
)
def test_those_that_share_most_are_found(
    texts: list[str], wanted: list[str], common: int, at_once: int
) -> None:
    with (
        patch.object(word_index, "_COMMON", common),
        patch.object(word_index, "_MOST", 3),
        patch.object(word_index, "_AT_ONCE", at_once),
    ):
        index = WordIndex([ComparableWords(text) for text in texts])
        alike = list(index.like_each([ComparableWords(text) for text in wanted]))
    assert alike == [likest(text, texts, common, 3) for text in wanted]
