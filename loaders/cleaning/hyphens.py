"""Hyphens: broken by a line end, printed as dashes, or kept together by a special character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.noise_words import FUNCTION_WORDS

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


def broken_hyphens(text: str) -> Iterator[TextEdit]:
    """A hyphen with a space after it, but for suspended ones as in `short- and long-term`."""
    for match in _BROKEN.finditer(text):
        if match[2] not in FUNCTION_WORDS or match[3]:
            yield TextEdit(*match.span(1), "broken-hyphen")
    if "- " in text or "-\n" in text:
        for match in _BROKEN_BEFORE_NAME.finditer(text):
            yield TextEdit(*match.span(1), "broken-hyphen")
    for match in _SOFT.finditer(text):
        yield TextEdit(*match.span(), "broken-hyphen")


def dash_variants(text: str) -> Iterator[TextEdit]:
    """An en dash, or the separate hyphen character, where a compound has a hyphen."""
    for match in _DASH.finditer(text):
        if match[1] not in FUNCTION_WORDS or match[2]:
            yield TextEdit(*match.span(), "dash-variant", "-")


def non_breaking_hyphens(text: str) -> Iterator[TextEdit]:
    """The hyphen that keeps its line together."""
    for match in re.finditer("\u2011", text):
        yield TextEdit(*match.span(), "non-breaking-hyphen", "-")
