"""The numbered items of one report: conclusion, recommendations, replies.

The paragraph counter runs on across sub-items (3.15 may answer 3d), so a reply belongs to the
recommendation it follows, whatever its number.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from loaders.sources.treasury_minutes.minute_labels import (
    label_at,
    labels_in,
    opens_reply,
    reply_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.findings import Passage
    from loaders.layout.document_lines import DocumentLine, DocumentLines
    from loaders.sources.treasury_minutes.minute_labels import Label


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
class MinuteItem:
    """One item; `notes` say what is odd about it.

    Attributes:
        number: Number as printed; that of the conclusion where the recommendation shows none.
        line: Number of the line it begins on.
        concluded: Number of the conclusion.
        conclusion: The conclusion restated.
        recommendation: The recommendation restated.
        reply: The government's words.
        undivided: Restated text of which the end is not known, where no reply was found.
        asks: True if it restates a recommendation.
        concludes: True if it restates a conclusion.
        notes: What is odd about it.
    """

    number: str
    line: int
    concluded: str | None = None
    conclusion: Passage | None = None
    recommendation: Passage | None = None
    reply: Passage | None = None
    undivided: Passage | None = None
    asks: bool = False
    concludes: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def passages(self) -> tuple[Passage | None, ...]:
        """All its text."""
        return self.conclusion, self.recommendation, self.reply, self.undivided


def blocks(lines: Sequence[DocumentLine]) -> list[Block]:
    """Cut the lines of a report's items, from the first label on, into blocks."""
    block_list: list[Block] = []
    for index, line in enumerate(lines):
        if _numbers_next(lines, index):
            continue
        begin = line.start
        for label in _labels(lines, index):
            _add(block_list, line, begin, label.start)
            block_list.append(Block(label, label.body, label.body, line.number))
            begin = label.body
        if (
            begin == line.start
            and block_list
            and block_list[-1].label
            and opens_reply(lines, index)
        ):
            block_list.append(Block(None, line.start, line.end, line.number))
        else:
            _add(block_list, line, begin, line.end)
    return block_list


def _numbers_next(lines: Sequence[DocumentLine], index: int) -> bool:
    """Whether a line holds nothing but the number of the label on the next."""
    label = label_at(lines, index + 1) if index + 1 < len(lines) else None
    return label is not None and label.start == lines[index].start


def _labels(lines: Sequence[DocumentLine], index: int) -> list[Label]:
    """Labels of a line, the first with the number that stands alone above it."""
    first = label_at(lines, index)
    block_list = list(labels_in(lines[index]))
    return [first, *block_list[1:]] if first else block_list


def _add(block_list: list[Block], line: DocumentLine, begin: int, end: int) -> None:
    """Add a piece of a line to the last block; where the reply begins in it, begin its block."""
    if not block_list or begin >= end:
        return
    last = block_list[-1]
    reply = reply_in(line, begin, _number_before(block_list)) if last.label else None
    if reply is not None and reply < end:
        last.end = reply if reply > begin else last.end
        block_list.append(Block(None, reply, end, line.number))
    else:
        last.end = end


def _number_before(block_list: Sequence[Block]) -> str | None:
    """The last number on a label."""
    numbers = (block.label.number for block in reversed(block_list) if block.label)
    return next((number for number in numbers if number), None)


def items(sheet: DocumentLines, block_list: Sequence[Block]) -> list[MinuteItem]:
    """Join blocks into items: each recommendation with its conclusion and the reply after it."""
    done: list[MinuteItem] = []
    for group in _groups(block_list):
        done += _items(sheet, group)
    return done


def _groups(block_list: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks of one conclusion and all that follows it; a reply ends what stands alone."""
    group: list[Block] = []
    for block in block_list:
        if group and block.label and _begins_anew(group, block.label):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _begins_anew(group: Sequence[Block], label: Label) -> bool:
    if label.kind is FindingKind.CONCLUSION:
        return True
    first, new = _major(_number_before(group)), _major(label.number)
    return new is not None and first is not None and first != new


def _major(number: str | None) -> str | None:
    return number.rstrip("abcdefgh") if number else None


def _items(sheet: DocumentLines, group: Sequence[Block]) -> Iterator[MinuteItem]:
    """Items of one group; a conclusion without a recommendation is an item of its own."""
    conclusion = group[0] if _is(group[0], FindingKind.CONCLUSION) else None
    recommendations = [block for block in group if _is(block, FindingKind.RECOMMENDATION)]
    for index, block in enumerate(recommendations or [group[0]]):
        until = (
            recommendations[index + 1].start
            if index + 1 < len(recommendations)
            else group[-1].end + 1
        )
        replies = [
            reply_block
            for reply_block in group
            if reply_block.label is None and block.start <= reply_block.start
        ]
        own = [reply_block for reply_block in replies if reply_block.start < until]
        yield _item(sheet, block, conclusion, own or replies[:1], shared=not own)


def _is(block: Block, kind: FindingKind) -> bool:
    return block.label is not None and block.label.kind is kind


def _item(
    sheet: DocumentLines,
    block: Block,
    conclusion: Block | None,
    replies: Sequence[Block],
    *,
    shared: bool,
) -> MinuteItem:
    """One item from its blocks."""
    label = block.label
    concluded = conclusion.label.number if conclusion and conclusion.label else None
    number = (label.number if label else None) or concluded
    item = MinuteItem(number or "", block.line, concluded)
    item.asks, item.concludes = block is not conclusion, conclusion is not None
    if label is None or not label.number:
        item.notes.append("shows no number; that of its conclusion was taken")
    if conclusion:
        item.conclusion = sheet.passage(conclusion.start, conclusion.end)
    if replies:
        item.reply = sheet.passage(replies[0].start, replies[-1].end)
        if shared:
            item.notes.append("shares the reply that follows the next recommendation")
    restated = sheet.passage(block.start, block.end) if block is not conclusion else None
    if replies:
        item.recommendation = restated
    else:
        item.undivided, item.notes = restated or item.conclusion, [*item.notes, "shows no reply"]
        item.conclusion = item.conclusion if restated else None
    return item
