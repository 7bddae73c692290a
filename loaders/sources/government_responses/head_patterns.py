"""The words with which items of a response begin, as patterns.

How a document marks its items, and which of these it uses, is in `item_heads` and `item_schemes`.
"""

from __future__ import annotations

import re

from loaders.references.item_numbers import NUMBERS
from loaders.references.ordinals import ORDINAL
from loaders.references.paper_numbers import MONTH
from loaders.text.paragraph_numbers import PARAGRAPH
from loaders.text.patterns import compile_pattern

_KIND = (
    r"(?:(?P<kind>[Rr]ecommendation|[Cc]onclusion|RECOMMENDATION|CONCLUSION)[sS]?|"
    r"(?P<short>Rec|REC|Conc|R(?=\s?\d)|C(?=\s?\d))s?\.?)"
)
_WHOSE = (
    r"(?:(?:[Tt]he|Select|Joint|Key|Main|Principal|Headline)\s+){0,3}"
    r"(?:(?i:Committee)(?:[’']s)?\s+|PAC\s+)?"
)
_DECORATION = r"(?:(?<![•▪●*‣>])[•▪●*‣>]++\s*+|(?<!#)#++\s++|[-–—]\s++)?"
"""Marks of lists and of plain-text markup before a label."""

_BRACKET = (
    rf"(?:[,/|]\s*|(?<=\s)[–—-]\s*)?[(\[]?(?:[Pp](?:age|\.)\s*\d+,?\s*)?{PARAGRAPH}(?:\s*+[)\]])?"
)
_SERIAL = (
    rf"{_DECORATION}(?:\(?\d{{1,3}}(?:\.\d{{1,3}}|[.)])\.?\s*"
    r"|(?i:Para(?:graph)?s?)\.?\s+(?P<before>\d{1,4})\s*[:.,–—-]\s*)?"
)
LABELLED = compile_pattern(
    rf"{_SERIAL}{_WHOSE}{_KIND}\s*(?P<numbers>{NUMBERS})(?:\s+of\s+\d{{1,3}}\b)?\s*+"
    rf"(?:{_BRACKET}\s*+)?\**(?:$|[:.–—-]\**\s*|(?=(?<=\s)[A-Z“‘\"]))"
)
"""``Recommendation 1.``, ``2. Recommendation 1 (Paragraph 4)``, ``Committee Conclusion No. 3:``."""

NUMBER_FIRST = compile_pattern(
    rf"\(?(?P<numbers>\d{{1,3}}(?:[a-h]|\s?\([a-h]\))?)\s*+(?:[.:)]\s*+)?{_WHOSE}{_KIND}\s*+(?:{_BRACKET}\s*+)?"
    r"(?:$|[:.]\s*)"
)
"""``1. Recommendation``, with its words after it or below."""

LABEL_ALONE = compile_pattern(rf"{_WHOSE}{_KIND}\s*+(?:{_BRACKET}\s*+)?(?:$|[:.]\s*)")
"""A label without a number, whose number may open the next line."""

ORDINAL_LABEL = compile_pattern(
    rf"(?P<ordinal>{ORDINAL})\s+{_KIND}\s*+(?:{_BRACKET}\s*+)?:?$", re.I
)
"""``First recommendation`` on a line of its own."""

BRACKETED = compile_pattern(
    rf"{_DECORATION}[(\[]{_KIND}\s*(?P<numbers>{NUMBERS})(?:\s*[,;–—-]\s*{PARAGRAPH})?[)\]][:.]?\s+(?=[A-Z“‘\"])"
)
"""``(Recommendation 1, paragraph 4)`` before what is restated."""

ANSWERS = compile_pattern(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?\.?\s+)?(?:(?:The\s+)?[Gg]overnment(?:[’']s)?\s+)?[Rr]esponse\s+to\s+(?:the\s+)?(?i:Committee(?:[’']s)?\s+)?"
    rf"{_KIND}\s*(?P<numbers>{NUMBERS})\s*+(?:{_BRACKET}\s*+)?:?$"
)
"""``Response to recommendation 1`` as a heading above the words and the reply."""

COMMITTEE_SPEAKS = compile_pattern(
    r"(?:The\s+)?Committee(?:[’']s)?(?:\s+(?:said|says|recommended|recommends|concluded|concludes|found"
    rf"|view|comment|words|text))?(?:\s+that)?\s*:$|(?P<reference>{PARAGRAPH}\s*:?$)"
)
"""A line of its own that says whose words follow, or which paragraph of the report."""

OF_PARAGRAPH = compile_pattern(
    rf"{_DECORATION}[(\[]?{PARAGRAPH}(?:[)\]][:.–—-]?|\s*(?:[:.]|\s[–—-](?=\s)))\s*(?=[A-Z“‘\"])"
)
"""``Para 24. The Government should …``: the paragraph of the report stands in place of a number."""

NUMBERED = compile_pattern(
    rf"(?!\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH}\b)"
    r"(?:(?=\([ivxl])(?P<roman>\([ivxl]{1,6}\))|[(\[#]?(?P<figures>\d{1,3}(?:[a-h]|\s?\([a-h]\))?)"
    r"(?:[.):\]]|\s[–—-](?=\s)|(?=\s+[A-Z“‘\"(])))\s*(?=[^\d\s])"
)
HEADING_FIRST = re.compile(r"(?P<heading>[A-Z][^.!?:;()\d]{2,60}?)\s+(?=\d{1,3}[.)]\s*[A-Z“‘\"(])")
"""The words of a heading that stand on the line of the number below it."""

NUMBERED_REFERENCE = compile_pattern(
    rf"[(\[]{_KIND}s?,?\s+(?P<numbers>{NUMBERS})\s*(?:[,;–—-]\s*{PARAGRAPH})?[^)\]]{{0,30}}[)\]]\.?$"
)
"""``(Recommendation 1, paragraph 4)`` at the end of what is restated."""


CONTENTS = re.compile(r"(?:(?:\.\s?){4}|…)\s?\d{1,4}$")
"""The dots and the page with which an entry of the contents ends."""

TOPIC = re.compile(r"[A-Z][\w’'-]*(?:,? [\w’'&-]+){0,7}")
"""A few words without a stop, such as ``Opening hours``."""
