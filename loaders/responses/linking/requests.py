"""Whether a committee's text asks for anything, so that a verdict on a request can be on it."""

from __future__ import annotations

import re

from loaders.text.text_ends import stops_short

_REQUEST = re.compile(
    r"\b(?:should|must|ought|recommend\w*|urge[sd]?|call(?:s|ed)?\s+(?:up)?on|needs?\s+to|expects?|"
    r"require[sd]?|essential|vital|imperative|ask(?:s|ed)?\s+(?:that|the)|suggest\w*|propos\w+|invite[sd]?)\b",
    re.IGNORECASE,
)
"""Words by which a text may ask for something, however mildly."""


def asks_for_nothing(text: str) -> bool:
    """Whether a text plainly asks for nothing; one that breaks off may go on to ask."""
    return not stops_short(text) and _REQUEST.search(text) is None
