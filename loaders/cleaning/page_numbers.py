"""Page numbers at the end of a text, before a sentence, or before a label or a clause.

A number goes only where none could belong: a count, a day or a paragraph that is taken out costs
more than a page number that stays, which is flagged.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.noise_words import ABBREVIATED, NUMBERED
from loaders.cleaning.page_number_words import (
    AFTER_MASS_NOUN,
    BEFORE_COMMA,
    MASS_NOUNS,
    NUMBERED_UNITS,
    SENTENCE_OPENERS,
    SINGULAR_VERBS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = "page-number"

_BEFORE_LABEL = re.compile(
    r"[.?!] (?<=[a-z)”’]..)(?P<page>\d{1,3} )"
    r"(?=(?:recommendations? )?[a-h]\. |recommendations? [A-Z])"
)
_BEFORE_CLAUSE = re.compile(r" (\d{1,3} )(?=(?:where|whether|why|how)\b)")
_ASKS_FOR_CLAUSE = re.compile(
    r"\bto (?:tell|understand|know|say|explain|judge|assess|determine|establish)$"
)
_LONGEST_CLAUSE_HEAD = 16
_AT_SENTENCE = re.compile(
    r"(?:(?<=[a-z)”’][.!] )|(?<=[a-z)”’][.!]\d )|(?<=[a-z)”’][.!]\d\d )|(?<=[.?!][”’] ))"
    r"(?P<page>\d{1,3} )"
    r"(?P<word>[A-Z][a-z]{0,20})(?P<comma>,?) (?P<next>[a-z]{0,20})"
)
_OF_PAGES = re.compile(r"(?<=[a-z,;.] )(?:Page|PAGE) \d{1,3} of \d{1,3} (?=[A-Za-z])")
_AT_END = re.compile(r"(?<=[a-z)”’][.!])(?P<page> \d{1,3})\s*$")
_LONGEST_TAIL = 130
_LAST_WORD = re.compile(r"(?P<alone>(?:^|[.?!:] )(?=[A-Z]))?\b(?P<word>[A-Za-z]{1,14})\.\s?$")
_LONGEST_WORD = 19
_SHORTEST_PAGE = 1200
"""Numbers nearer to each other than this many characters count pieces of a text."""


def page_numbers(text: str) -> Iterator[TextEdit]:
    """Page numbers where no number could belong to the sentence."""
    for match in _BEFORE_LABEL.finditer(text):
        if not _belongs_to_word_before(text, match.start("page")):
            yield TextEdit(*match.span("page"), PAGE)
    for match in _BEFORE_CLAUSE.finditer(text):
        start = match.start()
        if _ASKS_FOR_CLAUSE.search(text, max(0, start - _LONGEST_CLAUSE_HEAD), start):
            yield TextEdit(*match.span(1), PAGE)
    yield from _before_sentences(text)
    for match in _OF_PAGES.finditer(text):
        yield TextEdit(*match.span(), PAGE)
    for match in _AT_END.finditer(text, max(0, len(text) - _LONGEST_TAIL)):
        if not _belongs_to_word_before(text, match.start("page")):
            yield TextEdit(*match.span("page"), PAGE)


def _before_sentences(text: str) -> Iterator[TextEdit]:
    matches = list(_AT_SENTENCE.finditer(text))
    starts = [-_SHORTEST_PAGE, *(match.start() for match in matches), len(text) + _SHORTEST_PAGE]
    gaps = [after - before for before, after in pairwise(starts)]
    for match, nearest in zip(matches, map(min, pairwise(gaps)), strict=True):
        if (
            nearest >= _SHORTEST_PAGE
            and _begins_sentence(match)
            and not _belongs_to_word_before(text, match.start("page"))
        ):
            yield TextEdit(*match.span("page"), PAGE)


def _begins_sentence(match: re.Match[str]) -> bool:
    """Whether a word begins a sentence by itself and is nothing that the number counts."""
    word, following = match["word"], match["next"]
    if match["comma"]:
        return word in BEFORE_COMMA or word.endswith("ly")
    if word in MASS_NOUNS and following in AFTER_MASS_NOUN:
        return True
    is_one = int(match["page"]) == 1
    one_thing = following in SINGULAR_VERBS and word not in NUMBERED_UNITS and not is_one
    return (word in SENTENCE_OPENERS and following not in {"and", "or"}) or one_thing


def _belongs_to_word_before(text: str, end: int) -> bool:
    """Whether a number belongs to the word before it, as in `para. 12` or `Annex. 2`."""
    word = _LAST_WORD.search(text, max(0, end - _LONGEST_WORD), end)
    if not word:
        return False
    name = word["word"].lower()
    return name in ABBREVIATED or (word["alone"] is not None and name in NUMBERED)
