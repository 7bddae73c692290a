"""How words name a paragraph of a report, alone and in brackets after what stands there."""

from __future__ import annotations

from loaders.text.patterns import compile_pattern

PARAGRAPH = (
    r"(?:[Pp]ara(?:graph)?s?\.?\s+|PARA(?:GRAPH)?S?\s+|¶{1,2}\s*)"
    r"(?P<paragraph>\d{1,4}[a-z]?(?:\s*(?:,|–|-|&|and|to)\s*\d{1,4})*)"
)
"""Pattern of a paragraph of the report, or of several."""

REFERENCE = compile_pattern(
    r"[(\[](?:(?P<kind>[Rr]ecommendation|[Cc]onclusion)s?,?\s*)?"
    rf"(?:[Rr]ec(?:ommendation)?\.?\s\d{{1,3}}[a-h]?\s*[,;]\s*)?{PARAGRAPH}[^)\]]{{0,30}}[)\]]\.?"
)
"""The reference to a paragraph of the report that ends restated words; it may name their kind."""
