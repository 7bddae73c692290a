"""What it means that two texts differ in some words: a slip, or another thing said."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from loaders.identity.word_lists import DATED, NEGATIONS, SAYS_LITTLE

Words = tuple[str, ...]

_SLIGHT, _SLIP, _LOST = 0.2, 0.5, 3.0
"""Costs, in words: of a word that says little, of a misprint or page number, of a word lost."""

_LONG_ENOUGH = 6
"""Letters of a word from which one wrong letter is a misprint rather than another word."""

_LETTERS_A_SLIP = 8
"""Letters to which one wrong letter may come."""

_SHORTEST_TITLE, _LONGEST_TITLE = 2, 12
"""Words of a running head."""

_PAGE_NUMBER = re.compile(r"\d{1,3}")


class Difference(NamedTuple):
    """What a difference between two texts comes to.

    Attributes:
        cost: How many words it counts for.
        matters: True if it makes another thing of what is said.
        loses: True if one text lacks words that may make another thing of it.
    """

    cost: float
    matters: bool = False
    loses: bool = False


def cost_of(left: Words, right: Words, inside: bool) -> Difference:  # noqa: FBT001 - of a triple
    """What it comes to that one text has some words where the other has others, or none.

    Args:
        left: The words of one.
        right: The words of the other.
        inside: False at the beginning or the end of the texts, where no running head is sure.
    """
    joined_left, joined_right = "".join(left), "".join(right)
    if joined_left == joined_right or _spelt_out(left, right) or _spelt_out(right, left):
        return Difference(0.0)
    if not left or not right:
        return _one_sided(left or right, inside=inside)
    if _is_misprint(joined_left, joined_right):
        return Difference(_SLIP)
    if len(left) == len(right):
        pairs = [_pair(*pair) for pair in zip(left, right, strict=True)]
        return Difference(sum(pair.cost for pair in pairs), any(pair.matters for pair in pairs))
    only_left = tuple(word for word in left if word not in right)
    only_right = tuple(word for word in right if word not in left)
    if not _content(only_left) or not _content(only_right):
        return _one_sided(only_left + only_right, inside=False)
    return Difference(_LOST * max(len(left), len(right)), matters=True)


def _pair(left: str, right: str) -> Difference:
    """What it comes to that one word stands for another."""
    if left == right:
        return Difference(0.0)
    if left in SAYS_LITTLE and right in SAYS_LITTLE:
        return Difference(_SLIGHT)
    if _is_misprint(left, right):
        return Difference(_SLIP)
    return Difference(_LOST, matters=True)


def _one_sided(words: Words, *, inside: bool) -> Difference:
    """What it comes to that words stand in one text and are missing in the other."""
    if NEGATIONS.intersection(words):
        return Difference(_LOST, matters=True)
    if _is_page_number(words) or (inside and _is_running_head(words)):
        return Difference(_SLIP)
    content = _content(words)
    numbers = any(word[0].isdecimal() for word in content)
    cost = _LOST * len(content) + _SLIGHT * (len(words) - len(content))
    return Difference(cost, matters=numbers, loses=bool(content))


def _content(words: Words) -> Words:
    return tuple(word for word in words if word not in SAYS_LITTLE)


def _is_page_number(words: Words) -> bool:
    return len(words) == 1 and _PAGE_NUMBER.fullmatch(words[0]) is not None


def _is_running_head(words: Words) -> bool:
    """Whether words look like the head of a page: its number beside a title, and no clause."""
    if not any(map(_PAGE_NUMBER.fullmatch, (words[0], words[-1]))) or DATED.intersection(words):
        return False
    is_title = _SHORTEST_TITLE <= len(words) - 1 <= _LONGEST_TITLE
    return is_title and 2 * len(_content(words)) > len(words)


def _is_misprint(left: str, right: str) -> bool:
    """Whether a word is another but for a slip; never where figures differ."""
    length = min(len(left), len(right))
    if length < _LONG_ENOUGH or any(char.isdecimal() for char in left + right):
        return False
    return DamerauLevenshtein.distance(left, right) <= max(1, length // _LETTERS_A_SLIP)


def _spelt_out(short: Words, words: Words) -> bool:
    """Whether one word is the initials of the others, as DfE is of Department for Education."""
    if len(short) != 1 or len(words) < len("ab"):
        return False
    initials = "".join(word[0] for word in words)
    without = "".join(word[0] for word in words if word not in SAYS_LITTLE)
    return short[0] in {initials, without}
