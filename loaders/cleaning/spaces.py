"""Spaces that print or extraction put wrong: one too many, or one missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR_RANGE = re.compile(r"[–-]( )(?=\d\d(?:\d\d)?\b)(?<=\b(?:19|20)\d\d. )|–( )(?=\d)(?<=\d. )")
_SPACE_BEFORE_PAUSE = re.compile(r"[;,](?=\s|$)(?<=[\w)”’] .)")
_JOINED_YEAR = re.compile(r"(?:19|20)\d\d(?=[a-z]{5,30}\b)(?<![\w/.-]\d{4})")
_JOINED_CLAUSE = re.compile(r",(?=[a-z]{4})(?<=[a-z]{4},)")


def stray_spaces(text: str) -> Iterator[TextEdit]:
    """A space inside a range of numbers, or before a comma or semicolon."""
    for match in _YEAR_RANGE.finditer(text):
        yield TextEdit(*match.span(1 if match[1] else 2), "stray-space")
    for match in _SPACE_BEFORE_PAUSE.finditer(text):
        yield TextEdit(match.start() - 1, match.start(), "stray-space")


def missing_spaces(text: str) -> Iterator[TextEdit]:
    """No space after a year or a comma."""
    for match in _JOINED_YEAR.finditer(text):
        yield TextEdit(match.end(), match.end(), "missing-space", " ")
    for match in _JOINED_CLAUSE.finditer(text):
        yield TextEdit(match.end(), match.end(), "missing-space", " ")
