"""Where sentences end in committee prose, so that every link can show its sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.records.sentence_spans import SentenceSpans

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


@lru_cache(maxsize=16)
def split_sentences(text: str) -> SentenceSpans:
    """Find where the sentences of a text begin, in one pass.

    What was split last is kept, since several rules ask for the sentences of one text in turn.
    """
    ends = [end for end in _END.finditer(text) if _is_end(text, end)]
    return SentenceSpans(
        text,
        (0, *(end.end() for end in ends)),
        (0, *(end.end() for end in ends if not end["line"])),
    )


def _is_end(text: str, end: re.Match[str]) -> bool:
    """Whether a stop ends a sentence, rather than an abbreviation or half a number."""
    stop = end["stop"]
    if stop is None or not stop.startswith("."):
        return True
    stop_start, lead = end.start(), max(0, end.start() - _LONGEST_LEAD)
    if end["mark"] and _WHOLE_NUMBER.search(text, lead, stop_start):
        return False
    following = text[end.end() : end.end() + 1]
    if following.islower() and (
        stop != "." or end["mark"] or _MAY_END.search(text, lead, stop_start)
    ):
        return False
    if following.isdecimal() and _NUMBERED.search(text, lead, stop_start):
        return False
    return _ABBREVIATION.search(text, lead, stop_start) is None
