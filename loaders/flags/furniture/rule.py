"""Footnotes, page numbers and headings of the page among the words of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.quality_flags import FlagEvidence
from loaders.cleaning.noise_words import BEFORE_AMOUNTS
from loaders.flags.evidence.text_ends import texts, trailing_heading
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = False

_MEASURES = "".join(rf"(?<!{word}\s[0-9])" for word in BEFORE_AMOUNTS)
"""No page number follows these words."""

_GOES_ON = (
    "how|where|when|which|who|whether|what|the|an?|to|and|is|are|was|has|have|its?|in|by|for|that|"
    "with|from|as|at|on|or|not|understand"
)
_FURNITURE = (
    (
        "block of footnotes",
        (
            r"[0-9](?<!\w[0-9])\d{0,2} "
            r"(?:Qq? ?\d|C&AG’s Report|CA&G’s Report|[A-Z]{3,4}\d{4}\b|HC \d|https?:)"
        ),
    ),
    (
        "running head",
        (
            r"(?P<head>[0-9](?<=[a-z,;]\s[0-9])\d{0,2}\s+[A-Z][a-z]+(?:\s+[a-z]+){2,9})"
            r"\s+(?=[a-z]+\b)(?=[^.]{0,1000}\.)"
        ),
    ),
    ("page number", r"(?P<head>[0-9](?<=[a-z.)]\s[0-9])\d{0,2})\s*$"),
    (
        "page number",
        rf"(?P<head>[0-9](?<=[a-z]\s[0-9]){_MEASURES}\d?)\s(?=(?:{_GOES_ON})\b)",
    ),
    (
        "page number",
        (
            r"(?P<head>[0-9](?<=[a-z]\.\s[0-9])\d{0,2})\s"
            r"(?=[A-Z][a-z]|[Rr]ecommendation|[a-d]\.\s)"
        ),
    ),
    ("footnote number", r"(?P<head>[0-9](?<=[a-z]{4}[0-9])\d?)(?=\s[a-z]|\.\s|,\s)"),
)
"""Every pattern begins with a figure, so that a search tries few places."""

_COMPILED = tuple((name, compile_pattern(pattern)) for name, pattern in _FURNITURE)
_PLAIN_WORD = re.compile(r"(?:^|[^\w-])[a-z]{4,40}$")


def check(case: Case) -> Iterator[FlagEvidence]:
    """Where footnotes, page numbers and headings stand among the words, each kind once a field."""
    for field, text in texts(case):
        spans: dict[str, tuple[int, int]] = {}
        for name, pattern in _COMPILED:
            match = None if name in spans else pattern.search(text)
            if match and not (name == "footnote number" and _coded(text, match)):
                spans[name] = match.start(match.lastgroup or 0), match.end()
        if heading := trailing_heading(case, field, text):
            spans["heading"] = heading
        for name, (start, end) in spans.items():
            explanation = f"This is not part of the sentence: it is a {name} of the page."
            yield FlagEvidence(field, start, end, explanation)


def _coded(text: str, match: re.Match[str]) -> bool:
    """Whether figures belong to a code, such as that of a form, and not to a plain word."""
    start = match.start("head")
    return _PLAIN_WORD.search(text[max(0, start - 40) : start]) is None
