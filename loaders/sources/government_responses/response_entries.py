"""The items of a response: what is restated, and each respondent's reply to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from loaders.layout.topic_headings import topic_headings
from loaders.references.report_references import kind_of
from loaders.sources.government_responses.reply_marks import (
    END,
    reply_label,
    reply_start,
    responder,
    shared_numbers,
    words_start,
)
from loaders.text.paragraph_numbers import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.records.findings import FindingKind, Passage
    from loaders.layout.document_lines import DocumentLine, DocumentLines
    from loaders.sources.government_responses.item_heads import Head


@dataclass(frozen=True, slots=True)
class Replied:
    """A reply: by whom, where the document says so, and its words."""

    respondent: str | None
    text: Passage


@dataclass(frozen=True, slots=True)
class ResponseEntry:
    """One item.

    Attributes:
        kind: What is answered.
        numbers: Numbers in figures; none where the document gives none.
        restated: The committee's words.
        replies: Replies to it, in order.
        undivided: Text that holds both, where nothing tells where the reply begins.
        paragraph: Paragraph of the report, as printed.
        respondent: Who answers in this part of the document, if a heading says so.
        line: Number of the line it begins on.
    """

    kind: FindingKind
    numbers: tuple[str, ...]
    restated: Passage | None
    replies: tuple[Replied, ...]
    undivided: Passage | None
    paragraph: str | None
    respondent: str | None
    line: int

    @property
    def name(self) -> str:
        """What messages call it: its numbers, else where it stands."""
        if self.numbers:
            return ", ".join(self.numbers)
        return f"the item on paragraph {self.paragraph}" if self.paragraph else "the item"

    @property
    def passages(self) -> tuple[Passage | None, ...]:
        """All its text."""
        return self.restated, self.undivided, *(reply.text for reply in self.replies)


def read_items(
    sheet: DocumentLines, lines: Sequence[DocumentLine], heads: Sequence[Head]
) -> tuple[list[ResponseEntry], list[DocumentLine]]:
    """Read items.

    Args:
        sheet: The document.
        lines: Its lines.
        heads: The heads of items among them.

    Returns:
        The items, and the lines between them that belong to none.
    """
    items: list[ResponseEntry] = []
    aside: list[DocumentLine] = []
    who = _responder_before(lines[: heads[0].index]) if heads else None
    stops = [*(head.index for head in heads), len(lines)][1:]
    for head, stop in zip(heads, stops, strict=True):
        own = lines[head.index : stop]
        end = _end(own, last=stop == len(lines))
        items.append(_item(sheet, head, own[:end], who))
        aside += own[end:]
        who = _responder_before(own[end:]) or who
    return _with_shared_replies(items), aside


def _with_shared_replies(entries: Sequence[ResponseEntry]) -> list[ResponseEntry]:
    """The same items, each with the reply that a later one says it shares with it.

    Only items without a reply that stand right before the one with the reply can share it.
    """
    shared = list(entries)
    waiting: list[int] = []
    for index, entry in enumerate(entries):
        if not entry.replies:
            waiting.append(index)
            continue
        numbers = shared_numbers(entry.replies[0].text.text) if entry.replies else None
        if numbers is not None:
            for position in waiting if numbers or len(waiting) > 1 else waiting[-1:]:
                shared[position] = _sharing(shared[position], entry, numbers)
        waiting = []
    return shared


def _sharing(entry: ResponseEntry, later: ResponseEntry, numbers: Sequence[str]) -> ResponseEntry:
    """An item with the reply of a later one, if that may be its own.

    Words that might hold a reply of their own are all the committee's if the later reply names
    the number of their item.
    """
    if entry.numbers and set(entry.numbers) <= set(numbers):
        words = entry.restated or entry.undivided
        return replace(entry, restated=words, undivided=None, replies=later.replies)
    if numbers or entry.undivided:
        return entry
    return replace(entry, replies=later.replies)


def _responder_before(lines: Sequence[DocumentLine]) -> str | None:
    """Who the last heading among lines says answers."""
    return next((who for line in reversed(lines) if (who := responder(line))), None)


def _end(lines: Sequence[DocumentLine], *, last: bool) -> int:
    """How many lines belong to an item; headings of what comes next do not."""
    for index, line in enumerate(lines[1:], start=1):
        if responder(line) or (last and END.match(line.text)):
            return index
    return len(lines) if last else len(lines) - topic_headings(lines)


def _replies(lines: Sequence[DocumentLine], body: int) -> list[tuple[str | None, int, int]]:
    """Each reply in an item: who, where its label or words begin, and where its words do."""
    labels = [
        (who, lines[index].start, start)
        for index in range(1, len(lines))
        if (label := reply_label(lines, index))
        for who, start in [label]
    ]
    if labels:
        return [
            label
            for before, label in zip([None, *labels], labels, strict=False)
            if before is None or before[0] != label[0]
        ]
    start = reply_start(lines, body)
    return [] if start is None else [(None, start, start)]


def _item(
    sheet: DocumentLines, head: Head, lines: Sequence[DocumentLine], who: str | None
) -> ResponseEntry:
    """One item from its lines."""
    end = lines[-1].end
    body = words_start(lines, head.body)
    reply_spans = _replies(lines, body)
    stops = [*(begin for _, begin, _ in reply_spans), end][1:]
    replies = [
        Replied(by, text)
        for (by, _, start), stop in zip(reply_spans, stops, strict=True)
        if (text := sheet.passage(start, stop))
    ]
    restated = sheet.passage(body, reply_spans[0][1] if reply_spans else end)
    words = restated.text if restated else ""
    reference = REFERENCE.search(" ".join(words.split()))
    return ResponseEntry(
        kind=head.kind or kind_of(words),
        numbers=head.numbers,
        restated=restated if reply_spans else None,
        replies=tuple(replies),
        undivided=None if reply_spans else restated,
        paragraph=head.paragraph or (reference["paragraph"] if reference else None),
        respondent=who,
        line=lines[0].number,
    )
