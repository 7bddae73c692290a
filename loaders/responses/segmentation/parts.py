"""Take a reply apart: which words answer which recommendation, and which are the committee's own.

A reply on a record page is one line. In it a Treasury Minute's numbered parts follow one another,
each with the conclusion and the recommendation restated before the answer; labels, numbers or
whole openings may be lost. Replies to other committees have paragraph numbers that are not
recommendation numbers, or none. Nothing is cut away: the segments found cover the whole reply.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from graph.records.replies import (
    Paragraph,
    ReplyShape,
    ReplyStyle,
    Restatement,
)
from loaders.responses.segmentation.grouping import Segment, grouped_parts
from loaders.responses.segmentation.lettered_verdicts import lettered_parts
from loaders.responses.segmentation.marks import (
    Mark,
    MarkType,
    closed_before,
    decimals,
    labels,
    numbered_labels,
    opening,
    wholes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDEST_GAP = 5
"""Paragraph numbers a reply may skip, where sentences around them are closed."""

_WIDEST_STEP = 2
"""The same for whole numbers, which look more like other things."""

_PARAGRAPH_REFERENCE = re.compile(
    r"\((?:(?:Recommendation|Conclusion),?\s*)?[Pp]ara(?:graph|s|graphs)?\.?\s+\d[^)]{0,20}\)\s*"
)
_COMMITTEE_ASKS = re.compile(
    r"\b(?:[Ww]e\s+(?:recommend|conclude|urge|call\s+on|heard|are\s+concerned)|should|must)\b"
)


def split(text: str) -> ReplyShape:
    """Split a reply into parts.

    Args:
        text: The reply exactly as printed.

    Returns:
        Its shape. An empty reply has no parts.
    """
    style, cuts = ReplyStyle.TREASURY_MINUTE, _minute_marks(text)
    if not cuts:
        style, cuts = ReplyStyle.DEPARTMENTAL, _departmental_marks(text)
    if not cuts:
        lettered = lettered_parts(text)
        if lettered:
            return ReplyShape(ReplyStyle.DEPARTMENTAL, lettered)
        style = ReplyStyle.PROSE
    return ReplyShape(style, grouped_parts(text, _segments(text, cuts), style))


def _minute_marks(text: str) -> list[Mark]:
    """Marks of a Treasury Minute; empty if the text does not look like one."""
    candidates = sorted([*labels(text), *decimals(text)], key=lambda mark: mark.start)
    marks: list[Mark] = []
    for mark in candidates:
        if mark.type is MarkType.LABEL or _continues(text, marks, mark):
            marks.append(mark)
    return sorted([*marks, *_lost_openings(text, marks)], key=lambda mark: mark.start)


def _continues(text: str, before: list[Mark], mark: Mark) -> bool:
    """Whether a number such as ``7.2`` carries on the numbering so far."""
    closed = closed_before(text, mark.start)
    stance = opening(text, mark.body, mark.body + 40)
    if stance and stance.start == mark.body:
        return True
    if not before or before[-1].major is None:
        return closed
    last = before[-1]
    if last.type is MarkType.LABEL:
        return mark.major == last.major
    if mark.major == last.major:
        step = mark.minor - last.minor
        return step == 1 or (closed and 1 < step <= _WIDEST_GAP)
    return closed and mark.minor == 1 and mark.major == (last.major or 0) + 1


def _lost_openings(text: str, marks: list[Mark]) -> list[Mark]:
    """Places where the government's words begin after restated text, though no number says so."""
    cuts = []
    for mark, following in _each_with_next(marks, text):
        restates_on = (
            mark.kind is FindingKind.CONCLUSION
            and following.kind is FindingKind.RECOMMENDATION
            and following.major == mark.major
        )
        if mark.type is MarkType.LABEL and following.type is MarkType.LABEL and not restates_on:
            begins = opening(text, mark.body, following.start)
            if begins and begins.start >= mark.body:
                cuts.append(begins)
    return cuts


def _each_with_next(marks: list[Mark], text: str) -> Iterator[tuple[Mark, Mark]]:
    """Each mark with the one after it; after the last, the end of the text as a label."""
    return pairwise([*marks, Mark(MarkType.LABEL, len(text), len(text))])


def _departmental_marks(text: str) -> list[Mark]:
    """Marks of a reply to a departmental committee: labels, then a run of paragraph numbers."""
    cuts = list(numbered_labels(text))
    run: list[Mark] = []
    taken = {mark.start for mark in cuts}
    for mark in wholes(text):
        step = (mark.major or 0) - (run[-1].major or 0) if run else 0
        follows = 1 <= step <= _WIDEST_STEP
        if mark.start not in taken and (follows or not run):
            run.append(mark)
    leads = run and not text[: run[0].start].strip(" .")
    if len(run) > 1 or leads or cuts:
        cuts += run
    return sorted([*cuts, *_restated_ends(text, cuts)], key=lambda mark: mark.start)


def _restated_ends(text: str, marks: list[Mark]) -> list[Mark]:
    """Where restated text ends: at its paragraph reference, or where the government speaks."""
    labelled = [mark for mark in marks if mark.type is MarkType.LABEL]
    starts = {mark.start for mark in marks}
    cuts = []
    for mark, following in _each_with_next(labelled, text):
        reference = _PARAGRAPH_REFERENCE.search(text, mark.body, following.start)
        begins = opening(text, mark.body, following.start)
        offset = reference.end() if reference else begins.start if begins else mark.body
        if offset not in starts and offset < len(text):
            cuts.append(Mark(MarkType.OPENING, offset, offset))
    return cuts


def _segments(text: str, marks: list[Mark]) -> list[tuple[Segment, Mark | None]]:
    """Cover the text with segments, one for each mark and one for what stands before them."""
    if not text:
        return []
    lead = marks[0].start if marks else len(text)
    cuts: list[tuple[Segment, Mark | None]] = []
    if text[:lead].strip() or not marks:
        cuts += _lead(text, lead)
        begin = lead
    else:
        begin = 0
    stops = [*(mark.start for mark in marks), len(text)]
    for mark, (start, end) in zip(marks, pairwise(stops), strict=True):
        cuts.append((_segment(mark, begin if mark is marks[0] else start, end), mark))
    return cuts


def _lead(text: str, end: int) -> list[tuple[Segment, Mark | None]]:
    """What stands before the first mark: the government's words, after the committee's if any."""
    reference = _PARAGRAPH_REFERENCE.search(text, 0, end)
    if reference and reference.end() < end and _COMMITTEE_ASKS.search(text, 0, reference.start()):
        offset = reference.end()
        return [
            (Restatement(None, None, 0, 0, offset), None),
            (Paragraph(None, offset, offset, end), None),
        ]
    return [(Paragraph(None, 0, 0, end), None)]


def _segment(mark: Mark, start: int, end: int) -> Segment:
    """The segment that a mark begins."""
    body = min(mark.body, end)
    if mark.type is MarkType.LABEL:
        return Restatement(mark.kind, mark.number, start, body, end)
    return Paragraph(mark.number, start, body, end)
