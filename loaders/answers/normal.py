"""The normal form of answer text: what two copies of one answer have in common.

Copies differ in spelling (realisation, realization), in hyphens broken by line ends, in dashes,
quotation marks and spaces, and in footnote numbers glued to words. The normal form keeps letters
and figures only, in one spelling. It serves comparison, never display.
"""

from __future__ import annotations

import re
import unicodedata

_FOOTNOTE = re.compile(
    r"(?<=[A-Za-z”’)%][.,;:!?])\d{1,3}(?:,\s?\d{1,3})*(?=\s|$|[A-Z])|(?<=[a-z]{3})\d{1,2}(?=[\s.,;]|$)"
)
"""Footnote numbers: glued to a mark of punctuation, or to a word of three letters or more."""

_SPELLINGS = (
    (re.compile(r"([iy])z(?=e|i|a)"), r"\1s"),
    (re.compile(r"programme"), "program"),
    (re.compile(r"\b(behavi|col|endeav|fav|harb|hon|lab|neighb)our"), r"\1or"),
    (re.compile(r"centre"), "center"),
    (re.compile(r"(catal|dial)ogue"), r"\1og"),
    (re.compile(r"(defen|licen|offen)[cs]e"), r"\1ce"),
    (re.compile(r"practis"), "practic"),
    (re.compile(r"judgement"), "judgment"),
    (re.compile(r"(cancel|channel|label|level|model|travel)l(?=ed|er|ing)"), r"\1"),
    (re.compile(r"(enrol|fulfil|instal)l?(?=\b|ment)"), r"\1"),
)
"""British and American spellings of words that replies use, folded to one."""


def normal_form(text: str) -> str:
    """Letters and figures of a text in lower case and one spelling, without footnote numbers."""
    folded = unicodedata.normalize("NFKC", _FOOTNOTE.sub("", text)).casefold()
    for pattern, spelling in _SPELLINGS:
        folded = pattern.sub(spelling, folded)
    return "".join(character for character in folded if character.isalnum())
