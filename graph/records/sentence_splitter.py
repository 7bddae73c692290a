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
    | (?<=\bRecommendation\simplemented) \s+ (?= [A-Z][a-z]*\s )
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
_MAY_END = re.compile(r"\b(?:etc|et\s+al|[ap]\.[am]|Ltd|Inc|plc)$")
"""Abbreviations that end a sentence too, unless lower case follows."""
_NUMBERED = re.compile(
    r"\b(?:[Aa]rts?|ca?|cl|[Ff]igs?|[Rr]ecs?|[Rr]efs?|[Rr]egs?|[Ss]ch|[Ss]ec|ss?"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)$"
)
"""Abbreviations if a number follows."""
_WHOLE_NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d$)\d+$")
"""Figures before a full stop and more figures: a number, unless they are a year."""

_RUNS_ON = re.compile(
    r"(?:\b(?:the|to|its|our|their|of|in|and|or|for|from|with|a|an|as|on|by|at|under|that|this|which"
    r"|should|will|is|are|be|not|HM|Her|His)|[,–—-])$",
    re.IGNORECASE,
)
"""The end of a line whose sentence goes on in the next."""

_BEGINS_ANEW = re.compile(r"\s*(?:[•▪●*–—-]\s|[(\[]?(?:\d{1,3}|[a-hivx]{1,4})[.:)\]])")
"""Marks of lists and numbers of paragraphs."""

_FULL_LINE = 60
"""Characters from which on a line of a text may be full."""

_SLACK = 4
"""Characters by which a full line may fall short of the longest."""

_LONGEST_LEAD = 8
"""Characters before a full stop that can tell what it is."""


@lru_cache(maxsize=16)
def split_sentences(text: str) -> SentenceSpans:
    """Find where the sentences of a text begin, in one pass.

    What was split last is kept, since several rules ask for the sentences of one text in turn.
    """
    ends = [end for end in _END.finditer(text) if _is_end(text, end)]
    width = max(map(len, text.split("\n")))
    return SentenceSpans(
        text,
        (0, *(end.end() for end in ends if not _is_wrap(text, end, width))),
        (0, *(end.end() for end in ends if not end["line"])),
    )


def _is_wrap(text: str, end: re.Match[str], width: int) -> bool:
    """Whether the end is a line break only, within a sentence that goes on in the next line."""
    if end["line"] != "\n":
        return False
    position = end.start()
    before = text[max(text.rfind("\n", 0, position) + 1, position - width) : position].rstrip()
    stop = text.find("\n", end.end())
    after = text[end.end() : stop if stop >= 0 else len(text)]
    if not before or not after.strip() or before.endswith(":") or _BEGINS_ANEW.match(after):
        return False
    if _RUNS_ON.search(before, max(0, len(before) - _LONGEST_LEAD)) or after[:1].islower():
        return True
    first_word = after.split(maxsplit=1)[0]
    return len(before) >= _FULL_LINE and len(before) + 1 + len(first_word) > width - _SLACK


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
