"""Cuts the lines of a report's items into blocks, each in one voice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from loaders.layout.line_flow import FINISHED
from loaders.sources.treasury_minutes.minute_labels import labels_inside
from loaders.sources.treasury_minutes.reply_openings import decides, opens_reply, reply_inside
from loaders.text.shown_text import BlockRole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.layout.document_lines import DocumentLine
    from loaders.layout.line_flow import LineFlow
    from loaders.sources.treasury_minutes.minute_labels import Label

_CLOSED = re.compile(r"[.!?:;,)”’\d]$")
_STATUS_WORD = re.compile(
    r"\b(?:implemented|agreed?|accept(?:ed)?|disagreed?|reject(?:ed)?|noted|target|date|progress|complete[d]?)\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 90
_MOST_HEADINGS = 3


@dataclass(slots=True)
class Block:
    """A run of text in one voice.

    Attributes:
        label: The label it stands under; None for the government's words.
        start: Offset of its text.
        end: Offset just past it.
        line: Number of the line it begins on.
    """

    label: Label | None
    start: int
    end: int
    line: int


@dataclass(slots=True)
class Blocks:
    """The blocks of a section's items.

    Attributes:
        blocks: The blocks, in order.
        aside: Headings between items, which belong to none.
        number: The last number on a label; None if no label has one yet.
    """

    blocks: list[Block] = field(default_factory=list)
    aside: list[DocumentLine] = field(default_factory=list)
    number: str | None = None

    def add(self, label: Label | None, start: int, end: int, line: int) -> None:
        """Add a block after the others."""
        self.blocks.append(Block(label, start, end, line))
        if label and label.number:
            self.number = label.number


def cut_blocks(flow: LineFlow, labels: Mapping[int, Label]) -> Blocks:
    """Cut lines into blocks.

    Args:
        flow: The lines from the first label on.
        labels: Labels by the index of the line that they open.
    """
    cut = Blocks()
    taken = 0
    for index, line in enumerate(flow.lines):
        begin = max(line.start, taken)
        if taken <= line.start:
            label = labels.get(index)
            if label:
                cut.add(label, label.body, label.body, line.number)
                taken = begin = label.body
            elif _is_topic_heading(flow, index, labels):
                cut.aside.append(line)
                continue
            elif cut.blocks and cut.blocks[-1].label:
                opened = opens_reply(flow, index, cut.number)
                if opened is not None:
                    cut.add(None, opened, opened, line.number)
                    taken = begin = opened
        if begin < line.end:
            _add_line(cut, flow, index, begin)
    return cut


def _add_line(cut: Blocks, flow: LineFlow, index: int, begin: int) -> None:
    """Add the rest of a line, in which further labels and the reply may begin."""
    line = flow.lines[index]
    for label in labels_inside(flow, index, begin):
        _add(cut, flow, index, begin, label.start)
        cut.add(label, label.body, label.body, line.number)
        begin = label.body
    _add(cut, flow, index, begin, line.end)


def _add(cut: Blocks, flow: LineFlow, index: int, begin: int, end: int) -> None:
    """Add a piece of a line to the last block; where the reply begins in it, begin its block."""
    if not cut.blocks or begin >= end:
        return
    last, line = cut.blocks[-1], flow.lines[index]
    reply = None
    if last.label:
        reply = reply_inside(flow, index, begin, end, cut.number)
    if reply is not None:
        last.end = reply if reply > begin else last.end
        cut.add(None, reply, end, line.number)
    else:
        last.end = end


def _is_topic_heading(flow: LineFlow, index: int, labels: Mapping[int, Label]) -> bool:
    """Whether a line is a heading of what comes next, as markup or its form and place tell."""
    line = flow.lines[index]
    if line.role is BlockRole.HEADING:
        return True
    following = next(
        (at for at in range(index + 1, index + 1 + _MOST_HEADINGS) if at in labels), None
    )
    if following is None or index == 0 or not line.apart:
        return False
    return (
        all(_looks_like_heading(flow.lines[at].text) for at in range(index, following))
        and FINISHED.search(flow.lines[index - 1].text) is not None
    )


def _looks_like_heading(text: str) -> bool:
    is_short = len(text) <= _LONGEST_HEADING and text[:1].isupper()
    return is_short and not (_CLOSED.search(text) or _STATUS_WORD.search(text) or decides(text))
