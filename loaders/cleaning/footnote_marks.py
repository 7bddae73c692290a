"""Footnote marks glued to words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.noise_words import ABBREVIATED, COUNTED, NUMBERED
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK, MISSING_SPACE = "footnote-mark", "missing-space"

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


def footnote_marks(text: str) -> Iterator[TextEdit]:
    """Marks at the end of a sentence or clause, at a closing quotation mark, or at a word.

    A number at a word that is not certain by itself counts if a mark one higher or lower is.
    """
    sure = [*_marks_at_pauses(text), *_marks_at_words(text)]
    yield from sure
    certain_numbers = {int(text[edit.start : edit.end]) for edit in sure}
    for edit, name in _at_ends(text, _NAME_BEFORE):
        number = int(text[edit.start : edit.end])
        if name.lower() not in NUMBERED and certain_numbers & {number - 1, number + 1}:
            yield edit


def marks_before_capitals(text: str) -> Iterator[TextEdit]:
    """Marks after which the space is missing too, as in `(GMPP).5Government`."""
    for match in _BEFORE_CAPITAL.finditer(text):
        yield TextEdit(*match.span(1), MARK)
        yield TextEdit(match.end(), match.end(), MISSING_SPACE, " ")


def _marks_at_pauses(text: str) -> Iterator[TextEdit]:
    for match in _AT_PAUSE.finditer(text):
        word = _BEFORE_PAUSE.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
        if word and not COUNTED.match(text, match.end()):
            belongs = match[1] == "." and word.group().lower() in ABBREVIATED
            if not belongs:
                yield TextEdit(*match.span(2), MARK)
    for match in _AT_YEAR.finditer(text):
        if not COUNTED.match(text, match.end()):
            yield TextEdit(*match.span(1), MARK)
    for match in _AT_CLOSING.finditer(text):
        yield TextEdit(*match.span(1), MARK)


def _marks_at_words(text: str) -> Iterator[TextEdit]:
    for edit, word in _at_ends(text, _WORD_BEFORE):
        if word not in NUMBERED:
            yield edit


def _at_ends(text: str, before: re.Pattern[str]) -> Iterator[tuple[TextEdit, str]]:
    """Numbers glued to the end of something, with that something."""
    for match in _NUMBER.finditer(text):
        start = match.start()
        if text[start - 1 : start] not in _LETTERS_AND_COMMA:
            continue
        glued = before.search(text, max(0, start - _LONGEST_WORD), start)
        if glued:
            yield TextEdit(*match.span(), MARK), glued.group()
