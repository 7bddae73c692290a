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
    (?<![.!?]) (?P<stop>[.!?]++) ["”’')\]]* (?P<mark>\d{1,3}(?:,\s?\d{1,3})*)? (?:\s+|$)
    | (?P<line>\n+)
    | \s (?= [•TR\d] )
      (?= • | Target\s+(?:implementation\s+)?date\b | Recommendation\s+(?:\w+\s+)?implemented\b
        | \d{1,2}\.\d{1,2}\s[A-Z] )
    """,
    re.VERBOSE,
)
"""Ends of sentences, with the footnote marks that may be glued to a full stop.

What follows may begin in lower case: where a page lost words, so does the next sentence; but dots
of omission, and what may be a section and no footnote (“s.11 of the Act”), then end none. In a
Treasury Minute a numbered paragraph and a date line begin anew, even where the full stop before
them is lost. A row of stops is tried from its first and as a whole, since rows can be long.
"""

_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|e\.g|i\.e|cf|approx|paras?|pp?|vol|nos?|No|Nos|Mr|Mrs|Ms|Dr|St|Rt|Hon|Prof|Cm|Ch"
    r"|v|vs)$"
)
_MAY_END = re.compile(r"\b(?:etc|et\s+al|[ap]\.m|Ltd|Inc|plc)$")
"""Abbreviations that end a sentence too, unless lower case follows."""
_NUMBERED = re.compile(
    r"\b(?:[Aa]rts?|ca?|cl|[Ff]igs?|[Rr]ecs?|[Rr]efs?|[Rr]egs?|[Ss]ch|[Ss]ec|ss?)$"
)
"""Abbreviations if a number follows."""
_WHOLE_NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d$)\d+$")
"""Figures before a full stop and more figures: a number, unless they are a year."""

_LONGEST_LEAD = 8
"""Characters before a full stop that can tell what it is."""
_LONGEST_AROUND = 1000
_LONGEST_WITHIN = 3000
"""Characters that are read as one sentence: more is no sentence but damage."""


class SentenceSpans:
    """The sentences of one text."""

    def __init__(self, text: str) -> None:
        """Find the sentence ends of `text`, in one pass."""
        self._text = text
        ends = [end for end in _END.finditer(text) if _is_end(text, end)]
        self._starts = [0, *(end.end() for end in ends)]
        self._starts_across_lines = [0, *(end.end() for end in ends if not end["line"])]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Span of the sentence, or sentences, that hold the given span.

        A line of its own, such as a heading, is a sentence. A text without sentence ends is cut to
        a thousand characters on either side.

        Args:
            start: Offset of the first character, in code points.
            end: Offset just past the last; greater than `start`.

        Returns:
            Start and end of the surrounding sentences, without white space at the edges.
        """
        first = self._starts[bisect_right(self._starts, start) - 1]
        following = bisect_right(self._starts, end - 1)
        last = self._starts[following] if following < len(self._starts) else len(self._text)
        first, last = max(first, start - _LONGEST_AROUND), min(last, end + _LONGEST_AROUND)
        held = self._text[first:last]
        trimmed = first + len(held) - len(held.lstrip()), first + len(held.rstrip())
        return min(trimmed[0], start), max(trimmed[1], end)

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Spans of the sentences of a paragraph, which may run over its lines.

        What holds no letter or figure is no sentence and is left out; what is longer than three
        thousand characters comes in pieces of that length.

        Args:
            start: Offset of the paragraph.
            end: Offset just past it.

        Yields:
            Start and end of each sentence, without white space at the edges.
        """
        starts = self._starts_across_lines
        inner = starts[bisect_right(starts, start) : bisect_left(starts, end)]
        for first, last in pairwise([start, *inner, end]):
            for at in range(first, last, _LONGEST_WITHIN):
                held = self._text[at : min(last, at + _LONGEST_WITHIN)]
                if any(character.isalnum() for character in held):
                    yield at + len(held) - len(held.lstrip()), at + len(held.rstrip())


@lru_cache(maxsize=16)
def sentence_spans(text: str) -> SentenceSpans:
    """The sentences of a text; several rules ask for those of the same text in turn."""
    return SentenceSpans(text)


def _is_end(text: str, end: re.Match[str]) -> bool:
    """Whether a stop ends a sentence, rather than an abbreviation or half a number."""
    stop = end["stop"]
    if stop is None or not stop.startswith("."):
        return True
    at, lead = end.start(), max(0, end.start() - _LONGEST_LEAD)
    if end["mark"] and _WHOLE_NUMBER.search(text, lead, at):
        return False
    following = text[end.end() : end.end() + 1]
    if following.islower() and (stop != "." or end["mark"] or _MAY_END.search(text, lead, at)):
        return False
    if following.isdecimal() and _NUMBERED.search(text, lead, at):
        return False
    return _ABBREVIATION.search(text, lead, at) is None
