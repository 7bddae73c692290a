"""Where the government's words begin after what is restated, in a Treasury Minute."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.layout.line_flow import FINISHED
from loaders.responses.segmentation.marks import (
    ONE_WORD_STANCE,
    VERDICT,
    closed_before,
    decimals,
    opening,
)
from loaders.sources.treasury_minutes.item_number import major
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from loaders.layout.line_flow import LineFlow

_STATUS_LINE = re.compile(
    r"(?:(?:Revised|Original|New|Previous)\s+)?Target\s+(?:(?:implementation|completion)\s+)?date\b"
    r"|Recommendation\s+(?:\w+\s+)?implemented\b|(?:(?:Recommendation|Implementation|Delivery|Current|Latest)\s+)?"
    r"Status\s*(?:[:–—]|-\s)"
    r"|(?:Implemented|Work\s+in\s+progress|In\s+progress)\s*(?:$|[:.(–—-])",
    re.IGNORECASE,
)
_REPLY_LABEL = re.compile(
    r"(?:(?:HM\s+|Her\s+Majesty[’']s\s+|His\s+Majesty[’']s\s+|The\s+)?"
    r"(?:Government|Department(?:al)?|Treasury(?:\s+Minute)?|Updated|Official)(?:[’']s)?\s+)*"
    r"(?:response|reply|answer|update)(?:\s+to\s+(?:recommendation|conclusion)s?)?"
    r"(?:\s+\(?\d{1,2}\s?(?:[a-h]|\([a-h]\))?\)?)?\s*(?::|[–—]\s|\n|$)\s*",
    re.IGNORECASE,
)
"""``Government response:``, ``Treasury Minute reply``: alone on its line or with a colon."""

_ADVERB = (
    r"(?:(?:do(?:es)?\s+not|did\s+not|cannot|can\s+not|partially|partly|broadly|fully|also|therefore|only|strongly"
    r"|welcomes?\s+and|notes\s+and)\s+)*"
)
_NOW = r"(?:agrees?|disagrees?|accepts?|rejects?|notes?|acknowledges?)"
_PARTLY = r"(?:\s*+(?:,\s*+)?(?:in\s+(?:part|principle|full)|partially|partly)(?:\s*+,)?)?"
_GOVERNED = (
    r"(?:\s+(?:with|to))?\s+(?:(?:this|these|both|all|the|PAC[’']s|Committee[’']s?)\b[^.;:]{0,60}?"
    r"\b(?:recommendations?|conclusions?)\b|(?:the\s+)?Committee\b(?![’']|\s+(?:that|on|about))|them\b|it\b)"
)
_SPEAKER = r"(?!(?:The\s+)?(?:Committee|PAC|NAO|National\s+Audit)\b)(?:We\b|[A-Z][^.:;?!•]{1,160}?)"
_DECIDES = compile_pattern(rf"{_SPEAKER}\s+{_ADVERB}{_NOW}{_PARTLY}{_GOVERNED}")
"""A sentence that agrees or disagrees with what was recommended, whoever says it."""

_DECIDES_ALONE = compile_pattern(rf"{_SPEAKER}\s+{_ADVERB}{_NOW}\s*+(?=[.;])")
"""``The Agency agrees.``: of what, the sentence need not say in a numbered paragraph."""

_AGREED = compile_pattern(
    r"The\s+government\s+(?:partially\s+|partly\s+)?(?:(?:dis)?agreed|accepted|rejected|did\s+not\s+agree)\s+(?:with\s+)?"
    r"the\s+(?:Committee[’']s\s+)?recommendation",
    re.IGNORECASE,
)
"""The same of an earlier paper, as progress reports print it."""

_CONCEDES = compile_pattern(
    rf"(?:While|Whilst|Although|Though)\b[^.:]{{0,200}}?\b(?:the|HM)\s+government\s+{VERDICT}\b"
    r"(?!\s+that)",
    re.IGNORECASE,
)
"""A verdict that opens a paragraph from within a subordinate clause."""

_PARAGRAPH = re.compile(r"\(?\d{1,3}[.)]?\s+(?=[A-Z])")
_DECIMAL = re.compile(r"(?P<major>\d{1,3})\.(?P<minor>\d{1,3})[.)]?\s+(?=[A-Z“‘\"'(•])")


def decides(words: str) -> bool:
    """Whether a paragraph begins with a sentence that agrees or disagrees with the committee."""
    number = _DECIMAL.match(words) or _PARAGRAPH.match(words)
    rest = words[number.end() :] if number else words
    return bool(
        _DECIDES.match(rest)
        or (number and _DECIDES_ALONE.match(rest))
        or _AGREED.match(rest)
        or ONE_WORD_STANCE.match(rest)
        or _CONCEDES.match(rest)
    )


def opens_reply(flow: LineFlow, index: int, number: str | None) -> int | None:
    """Where the government's words begin, if a line opens them.

    Args:
        flow: The lines.
        index: Index of the line.
        number: Number of the item; a paragraph number that carries it is a sure sign.

    Returns:
        The offset in the document, a label left out; None if the line opens none.
    """
    line = flow.lines[index]
    if not flow.begins_paragraph(index):
        return None
    joined = flow.joined(index, 4)
    words = joined.text
    if label := _REPLY_LABEL.match(words):
        return joined.offset(min(label.end(), len(words)))
    decimal = _DECIMAL.match(words)
    if decimal and decimal["major"] == major(number):
        return line.start
    if _STATUS_LINE.match(words):
        return line.start
    if index and not line.apart and not FINISHED.search(flow.lines[index - 1].text):
        return None
    stance = opening(line.text, 0, len(line.text))
    speaks = stance is not None and stance.start == 0
    return line.start if speaks or decides(words) else None


_LONGEST_NUMBER = 12
"""Characters of the number of a paragraph, with the white space and the letter behind it."""


def reply_inside(
    flow: LineFlow, index: int, after: int, before: int, number: str | None
) -> int | None:
    """Where on a line, after its beginning, a numbered paragraph of the government begins.

    Args:
        flow: The lines.
        index: Index of the line.
        after: Offset in the document from which to look.
        before: Offset up to which to look.
        number: Number of the item.

    Returns:
        The offset in the document, or None.
    """
    line = flow.lines[index]
    begin = max(0, after - line.start)
    end = before - line.start
    for mark in decimals(line.text, begin, end + _LONGEST_NUMBER):
        if mark.start >= end:
            return None
        verdict = opening(line.text, mark.body, mark.body + 40)
        decided = verdict is not None and verdict.start == mark.body
        own = str(mark.major) == major(number)
        if decided or (own and mark.start and closed_before(line.text, mark.start)):
            return line.start + mark.start
    return None
