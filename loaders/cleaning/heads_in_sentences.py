"""Running heads that a page break put into the middle of a sentence.

What stands between two words of one sentence is a head only if it is the title of the report
itself, or a heading that every report has, and has a page number beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.noise_words import BEFORE_AMOUNTS, COUNTED, NUMBERED
from loaders.cleaning.running_headings import HEAD
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHORTEST_TITLE = 8
_HEADINGS = (
    "Annexes",
    "Conclusions",
    "Conclusions and recommendations",
    "Contents",
    "Formal minutes",
    "Formal Minutes",
    "Introduction",
    "List of Reports from the Committee during the current Parliament",
    "Published written evidence",
    "Summary",
    "Witnesses",
)
"""Headings of parts of a report, which stand at the head of its pages as well."""

_GOES_ON = r"(?=[a-z(])(?!and recommendations)"
_LAST_WORD = re.compile(r"([A-Za-z]{1,30}) $")
_LONGEST_WORD = 32


def heads_in_sentences(text: str, titles: Iterable[str] = ()) -> Iterator[TextEdit]:
    """Titles of the report, and headings of its parts, with a page number in mid-sentence.

    Args:
        text: The text.
        titles: Titles of the report that the text is from.
    """
    long_enough = [title.strip() for title in titles if len(title.strip()) >= _SHORTEST_TITLE]
    for heads, certain in ((long_enough, True), (_HEADINGS, False)):
        if not any(head in text for head in heads):
            continue
        for match in _pattern(heads).finditer(text):
            start, end = match.span("head")
            if COUNTED.match(text, end - 1) or (not certain and _may_be_counted(text, start)):
                continue
            yield TextEdit(start, end, HEAD)


def _pattern(heads: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted({re.escape(head) for head in heads}, key=len, reverse=True)
    head = rf"(?:{'|'.join(longest_first)})"
    return compile_pattern(
        rf"(?<=[a-z,’)])\s{{1,4}}"
        rf"(?P<head>(?:\d{{1,3}}\s{{1,4}}{head}|{head}\s{{1,4}}\d{{1,3}})\s{{1,4}}){_GOES_ON}"
    )


def _may_be_counted(text: str, start: int) -> bool:
    """Whether a number in front belongs to the word before it, as in `section 6 Summary`."""
    word = _LAST_WORD.search(text, max(0, start - _LONGEST_WORD), start)
    if word is None or not text[start].isdecimal():
        return False
    return word[1].lower().removesuffix("s") in {*NUMBERED, *BEFORE_AMOUNTS}
