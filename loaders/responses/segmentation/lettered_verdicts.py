"""Verdicts under letters in one reply: "4a: agrees. 4b: disagrees", "(a) We accept this. (b) …".

A number with the letter names a recommendation, so each is a part of its own. Letters alone name
parts of one recommendation, so they stay paragraphs of one part.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from graph.records.replies import NumberBasis, Paragraph, ReplyPart
from loaders.responses.segmentation.marks import closed_before
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERDICT = (
    r"(?:(?:(?:the|HM)\s+)?(?:[A-Z]\w{1,20}\s+){0,3}(?:government|department|ministry|treasury|office|agency)\s+"
    r"|(?:we|it|I)\s+)?"
    r"(?:(?:not|partially|partly|broadly|fully|do(?:es)?|cannot|also|is|are|has|have|been|in|agreement)\s+){0,4}"
    r"(?:(?:dis)?agree|accept|reject|decline|endorse)"
)
_LETTERED = compile_pattern(
    r"(?:^|(?<=\s))(?:(?:PAC\s+)?Recommendation\s+)?"
    r"(?:(?P<number>\d{1,2})\s?(?:(?P<letter>[a-h])|\((?P<bracketed>[a-h])\))"
    r"(?:\s?[:.)–—-]{1,2})?|\(?(?P<alone>[a-h])\))\s+"
    rf"(?={_VERDICT})",
    re.IGNORECASE,
)
_LEAST = 2
"""Verdicts that make a series."""


def lettered_parts(text: str) -> tuple[ReplyPart, ...]:
    """Split a reply whose verdicts stand under letters that follow one another.

    Args:
        text: The reply exactly as printed.

    Returns:
        The parts, which cover it; none if no letters each introduce a verdict.
    """
    marks = tuple(match for match in _LETTERED.finditer(text) if _is_free(text, match.start()))
    if len(marks) < _LEAST or not all(_follows(*pair) for pair in pairwise(marks)):
        return ()
    stops = (*(match.start() for match in marks[1:]), len(text))
    lead = marks[0].start() if text[: marks[0].start()].strip() else 0
    starts = (lead, *(match.start() for match in marks[1:]))
    paragraphs = [
        (_number(match), Paragraph(_alone(match), start, match.end(), stop))
        for match, start, stop in zip(marks, starts, stops, strict=True)
    ]
    parts = [
        _part(number, [paragraph for _, paragraph in group])
        for number, group in groupby(paragraphs, key=lambda pair: pair[0])
    ]
    opening = (_part(None, [Paragraph(None, 0, 0, lead)]),) if lead else ()
    return (*opening, *parts)


def _is_free(text: str, start: int) -> bool:
    """Whether a new paragraph may begin there."""
    return closed_before(text, start) or text[:start].rstrip().endswith((":", ";", ","))


def _follows(before: re.Match[str], mark: re.Match[str]) -> bool:
    """Whether a mark has the next letter of the same number, or the first of a later one."""
    if _digits(before) == _digits(mark):
        return ord(_letter(mark)) == ord(_letter(before)) + 1
    return bool(_digits(before) and _digits(mark)) and _letter(mark) == "a"


def _digits(mark: re.Match[str]) -> str:
    return mark["number"] or ""


def _letter(mark: re.Match[str]) -> str:
    return (mark["letter"] or mark["bracketed"] or mark["alone"]).lower()


def _alone(mark: re.Match[str]) -> str | None:
    """The letter that numbers a paragraph; None where it is part of the label."""
    return None if mark["number"] else _letter(mark)


def _number(mark: re.Match[str]) -> str | None:
    """The number of the recommendation, such as ``4a``; None for letters alone."""
    return f"{mark['number']}{_letter(mark)}" if mark["number"] else None


def _part(number: str | None, paragraphs: Sequence[Paragraph]) -> ReplyPart:
    basis = NumberBasis.LABEL if number else None
    return ReplyPart(number, basis, paragraphs[0].start, paragraphs[-1].end, (), tuple(paragraphs))
