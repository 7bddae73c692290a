"""The normal form of answer text: what two copies of one answer have in common.

Copies differ in spelling (realisation, realization), in hyphens broken by line ends, in dashes,
quotation marks and spaces, and in footnote numbers glued to words. The normal form keeps letters
and figures only, in one spelling. It serves comparison, never display.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FOOTNOTE = re.compile(
    r"[0-9](?:(?<=[A-Za-z”’)%][.,;:!?][0-9])\d{0,2}(?:,\s?\d{1,3}){0,20}(?=\s|$|[A-Z])"
    r"|(?<=[a-z]{3}[0-9])\d?(?=[\s.,;]|$))"
)
"""Footnote numbers: glued to a mark of punctuation, or to a word of three letters or more."""

_BETWEEN = re.compile(r"[\W_]+")

_SPELLINGS = (
    *((f"{vowel}z{end}", f"{vowel}s{end}") for vowel in "iy" for end in "eia"),
    ("programme", "program"),
    ("centre", "center"),
    ("catalogue", "catalog"),
    ("dialogue", "dialog"),
    ("practis", "practic"),
    ("judgement", "judgment"),
    *((f"{stem}ce", f"{stem}se") for stem in ("defen", "licen", "offen")),
    *(
        (f"{stem}our", f"{stem}or")
        for stem in ("behavi", "col", "endeav", "fav", "harb", "hon", "lab", "neighb")
    ),
    *(
        (f"{stem}l{end}", f"{stem}{end}")
        for stem in ("cancel", "channel", "label", "level", "model", "travel")
        for end in ("ed", "er", "ing")
    ),
    *((f"{stem}l", stem) for stem in ("enrol", "fulfil", "instal")),
)
"""British and American spellings of words that replies use, folded to one."""


@lru_cache(maxsize=2048)
def normal_form(text: str) -> str:
    """Letters and figures of a text in lower case and one spelling, without footnote numbers."""
    return _BETWEEN.sub("", fold_spelling(_FOOTNOTE.sub("", text)))


def fold_spelling(text: str) -> str:
    """A text in lower case, its letters of one width and its words in one of their spellings."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    for spelling, folded_spelling in _SPELLINGS:
        folded = folded.replace(spelling, folded_spelling)
    return folded


def without_footnote_numbers(text: str) -> str:
    """A text without the footnote numbers that are glued to its words and stops."""
    return _FOOTNOTE.sub("", text)
