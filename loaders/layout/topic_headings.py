"""Headings that stand at the end of one item and belong to the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.layout.line_flow import FINISHED
from loaders.references.item_numbers import NUMBERS
from loaders.text.patterns import compile_pattern
from loaders.text.shown_text import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.layout.document_lines import DocumentLine

_LABEL_LINE = compile_pattern(rf"(?:Recommendation|Conclusion)s?\s+{NUMBERS}:?", re.IGNORECASE)
"""The label of an item on a line of its own, above its number and words."""
_CLOSES = re.compile(r"[.!?:;,)”\d]$")
_LONGEST_HEADING = 100
"""Characters that a heading has at most."""


def topic_headings(lines: Sequence[DocumentLine]) -> int:
    """How many lines at the end of an item are the heading of the next."""
    pairs = zip(lines[-2::-1], lines[:0:-1], strict=True)
    for count, (before, line) in enumerate(pairs, start=1):
        closed = _CLOSES.search(line.text) and not _LABEL_LINE.fullmatch(line.text)
        short = len(line.text) <= _LONGEST_HEADING and not closed
        is_heading = line.role is BlockRole.HEADING
        if not (is_heading or (short and line.text[:1].isupper())):
            return 0
        if FINISHED.search(before.text):
            return count
    return 0
