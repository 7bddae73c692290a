"""Footnote marks glued to words, and blocks of footnotes that fell into the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.reading import Edit
from loaders.damage.words import ABBREVIATED, COUNTED, NUMBERED

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK, BLOCK, MISSING_SPACE = "footnote-mark", "footnote-block", "missing-space"

_AFTER = r"(?=[\s)”’\"\]]|$)"
_AT_PAUSE = re.compile(rf"([A-Za-z]{{2,30}}|[)”’\"\]%])([.,;:?!])[”’\"]?(\d{{1,3}}){_AFTER}")
_AT_YEAR = re.compile(
    r"(?<![£$€\d.,])(?:19|20)\d\d(?:[–-] ?\d\d(?:\d\d)?|s)?[.;](\d{1,3})"
    r"(?=\s+(?:[A-Za-z“‘(]|\d{1,2}\. )|\s*$)"
)
_AT_CLOSING = re.compile(r"(?<=[a-zA-Z.,]{2}[)”’\]])(\d{1,3})(?=[\s.,;]|$)")
_AT_WORD = re.compile(r"\b([a-z]{4,30})(\d{1,3})(?=[\s,;:)]|\.(?:\s|$)|$)")
_LIKELY = re.compile(
    r"(?:\b[A-Z][a-z]{3,30}|(?<![£$€\d.,])(?:19|20)\d\d,)(\d{1,3})(?=[\s,;:)]|\.(?:\s|$)|$)"
)
_BEFORE_CAPITAL = re.compile(r"(?:[a-z]{2}|[)”’])[.](\d{1,3})(?=[A-Z][a-z]{2})(?!Gbp|Mbp|Kbp)")

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
_SURE = re.compile(
    rf"(?<=\s)(\d{{1,3}}) (?:{_NOTE}(?: ?; ?{_NOTE}){{0,8}}|(?P<written>{_WRITTEN}))(?=[\s;.]|$)"
)
_NEXT = re.compile(
    rf" (\d{{1,3}}) (?:{_NOTE}(?: ?; ?{_NOTE}){{0,8}}|{_WRITTEN}|{_DATED})(?=[\s;.]|$)"
)


def footnote_marks(text: str) -> Iterator[Edit]:
    """Marks at the end of a sentence or clause, at a closing quotation mark, or at a word.

    A number at a word that is not certain by itself counts if a mark one higher or lower is.
    """
    sure = [*_marks_at_pauses(text), *_marks_at_words(text)]
    yield from sure
    known = {int(text[edit.start : edit.end]) for edit in sure}
    for found in _LIKELY.finditer(text):
        number, name = int(found[1]), text[found.start() : found.start(1)].lower()
        if name not in NUMBERED and known & {number - 1, number + 1}:
            yield Edit(*found.span(1), MARK)


def marks_before_capitals(text: str) -> Iterator[Edit]:
    """Marks after which the space is missing too, as in `(GMPP).5Government`."""
    for found in _BEFORE_CAPITAL.finditer(text):
        yield Edit(*found.span(1), MARK)
        yield Edit(found.end(), found.end(), MISSING_SPACE, " ")


def footnote_blocks(text: str) -> Iterator[Edit]:
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
            yield Edit(start, at, BLOCK)


def _marks_at_pauses(text: str) -> Iterator[Edit]:
    for found in _AT_PAUSE.finditer(text):
        word, pause = found[1].lower(), found[2]
        belongs = pause == "." and word in ABBREVIATED
        if not belongs and not COUNTED.match(text, found.end()):
            yield Edit(*found.span(3), MARK)
    for found in _AT_YEAR.finditer(text):
        if not COUNTED.match(text, found.end()):
            yield Edit(*found.span(1), MARK)
    for found in _AT_CLOSING.finditer(text):
        yield Edit(*found.span(1), MARK)


def _marks_at_words(text: str) -> Iterator[Edit]:
    for found in _AT_WORD.finditer(text):
        if found[1] not in NUMBERED:
            yield Edit(*found.span(2), MARK)
