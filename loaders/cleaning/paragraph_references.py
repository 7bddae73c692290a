"""References to the paragraph of a report, in brackets after the words that stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.running_headings import headings_at_end
from loaders.text.paragraph_numbers import REFERENCE
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 200
"""Characters at the end of a text in which a reference and the heading after it stand."""

_AFTER_WORDS = compile_pattern(rf" ?(?P<reference>{REFERENCE.pattern})")
_ELSEWHERE = compile_pattern(
    r" of (?!this [Rr]eport)",
)
"""``(paragraph 4 of Schedule 2)``: a paragraph of something else."""


def paragraph_references(text: str) -> Iterator[TextEdit]:
    """The reference with which a text ends; what stands within a sentence is part of it."""
    end = len(text.rstrip())
    ends = {end} | {heading.start for heading in headings_at_end(text)}
    for match in _AFTER_WORDS.finditer(text, max(0, end - _LONGEST)):
        if match.end() in ends and not _ELSEWHERE.match(text, match.end("paragraph")):
            stop = match.end() - match[0].endswith(".")
            yield TextEdit(match.start(), stop, "paragraph-reference")
