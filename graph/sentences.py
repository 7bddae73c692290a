"""Where sentences end in committee prose, so that every link can show its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(
    r"""
    (?P<stop>[.!?]) ["”’')\]]* (?P<mark>\d{1,3})?   # a footnote mark may be glued to the full stop
    \s+ (?= ["“‘'(\[•]* (?: [A-Z] | \d+[a-z]? [.:] ) )
    | \n+
    | \s (?= [•TR\d] )
      (?= • | Target\s(?:implementation\s)?date\b | Recommendation\s(?:\w+\s)?implemented\b
        | \d{1,2}\.\d{1,2}\s[A-Z] )
    """,
    re.VERBOSE,
)
"""Ends of sentences. In a Treasury Minute a numbered paragraph and a date line begin anew, even
where the full stop before them is lost."""

_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|e\.g|i\.e|cf|paras?|pp?|vol|nos?|No|Nos|Mr|Mrs|Ms|Dr|St|Hon|Prof|Ch|v|vs)$"
)
_LONGEST_ABBREVIATION = 8
_LONGEST = 1000


class Sentences:
    """The sentences of one text."""

    def __init__(self, text: str) -> None:
        """Find the sentence ends of `text`, in one pass."""
        self._text = text
        self._starts = [0, *(end.end() for end in _END.finditer(text) if _is_end(text, end))]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Span of the sentence, or sentences, that hold the given span.

        A text without sentence ends is cut to a thousand characters on either side.

        Args:
            start: Offset of the first character, in code points.
            end: Offset just past the last; greater than `start`.

        Returns:
            Start and end of the surrounding sentences, without white space at the edges.
        """
        first = self._starts[bisect_right(self._starts, start) - 1]
        following = bisect_right(self._starts, end - 1)
        last = self._starts[following] if following < len(self._starts) else len(self._text)
        first, last = max(first, start - _LONGEST), min(last, end + _LONGEST)
        held = self._text[first:last]
        trimmed = first + len(held) - len(held.lstrip()), first + len(held.rstrip())
        return min(trimmed[0], start), max(trimmed[1], end)

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Spans of the sentences between two offsets, cut at them, without outer white space.

        What holds no letter or figure is no sentence and is left out.
        """
        inner = self._starts[bisect_right(self._starts, start) : bisect_left(self._starts, end)]
        edges = [start, *inner, end]
        for first, last in pairwise(edges):
            held = self._text[first:last]
            if any(character.isalnum() for character in held):
                yield first + len(held) - len(held.lstrip()), first + len(held.rstrip())


@lru_cache(maxsize=16)
def sentences(text: str) -> Sentences:
    """The sentences of a text; several rules ask for those of the same text in turn."""
    return Sentences(text)


def _is_end(text: str, end: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence, rather than an abbreviation or half a number."""
    if end["stop"] != ".":
        return True
    at = end.start()
    if end["mark"] and text[at - 1 : at].isdigit():
        return False
    return _ABBREVIATION.search(text, max(0, at - _LONGEST_ABBREVIATION), at) is None
