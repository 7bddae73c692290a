"""The numbered items of one report: conclusion, recommendations, replies.

The paragraph counter runs on across sub-items (3.15 may answer 3d), so a reply belongs to the
recommendation it follows, whatever its number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from loaders.sources.treasury_minutes.item_number import major

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.findings import Passage
    from loaders.layout.document_lines import DocumentLines
    from loaders.sources.treasury_minutes.minute_labels import Label
    from loaders.sources.treasury_minutes.text_blocks import Block


MOST_SHARING = 50
"""Items that may share one conclusion or one reply, which each of them repeats."""

_TOO_MANY = f"is one of more than {MOST_SHARING} that would share one conclusion or one reply"


@dataclass(slots=True)
class MinuteItem:
    """One item; `notes` say what is odd about it, `doubts` what may be wrong.

    Attributes:
        number: Number in figures; that of the conclusion where the recommendation shows none.
        line: Number of the line it begins on.
        concluded: Number of the conclusion.
        conclusion: The conclusion restated.
        recommendation: The recommendation restated.
        reply: The government's words.
        undivided: Restated text of which the end is not known, where no reply was found.
        asks: True if it restates a recommendation.
        concludes: True if it restates a conclusion.
        notes: What is odd about it.
        doubts: What a person should compare with the document.
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
    doubts: list[str] = field(default_factory=list)

    @property
    def passages(self) -> tuple[Passage | None, ...]:
        """All its text."""
        return self.conclusion, self.recommendation, self.reply, self.undivided

    @property
    def restated(self) -> Passage | None:
        """What is answered, as restated."""
        return self.recommendation or self.conclusion or self.undivided


def items(sheet: DocumentLines, block_list: Sequence[Block]) -> list[MinuteItem]:
    """Join blocks into items: each recommendation with its conclusion and the reply after it."""
    done: list[MinuteItem] = []
    for group in _groups(block_list):
        done += _items(sheet, group)
    return done


def _groups(block_list: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks of one conclusion and all that follows it; a reply ends what stands alone."""
    group = _Group()
    for block in block_list:
        if group.blocks and block.label and group.ends_before(block.label):
            yield group.blocks
            group = _Group()
        group.add(block)
    if group.blocks:
        yield group.blocks


@dataclass(slots=True)
class _Group:
    """Blocks that belong together, and what those seen so far say.

    Attributes:
        blocks: The blocks.
        answered: Whether there is a reply among them.
        concludes: Whether there is a conclusion.
        number: The last number on a label; None if no label has one.
    """

    blocks: list[Block] = field(default_factory=list)
    answered: bool = False
    concludes: bool = False
    number: str | None = None

    def add(self, block: Block) -> None:
        self.blocks.append(block)
        self.answered |= block.label is None
        self.concludes |= _is(block, FindingKind.CONCLUSION)
        if block.label and block.label.number:
            self.number = block.label.number

    def ends_before(self, label: Label) -> bool:
        """Whether a label begins another group."""
        first, new = major(self.number), major(label.number)
        if label.kind is FindingKind.CONCLUSION:
            return self.answered or self.concludes or new != first
        if new is None or first is None:
            return self.answered and not self.concludes
        return first != new


def _items(sheet: DocumentLines, group: Sequence[Block]) -> Iterator[MinuteItem]:
    """Items of one group; a conclusion without a recommendation is an item of its own."""
    conclusion = next((block for block in group if _is(block, FindingKind.CONCLUSION)), None)
    recommendations = [block for block in group if _is(block, FindingKind.RECOMMENDATION)]
    heads = recommendations or [group[0]]
    untils = [*(block.start for block in heads[1:]), group[-1].end + 1]
    replies = [block for block in group if block.label is None]
    starts = [reply.start for reply in replies]
    places = [block.start for block in heads]
    for place, (block, until) in enumerate(zip(heads, untils, strict=True)):
        first = bisect_left(starts, block.start)
        own = replies[first : bisect_left(starts, until)]
        sharing = bisect_left(places, starts[first]) - place if first < len(starts) else 0
        answers = own or (replies[first : first + 1] if sharing <= MOST_SHARING else [])
        concluded = conclusion if place < MOST_SHARING else None
        for item in _with_numbers(sheet, block, concluded, answers, shared=not own):
            if place >= MOST_SHARING or sharing > MOST_SHARING:
                item.doubts.append(_TOO_MANY)
            yield item


def _is(block: Block, kind: FindingKind) -> bool:
    return block.label is not None and block.label.kind is kind


def _with_numbers(
    sheet: DocumentLines,
    block: Block,
    conclusion: Block | None,
    replies: Sequence[Block],
    *,
    shared: bool,
) -> Iterator[MinuteItem]:
    """An item for each number of a label; most labels have one."""
    label = block.label
    numbers = [label.number, *label.others] if label else [None]
    for number in numbers:
        item = _item(sheet, block, number, conclusion, replies)
        if shared and replies:
            item.notes.append("shares the reply that follows the next recommendation")
        elif len(numbers) > 1:
            item.notes.append("shares its words and its reply with another number")
        yield item


def _item(
    sheet: DocumentLines,
    block: Block,
    own_number: str | None,
    conclusion: Block | None,
    replies: Sequence[Block],
) -> MinuteItem:
    """One item from its blocks."""
    concluded = conclusion.label.number if conclusion and conclusion.label else None
    item = MinuteItem(own_number or concluded or "", block.line, concluded)
    item.asks, item.concludes = block is not conclusion, conclusion is not None
    if not own_number and concluded and item.asks:
        item.notes.append("shows no number; that of its conclusion was taken")
    if conclusion:
        item.conclusion = sheet.passage(conclusion.start, conclusion.end)
    if replies:
        item.reply = sheet.passage(replies[0].start, replies[-1].end)
    restated = sheet.passage(block.start, block.end) if block is not conclusion else None
    if item.reply:
        item.recommendation = restated
    else:
        item.undivided = restated or item.conclusion
        item.conclusion = item.conclusion if restated else None
    return item


_PARAGRAPH_NUMBER = re.compile(r"(?:^|\n)[^\S\n]*+(?P<major>\d{1,3})\.\d{1,3}[.)]?\s+(?=[A-Z“‘•])")


def paragraph_majors(reply: str) -> list[str]:
    """The numbers before the point of the paragraph numbers in a reply, each once, in order."""
    return list(dict.fromkeys(match["major"] for match in _PARAGRAPH_NUMBER.finditer(reply)))
