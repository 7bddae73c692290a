"""Group the segments of a reply into parts, each of which answers one recommendation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from graph.records.replies import (
    NumberBasis,
    Paragraph,
    ReplyPart,
    ReplyStyle,
    Restatement,
)
from loaders.responses.segmentation.marks import Mark, MarkType
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

Segment = Restatement | Paragraph
MarkedSegment = tuple[Segment, Mark | None]

_FORMULA = compile_pattern(
    r"(?:The|HM)\s+[Gg]overnment\s+(?:(?:partially|partly|does\s+not|cannot)\s+)?"
    r"(?:(?:dis)?agree|accept|reject)s?\s+(?:with\s+)?(?:the\s+Committee[’']s|this)\s+"
    r"recommendation\s*[.;:]"
)
"""The verdict with which a Treasury Minute opens its answer to one recommendation."""


def grouped_parts(
    text: str, segments: Iterable[MarkedSegment], style: ReplyStyle
) -> tuple[ReplyPart, ...]:
    """Group segments into parts.

    Only a Treasury Minute's numbers say what is answered; others number paragraphs on their own.
    Where two of its paragraphs of one number each open with the verdict, they answer two
    recommendations, which minutes tell apart by letters.

    Args:
        text: The reply.
        segments: The segments that cover it, each with the mark that begins it, if any.
        style: How the reply is laid out.

    Returns:
        The parts, in order.
    """
    groups: list[list[MarkedSegment]] = []
    again: set[int] = set()
    major: int | None = None
    for segment, mark in segments:
        own = mark.major if mark and style is ReplyStyle.TREASURY_MINUTE else None
        moved = None not in (own, major) and own != major
        answered = bool(groups) and isinstance(groups[-1][-1][0], Paragraph)
        judged = bool(groups) and own is not None and _opens_again(text, groups[-1], segment)
        if not groups or moved or judged or (answered and isinstance(segment, Restatement)):
            if judged and not moved:
                again.add(len(groups))
            groups.append([])
            major = None
        groups[-1].append((segment, mark))
        major = major if own is None else own
    return tuple(_lettered([_part(group) for group in groups], again))


def _opens_again(text: str, group: list[MarkedSegment], segment: Segment) -> bool:
    """Whether a paragraph opens with a verdict, after another of the group has done so."""
    return _opens(text, segment) and any(_opens(text, before) for before, _ in group)


def _opens(text: str, segment: Segment) -> bool:
    """Whether a segment is a paragraph that opens with the verdict on a recommendation."""
    return isinstance(segment, Paragraph) and _FORMULA.match(text, segment.body) is not None


def _lettered(parts: list[ReplyPart], again: set[int]) -> list[ReplyPart]:
    """Tell parts of one number apart by the letters of their order."""
    for place in sorted(again):
        before, part = parts[place - 1], parts[place]
        if before.number is None or part.basis is not NumberBasis.PARAGRAPH:
            continue
        if before.number.isdecimal() and before.basis is NumberBasis.PARAGRAPH:
            before = parts[place - 1] = replace(before, number=f"{before.number}a")
        letter = before.number[-1] if before.number and before.number[-1].isalpha() else "a"
        parts[place] = replace(part, number=f"{part.number}{chr(ord(letter) + 1)}")
    return parts


def _part(group: list[MarkedSegment]) -> ReplyPart:
    """One part, numbered by its recommendation label, else any label, else its paragraphs."""
    restated = tuple(item for item, _ in group if isinstance(item, Restatement))
    paragraphs = tuple(item for item, _ in group if isinstance(item, Paragraph))
    recommendations = [item for item in restated if item.kind is FindingKind.RECOMMENDATION]
    labelled = next((item.number for item in [*recommendations, *restated] if item.number), None)
    number, basis = labelled, NumberBasis.LABEL if labelled else None
    if number is None:
        majors = [mark.major for _, mark in group if mark and mark.type is MarkType.DECIMAL]
        if majors:
            number, basis = str(majors[0]), NumberBasis.PARAGRAPH
    return ReplyPart(number, basis, group[0][0].start, group[-1][0].end, restated, paragraphs)
