"""Blocks of footnotes that fell into the text."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.footnote_forms import DATED, ENDS, NOTE, PAPERED, POINTED, WRITTEN
from loaders.cleaning.noise_words import ABBREVIATED, BEFORE_AMOUNTS, NUMBERED, SENTENCE_WORDS
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = "footnote-block"

_SURE = compile_pattern(rf"(?<=\s)(\d{{1,3}}) (?:{NOTE}|(?P<written>{WRITTEN})){ENDS}")
_NEXT = compile_pattern(rf" (\d{{1,3}}) (?:{NOTE}|{WRITTEN}|{DATED}){ENDS}")
_TITLED = compile_pattern(rf"(?<=\s)(\d{{1,3}}) {DATED}(?= \d)")
_REPEATED = compile_pattern(
    rf"(?<=[.?!;,])(?P<mark>\d{{1,3}}) (?P<note>(?P=mark) (?:{WRITTEN}|{DATED}){ENDS})"
)
"""A mark at the end of a sentence, and right behind it the note of the same number."""
_WITHIN_SENTENCE = tuple(
    compile_pattern(rf"(?<=[a-z,)’] )(?P<number>\d{{1,3}}) {note} (?=[a-z(])")
    for note in (PAPERED, POINTED)
)
"""One note between two words of a sentence, which no sentence has of itself."""

_SENTENCE_ENDS = re.compile(r"[.?!][)”’]?(?:\d{1,3})?\s$")
_LONGEST_END = 6
_FARTHEST = 3
"""Notes follow each other on a page; some numbers between are lost."""

_LAST_WORD = re.compile(r"([A-Za-z]{1,30})(\.?)\s$")
_LONGEST_WORD = 32
_CERTAIN = re.compile(r"\d{1,3} (?:Q|[Ii]bid|https?:|C&A|CA&|NAO )")


def footnote_blocks(text: str) -> Iterator[TextEdit]:
    """Runs of numbered footnotes: questions, evidence, reports, web addresses.

    A piece of evidence named by its author counts only beside another footnote. A number that the
    sentence needs, as in `paragraph 12 HC 99`, begins no footnote.
    """
    for repeated in _REPEATED.finditer(text):
        if not SENTENCE_WORDS.search(repeated["title"] or ""):
            yield TextEdit(*repeated.span("note"), BLOCK)
    for single in chain.from_iterable(form.finditer(text) for form in _WITHIN_SENTENCE):
        if not _is_numbered(text, single) and not SENTENCE_WORDS.search(single["title"] or ""):
            yield TextEdit(single.start(), single.end() - 1, BLOCK)
    end = 0
    titled = {match.end(): match for match in _TITLED.finditer(text)}
    while match := _SURE.search(text, end):
        first_end = match.end()
        end = _end_of_notes(text, first_end, int(match[1]))
        alone = end == first_end
        if alone and _in_sentence(text, match):
            end = match.end(1)
        elif not (alone and match["written"]):
            yield TextEdit(_start_of_notes(text, match, titled), end, BLOCK)


def _end_of_notes(text: str, end: int, number: int) -> int:
    """Where the notes end that follow one with a number."""
    while (following := _NEXT.match(text, end)) and int(following[1]) > number:
        end, number = following.end(), int(following[1])
    return end


def _start_of_notes(text: str, match: re.Match[str], titled: dict[int, re.Match[str]]) -> int:
    """Where the notes begin that lead to a certain one: titles with a paper or date count there."""
    start, number = match.start(), int(match[1])
    while (
        (before := titled.get(start - 1))
        and 0 < number - int(before[1]) <= _FARTHEST
        and not SENTENCE_WORDS.search(before["title"])
    ):
        start, number = before.start(), int(before[1])
    ends = _SENTENCE_ENDS.search(text, max(0, start - _LONGEST_END), start)
    return start if ends else match.start()


def _is_numbered(text: str, match: re.Match[str]) -> bool:
    """Whether the number belongs to the word before it, as in `paragraph 12`."""
    start = match.start()
    before = _LAST_WORD.search(text, max(0, start - _LONGEST_WORD), start)
    return before is not None and before[1].lower().removesuffix("s") in NUMBERED


def _in_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether the number of what looks like a footnote may belong to the word before it."""
    start = match.start()
    before = _LAST_WORD.search(text, max(0, start - _LONGEST_WORD), start)
    if not before:
        return False
    word = before[1].lower()
    if before[2]:
        return word in ABBREVIATED
    if word.removesuffix("s") in NUMBERED:
        return True
    return word in BEFORE_AMOUNTS and not _CERTAIN.match(match[0])
