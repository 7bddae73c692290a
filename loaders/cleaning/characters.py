"""Hyphens, dashes and spaces that print or extraction put wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.words import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each pattern begins with its rarest character and looks back from there, which is what makes a
# rule as fast as a search for that character.
_BROKEN = re.compile(r"-(?<=[A-Za-z]-)(\s)(?=([a-z]+)(-?))")
_BROKEN_BEFORE_NAME = re.compile(
    r"\b(?:[Nn]on|[Pp]re|[Pp]ost|[Aa]nti|[Pp]ro|[Mm]id|[Ee]x"
    r"|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)-(\s)(?=[A-Z])"
)
_SOFT = re.compile(r"\u00ad(?<=[A-Za-z].)(?=[A-Za-z])")
_DASH = re.compile(r"[–‐](?<=[a-z].)(?=([a-z]+)([–‐-]?))")
_YEAR_RANGE = re.compile(r"[–-]( )(?=\d\d(?:\d\d)?\b)(?<=\b(?:19|20)\d\d. )|–( )(?=\d)(?<=\d. )")
_SPACE_BEFORE_PAUSE = re.compile(r"[;,](?=\s|$)(?<=[\w)”’] .)")
_JOINED_YEAR = re.compile(r"(?:19|20)\d\d(?=[a-z]{5,30}\b)(?<![\w/.-]\d{4})")
_JOINED_CLAUSE = re.compile(r",(?=[a-z]{4})(?<=[a-z]{4},)")
_URL = re.compile(r"https?://\S{1,300}[-/_]( )(?=[\w.-]{1,80}[-/][\w/.-]*)")


def broken_hyphens(text: str) -> Iterator[TextEdit]:
    """A hyphen with a space after it, but for suspended ones as in `short- and long-term`."""
    for found in _BROKEN.finditer(text):
        if found[2] not in FUNCTION_WORDS or found[3]:
            yield TextEdit(*found.span(1), "broken-hyphen")
    if "- " in text or "-\n" in text:
        for found in _BROKEN_BEFORE_NAME.finditer(text):
            yield TextEdit(*found.span(1), "broken-hyphen")
    for found in _SOFT.finditer(text):
        yield TextEdit(*found.span(), "broken-hyphen")


def dash_variants(text: str) -> Iterator[TextEdit]:
    """An en dash, or the separate hyphen character, where a compound has a hyphen."""
    for found in _DASH.finditer(text):
        if found[1] not in FUNCTION_WORDS or found[2]:
            yield TextEdit(*found.span(), "dash-variant", "-")


def non_breaking_hyphens(text: str) -> Iterator[TextEdit]:
    """The hyphen that keeps its line together."""
    for found in re.finditer("\u2011", text):
        yield TextEdit(*found.span(), "non-breaking-hyphen", "-")


def stray_spaces(text: str) -> Iterator[TextEdit]:
    """A space inside a range of numbers, or before a comma or semicolon."""
    for found in _YEAR_RANGE.finditer(text):
        yield TextEdit(*found.span(1 if found[1] else 2), "stray-space")
    for found in _SPACE_BEFORE_PAUSE.finditer(text):
        yield TextEdit(found.start() - 1, found.start(), "stray-space")


def missing_spaces(text: str) -> Iterator[TextEdit]:
    """No space after a year or a comma."""
    for found in _JOINED_YEAR.finditer(text):
        yield TextEdit(found.end(), found.end(), "missing-space", " ")
    for found in _JOINED_CLAUSE.finditer(text):
        yield TextEdit(found.end(), found.end(), "missing-space", " ")


def broken_urls(text: str) -> Iterator[TextEdit]:
    """A web address that a line break cut in two."""
    for found in _URL.finditer(text):
        yield TextEdit(*found.span(1), "url-broken")
