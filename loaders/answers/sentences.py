"""Where sentences begin and end in text that has lost its line breaks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(
    r"(?P<stop>[.!?]+)[\"”’)\]]*(?:(?<=[.”’)])\d{1,3}(?:,\s?\d{1,3})*)?(?=\s|$)"
    r"|\s(?=(?:Target\s+(?:implementation\s+)?date|Recommendation\s+(?:\w+\s+)?implemented)\b)"
    r"|(?<=[\w.)])\s+(?=•)"
)
"""The end of a sentence, with the footnote numbers that may stand glued to it.

A date line of a Treasury Minute begins anew even where the full stop before it is lost.
"""

LONGEST = 3000
"""Characters of a sentence, as far as it is read as one: more is no sentence but damage."""

_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|e\.g|i\.e|cf|approx|paras?|pp?|vol|nos?|No|Nos|Mr|Mrs|Ms|Dr|St|Rt|Hon|Cm|Ch|v|vs|Prof))$"
)


@lru_cache(maxsize=64)
def sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Sentences between two offsets of a text.

    Returns:
        Start and end of each, without the white space around it.
    """
    return tuple(_sentences(text, start, end))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _END.finditer(text, start, end):
        if match["stop"] == "." and _ABBREVIATION.search(text, at, match.start()):
            continue
        yield from _trimmed(text, at, match.end())
        at = match.end()
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without white space at its edges, in pieces if too long; none without a word."""
    for at in range(start, end, LONGEST):
        piece = text[at : min(end, at + LONGEST)]
        if any(character.isalnum() for character in piece):
            lead = len(piece) - len(piece.lstrip())
            yield at + lead, at + len(piece.rstrip())
