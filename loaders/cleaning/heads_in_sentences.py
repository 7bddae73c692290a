"""Running heads that a page break put into the middle of a sentence.

What stands between two words of one sentence is a head only if it is the title of the report
itself, or a heading that every report has, and has a page number beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.head_forms import PAPER, PART, SESSION
from loaders.cleaning.noise_words import (
    BEFORE_AMOUNTS,
    COUNTED,
    NUMBERED,
    SENTENCE_WORDS,
    leads_up,
)
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

_PAPER_BEFORE = r"(?:(?:HC|HL|CP)\s\d{1,4}(?:[–-][IVXivx]{1,4})?\s{1,4})?"
_BETWEEN = r"(?:\s{1,4}|\s?[|–—]\s?)"
_BETWEEN_WORDS = tuple(
    compile_pattern(rf"(?<=[a-z,’)])\s{{1,4}}(?P<head>{form}\s{{1,4}})(?=[a-z(])")
    for form in (
        rf"\d{{1,3}} {SESSION}",
        rf"{SESSION} \d{{1,3}}",
        rf"{PAPER} \d{{1,3}}",
        rf"{PART} \d{{1,3}}",
    )
)
"""Heads of any report with a page number, between two words of a sentence."""

_GOES_ON = r"(?=[a-z(])(?!and recommendations)"
_LAST_WORD = re.compile(r"([A-Za-z]{1,30}) $")
_LONGEST_WORD = 32


def heads_in_sentences(text: str, titles: Iterable[str] = ()) -> Iterator[TextEdit]:
    """Titles of the report, and headings of its parts, with a page number in mid-sentence.

    Args:
        text: The text.
        titles: Titles of the report that the text is from.
    """
    yield from _heads_of_any_report(text)
    long_enough = tuple(t for title in titles if len(t := title.strip()) >= _SHORTEST_TITLE)
    for heads, certain in ((long_enough, True), (_HEADINGS, False)):
        if not any(head in text for head in heads):
            continue
        for match in _pattern(heads).finditer(text):
            start, end = match.span("head")
            if COUNTED.match(text, end - 1) or (not certain and _may_be_counted(text, start)):
                continue
            yield TextEdit(start, end, HEAD)


def _heads_of_any_report(text: str) -> Iterator[TextEdit]:
    """Papers, reports of a session and headed parts, where nothing leads up to them."""
    for form in _BETWEEN_WORDS:
        for match in form.finditer(text):
            start, end = match.span("head")
            words = text[max(0, start - _LONGEST_WORD) : start]
            counts = COUNTED.match(text, end - 1) or SENTENCE_WORDS.search(match["head"])
            if not counts and not leads_up(words):
                yield TextEdit(start, end, HEAD)


@lru_cache(maxsize=64)  # the texts of one report follow each other
def _pattern(heads: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted({re.escape(head) for head in heads}, key=len, reverse=True)
    head = rf"(?:{'|'.join(longest_first)})"
    return compile_pattern(
        rf"(?<=[a-z,’)])\s{{1,4}}"
        rf"(?P<head>{_PAPER_BEFORE}(?:\d{{1,3}}{_BETWEEN}{head}|{head}{_BETWEEN}\d{{1,3}})\s{{1,4}}){_GOES_ON}"
    )


def _may_be_counted(text: str, start: int) -> bool:
    """Whether a number in front belongs to the word before it, as in `section 6 Summary`."""
    word = _LAST_WORD.search(text, max(0, start - _LONGEST_WORD), start)
    if word is None or not text[start].isdecimal():
        return False
    return word[1].lower().removesuffix("s") in {*NUMBERED, *BEFORE_AMOUNTS}
