"""Page numbers that stand in a sentence or at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = "page-number"

_PAGE_BEFORE_LABEL = re.compile(
    r"[.?!] (?<=[a-z)”’]..)(\d{1,3} )(?=(?:recommendations? )?[a-h]\. |recommendations? [A-Z])"
)
_PAGE_IN_CLAUSE = re.compile(r" (\d{1,3} )(?=(?:where|whether|why|how)\b)")
_BEFORE_CLAUSE = re.compile(
    r"\bto (?:tell|understand|know|say|explain|judge|assess|determine|establish)$"
)
_LONGEST_CLAUSE_HEAD = 16
_PAGE_AT_END = re.compile(r"(?<=[a-z)”’][.?!])( \d{1,3})\s*$")
_LONGEST_TAIL = 130


def page_numbers(text: str) -> Iterator[TextEdit]:
    """Page numbers where no number could belong to the sentence."""
    for match in _PAGE_BEFORE_LABEL.finditer(text):
        yield TextEdit(*match.span(1), PAGE)
    for match in _PAGE_IN_CLAUSE.finditer(text):
        start = match.start()
        if _BEFORE_CLAUSE.search(text, max(0, start - _LONGEST_CLAUSE_HEAD), start):
            yield TextEdit(*match.span(1), PAGE)
    for match in _PAGE_AT_END.finditer(text, max(0, len(text) - _LONGEST_TAIL)):
        yield TextEdit(*match.span(1), PAGE)
