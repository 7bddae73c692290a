"""How restated words say where they stand in the report, and what they are there."""

from __future__ import annotations

import re

from graph.records.findings import FindingKind
from loaders.text.paragraph_numbers import REFERENCE

ASKS = re.compile(r"\b(?:[Ww]e\s+(?:\w+\s+)?(?:recommend|urge|call\s+on|ask)|should|must)\b")
"""Words with which a committee asks for something."""


def kind_named(word: str) -> FindingKind:
    """The kind that a word such as "Conclusion", or its first letter, names."""
    is_conclusion = word[:1].upper() == "C"
    return FindingKind.CONCLUSION if is_conclusion else FindingKind.RECOMMENDATION


def kind_of(words: str) -> FindingKind:
    """What restated words are: what their reference says, else whether they ask for something."""
    reference = REFERENCE.search(words)
    if reference and reference["kind"]:
        return kind_named(reference["kind"])
    return FindingKind.RECOMMENDATION if ASKS.search(words) else FindingKind.CONCLUSION
