"""Footnote marks glued to words, and blocks of footnotes that fell into the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.words import ABBREVIATED, COUNTED, NUMBERED
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK, BLOCK, MISSING_SPACE = "footnote-mark", "footnote-block", "missing-space"

_AFTER = r"(?=[\s)”’\"\]]|$)"
_AT_PAUSE = compile_pattern(rf"([.,;:?!])[”’\"]?(\d{{1,3}}){_AFTER}")
_BEFORE_PAUSE = re.compile(r"(?:[A-Za-z]{2,30}|[)”’\"\]%])$")
_AT_YEAR = re.compile(
    r"(?<![£$€\d.,])(?:19|20)\d\d(?:[–-] ?\d\d(?:\d\d)?|s)?[.;](\d{1,3})"
    r"(?=\s+(?:[A-Za-z“‘(]|\d{1,2}\. )|\s*$)"
)
_AT_CLOSING = re.compile(r"[)”’\]](?<=[a-zA-Z.,]{2}.)(\d{1,3})(?=[\s.,;]|$)")
_NUMBER = re.compile(r"\d{1,3}(?=[\s,;:)]|\.(?:\s|$)|$)")
_WORD_BEFORE = re.compile(r"\b[a-z]{4,30}$")
_NAME_BEFORE = re.compile(r"(?:\b[A-Z][a-z]{3,30}|(?<![£$€\d.,])(?:19|20)\d\d,)$")
_LONGEST_WORD = 32
_LETTERS_AND_COMMA = frozenset("abcdefghijklmnopqrstuvwxyz,")
_BEFORE_CAPITAL = re.compile(
    r"[.](?:(?<=[a-z]{2}[.])|(?<=[)”’][.]))(\d{1,3})(?=[A-Z][a-z]{2})(?!Gbp|Mbp|Kbp)"
)

_Q = r"(?:Qq ?|Q |Q(?![1-4]\b))\d{1,4}(?: ?[,–-] ?\d{1,4}){0,12}"
_NAO = (
    r"C(?:&A|A&)G[’']s Report(?:,? ?(?:Figure|[Pp]ara(?:graph)?s?|page|pp?\.?) ?[\d.]{1,6}"
    r"(?:[ ,–-]{1,2}[\d.]{1,6}(?![\d.]* [A-Z])){0,12})?"
)
_CODE = r"[A-Z]{2,4}\d{4}"
_URL = r"https?://\S{1,300}(?<=-) [\w-]{1,80}[-/][\w/.-]{0,200}|https?://\S{1,500}"
_WRITTEN = rf"[A-Z][^.?!\d]{{2,90}}\({_CODE}\)(?:, [A-Z][^.?!\d]{{2,90}}\({_CODE}\)){{0,8}}"
_DATED = (
    r"[A-Z][^.?!\d]{5,150}, (?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December) (?:19|20)\d\d"
)
_NOTE = rf"(?:{_Q}|{_NAO}|{_CODE}\b|{_URL})"
_SURE = compile_pattern(
    rf"(?<=\s)(\d{{1,3}}) (?:{_NOTE}(?: ?; ?{_NOTE}){{0,8}}|(?P<written>{_WRITTEN}))(?=[\s;.]|$)"
)
_NEXT = compile_pattern(
    rf" (\d{{1,3}}) (?:{_NOTE}(?: ?; ?{_NOTE}){{0,8}}|{_WRITTEN}|{_DATED})(?=[\s;.]|$)"
)


def footnote_marks(text: str) -> Iterator[TextEdit]:
    """Marks at the end of a sentence or clause, at a closing quotation mark, or at a word.

    A number at a word that is not certain by itself counts if a mark one higher or lower is.
    """
    sure = [*_marks_at_pauses(text), *_marks_at_words(text)]
    yield from sure
    known = {int(text[edit.start : edit.end]) for edit in sure}
    for edit, name in _at_ends(text, _NAME_BEFORE):
        number = int(text[edit.start : edit.end])
        if name.lower() not in NUMBERED and known & {number - 1, number + 1}:
            yield edit


def marks_before_capitals(text: str) -> Iterator[TextEdit]:
    """Marks after which the space is missing too, as in `(GMPP).5Government`."""
    for found in _BEFORE_CAPITAL.finditer(text):
        yield TextEdit(*found.span(1), MARK)
        yield TextEdit(found.end(), found.end(), MISSING_SPACE, " ")


def footnote_blocks(text: str) -> Iterator[TextEdit]:
    """Runs of numbered footnotes: questions, evidence, reports, web addresses.

    A piece of evidence named by its author counts only beside another footnote.
    """
    at = 0
    while found := _SURE.search(text, at):
        start, first, last = found.start(), found.end(), int(found[1])
        at = first
        while (after := _NEXT.match(text, at)) and int(after[1]) > last:
            at, last = after.end(), int(after[1])
        if at > first or not found["written"]:
            yield TextEdit(start, at, BLOCK)


def _marks_at_pauses(text: str) -> Iterator[TextEdit]:
    for found in _AT_PAUSE.finditer(text):
        word = _BEFORE_PAUSE.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
        if word and not COUNTED.match(text, found.end()):
            belongs = found[1] == "." and word.group().lower() in ABBREVIATED
            if not belongs:
                yield TextEdit(*found.span(2), MARK)
    for found in _AT_YEAR.finditer(text):
        if not COUNTED.match(text, found.end()):
            yield TextEdit(*found.span(1), MARK)
    for found in _AT_CLOSING.finditer(text):
        yield TextEdit(*found.span(1), MARK)


def _marks_at_words(text: str) -> Iterator[TextEdit]:
    for edit, word in _at_ends(text, _WORD_BEFORE):
        if word not in NUMBERED:
            yield edit


def _at_ends(text: str, before: re.Pattern[str]) -> Iterator[tuple[TextEdit, str]]:
    """Numbers glued to the end of something, with that something."""
    for found in _NUMBER.finditer(text):
        start = found.start()
        if text[start - 1 : start] not in _LETTERS_AND_COMMA:
            continue
        glued = before.search(text, max(0, start - _LONGEST_WORD), start)
        if glued:
            yield TextEdit(*found.span(), MARK), glued.group()
