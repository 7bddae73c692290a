"""References to the paragraph of a report, in brackets after the words that stand there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.running_headings import headings_at_end

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 200
"""Characters at the end of a text in which a reference and the heading after it stand."""

_REFERENCE = re.compile(
    r" ?\((?:(?:Recommendation|Conclusion)s?,? )?[Pp]ara(?:graph)?s?\.? "
    r"\d[\d ,–-]{0,20}(?:and \d{1,4})?\)"
)


def paragraph_references(text: str) -> Iterator[TextEdit]:
    """The reference with which a text ends; what stands within a sentence is part of it."""
    end = len(text.rstrip())
    ends = {end} | {heading.start for heading in headings_at_end(text)}
    for match in _REFERENCE.finditer(text, max(0, end - _LONGEST)):
        if match.end() in ends or (match.end() + 1 in ends and text[match.end()] == "."):
            yield TextEdit(*match.span(), "paragraph-reference")
