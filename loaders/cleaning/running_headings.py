"""Running heads and headings of the next section that stand in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.footnote_blocks import footnote_blocks
from loaders.cleaning.noise_words import (
    BEFORE_AMOUNTS,
    COUNTED,
    PAST_VERBS,
    SENTENCE_WORDS,
)
from loaders.cleaning.page_numbers import PAGE
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = "running-head"

_SHORTEST_HEAD, _LONGEST_HEAD, _MOST_WORDS = 8, 130, 16
_BODY_WORDS = re.compile(
    r"\b(?:[A-Z]{2,}|Department|Ministry|Office|Council|Agency|Treasury|Committee|Secretary"
    r"|Authority|Service|Commission|Board|Programme|Act|Bill)\b"
)
_AFTER_ITEM = re.compile(
    r"\((?:Recommendation|Conclusion)?,? ?[Pp]aragraphs? \d[^()]{0,30}\)\.? (?=[A-Z])"
)
_AFTER_MARK = re.compile(r"(?:[a-z)”’%]|(?:19|20)\d\d)[.?!][”’]?\d{1,3} (?=[A-Z])")
_CHAPTER = re.compile(
    r"(?<=[a-z)”’][.?!] )(?:\d{1,3} \d{1,2} [A-Z][^.?!]{5,120}|[A-Z][^.?!]{5,120} Introduction)$"
)
_BEFORE_LABEL = re.compile(
    r"(?<=[a-z\d][.?!] )([A-Z][^.?!:;\d]{8,110}) \d{1,3} (?=Recommendations?\b[ \d]*:)"
)
_AFTER_BLOCK_PAGE = re.compile(r" \d{1,3}(?= [a-z]| ?$)")
_AFTER_BLOCK_END = compile_pattern(
    r" (?P<head>[A-Z][^.?!;:\d]{5,110}) \d{1,3} "
    r"(?:(?P<chapter>\d{1,2}) )?(?P<heading>[A-Z][^.?!;:]{5,160}\??)$"
)
"""A running head, a page number and the headings of the next chapter, with which a text ends."""

_NUMBER_OF_THINGS = re.compile(r"\b\d{1,3} (?P<thing>[a-z]|[A-Z][a-z]{1,20}s\b)")
_SENTENCE_ENDS = re.compile(r"[.?!][)”’\"]?(?:\d{1,3})?\s?$")
_LAST_WORD = re.compile(r"\b([a-z]{1,12}) $")
_LONGEST_WORD = 14
_LABEL = re.compile(r" (?:recommendations?\b|[a-h]\. )")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should|could|can|may|might|must|did|does"
    r"|told|said|says|agreed|agrees|recommends?)\b"
)
_AFTER_BLOCK_HEAD = re.compile(r" [A-Z][^.?!;:\d]{5,110} \d{1,3}(?= [a-z])")


def heads_after_footnotes(text: str) -> Iterator[TextEdit]:
    """What a page break puts below its footnotes: the running head, the page number, or both."""
    whole = text.rstrip()
    for block in footnote_blocks(text):
        rest = text[block.end : block.end + _LONGEST_HEAD].rstrip()
        at_end = block.end + len(rest) == len(whole)
        goes_on = not _SENTENCE_ENDS.search(text, max(0, block.start - _LONGEST_WORD), block.start)
        page = _AFTER_BLOCK_PAGE.match(text, block.end)
        head = _AFTER_BLOCK_HEAD.match(text, block.end)
        if page:
            if _is_page(whole, block, page.end(), goes_on=goes_on):
                yield TextEdit(*page.span(), PAGE)
        elif head and goes_on and _is_heading(head.group()) and not COUNTED.match(text, head.end()):
            yield TextEdit(*head.span(), HEAD)
        elif (tail := _AFTER_BLOCK_END.match(whole, block.end)) and _is_chapter(tail):
            yield TextEdit(*tail.span(), HEAD)
        elif at_end and re.match(r" (?:[A-Z]|\d{1,3} [A-Z])", rest) and _is_heading(rest):
            yield TextEdit(block.end, block.end + len(rest), HEAD)


def _is_page(text: str, block: TextEdit, end: int, *, goes_on: bool) -> bool:
    """Whether the number below a block of footnotes belongs to nothing around it."""
    if end >= len(text):
        return True
    if COUNTED.match(text, end):
        return False
    word = _LAST_WORD.search(text, max(0, block.start - _LONGEST_WORD), block.start)
    if goes_on:
        return not word or word[1] not in BEFORE_AMOUNTS
    return _LABEL.match(text, end) is not None


def _is_chapter(tail: re.Match[str]) -> bool:
    """Whether a text ends with a running head, a page number and headings, not with a sentence."""
    if tail["chapter"]:
        return not _FINITE.search(tail["head"])
    counts = _NUMBER_OF_THINGS.search(tail[0]) and PAST_VERBS.search(tail["head"])
    return not counts and not _FINITE.search(tail[0]) and not tail[0].endswith("?")


def headings_at_end(text: str) -> Iterator[TextEdit]:
    """The next section's heading after the last full stop of a text."""
    end = len(text.rstrip())
    from_here = max(0, end - _LONGEST_HEAD)
    for match in _AFTER_ITEM.finditer(text, from_here):
        if _is_heading(text[match.end() : end]):
            yield TextEdit(match.end() - 1, end, HEAD)
    for match in _AFTER_MARK.finditer(text, from_here):
        heading = text[match.end() : end]
        if _is_heading(heading) and not _BODY_WORDS.search(heading):
            yield TextEdit(match.end() - 1, end, HEAD)
    for match in _CHAPTER.finditer(text[:end], from_here):
        if _is_heading(match.group()):
            yield TextEdit(match.start() - 1, end, HEAD)


def heads_before_labels(text: str) -> Iterator[TextEdit]:
    """A running head and page number between a sentence and the label `Recommendation`."""
    if "Recommendation" in text:
        for match in _BEFORE_LABEL.finditer(text):
            if _is_heading(match[1]):
                yield TextEdit(*match.span(), HEAD)


def _is_heading(words: str) -> bool:
    """Whether words at the end of a text, without a full stop, are a heading and no sentence."""
    return (
        len(words.strip()) >= _SHORTEST_HEAD
        and len(words.split()) <= _MOST_WORDS
        and not re.search(r"[.?!;•]", words)
        and not SENTENCE_WORDS.search(words)
        and not _counts_things(words)
    )


def _counts_things(words: str) -> bool:
    """Whether a number among some words belongs to them, as in `Data from 12 areas`."""
    number = _NUMBER_OF_THINGS.search(words)
    before = words[: number.start()].lower().split() if number else []
    if not number or not before:
        return False
    is_common_noun = number["thing"].islower()
    return is_common_noun or before[-1] in BEFORE_AMOUNTS or bool(PAST_VERBS.search(words))
