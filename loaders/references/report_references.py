"""How restated words say where they stand in the report, and what they are there."""

from __future__ import annotations

import re

from graph.records.findings import FindingKind
from loaders.text.patterns import compile_pattern

PARAGRAPH = (
    r"(?:[Pp]ara(?:graph)?s?\.?|PARA(?:GRAPH)?S?)\s+"
    r"(?P<paragraph>\d{1,4}[a-z]?(?:\s*(?:,|–|-|&|and|to)\s*\d{1,4})*)"
)
"""Pattern of a paragraph of the report, or of several."""

REFERENCE = compile_pattern(
    rf"[(\[](?:(?P<kind>[Rr]ecommendation|[Cc]onclusion)s?,?\s*)?{PARAGRAPH}[^)\]]{{0,30}}[)\]]\.?"
)
"""The reference to a paragraph of the report that ends restated words; it may name their kind."""

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
