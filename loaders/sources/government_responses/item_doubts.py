"""What of a response may have been misread, so that a person should compare it with the paper."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.references.item_numbers import item_numbers
from loaders.references.report_references import ASKS
from loaders.responses.contradictions import takes_both_sides
from loaders.sources.government_responses.head_patterns import CONTENTS, LABELLED
from loaders.sources.government_responses.item_heads import labelled, numbered, quoted
from loaders.text.paragraph_numbers import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.layout.document_lines import DocumentLines
    from loaders.sources.government_responses.response_entries import ResponseEntry

    Doubt = tuple[str, int | None]

_SHOWN = 40
_SENTENCE = 300
"""Characters before a reference among which what it refers to asks for something."""


def doubts(
    sheet: DocumentLines, entries: Sequence[ResponseEntry], *, excerpt: bool = False
) -> Iterator[Doubt]:
    """Each doubt in a sentence, with the line of the document it is about.

    Args:
        sheet: The document.
        entries: The items that were read in it, in order.
        excerpt: True if the document leaves out items on purpose.
    """
    yield from _replies(entries)
    yield from _repeats(entries)
    if not excerpt:
        yield from _jumps(entries)
    yield from _swallowed(sheet, entries)
    yield from _asked_again(entries)
    yield from _labels_unread(sheet, entries)


def _replies(entries: Sequence[ResponseEntry]) -> Iterator[Doubt]:
    for entry in entries:
        if entry.undivided:
            yield f"It cannot be seen where the reply to {entry.name} begins.", entry.line
        elif not entry.replies:
            yield f"No reply to {entry.name} was found.", entry.line
        elif any(
            takes_both_sides(reply.text.text, number)
            for reply in entry.replies
            for number in entry.numbers or (None,)
        ):
            yield (
                f"The reply to {entry.name} both accepts and refuses: it may answer several.",
                entry.line,
            )


def _repeats(entries: Sequence[ResponseEntry]) -> Iterator[Doubt]:
    counted = Counter(
        (entry.kind, entry.respondent, number) for entry in entries for number in entry.numbers
    )
    lines = {
        (entry.kind, entry.respondent, number): entry.line
        for entry in entries
        for number in entry.numbers
    }
    for key, times in counted.items():
        if times > 1:
            kind, _, number = key
            yield f"{kind.capitalize()} {number} stands {times} times.", lines[key]


def _jumps(entries: Sequence[ResponseEntry]) -> Iterator[Doubt]:
    """Numbers left out, unless conclusions and recommendations are numbered apart without any."""
    plain = [(entry, _values(entry)) for entry in entries if entry.numbers]
    kinds = {entry.kind for entry, _ in plain}
    by_kind = [[item for item in plain if item[0].kind is kind] for kind in kinds]
    if not any(list(_gaps(run)) for run in by_kind):
        return
    yield from _gaps(plain)


def _gaps(run: Sequence[tuple[ResponseEntry, list[int]]]) -> Iterator[Doubt]:
    for (_, before), (entry, values) in pairwise(run):
        last, first = max(before), min(values)
        if first > last + 1 or first < last:
            problem = f"Numbers go from {last} to {first}: some are left out or unrecognised."
            yield problem, entry.line


def _values(entry: ResponseEntry) -> list[int]:
    """Places of an item's numbers in a count; a letter counts from A."""
    return [_place(number) for number in entry.numbers]


def _place(number: str) -> int:
    figures = number.rstrip("abcdefgh")
    return int(figures) if figures.isdigit() else ord(number[0]) - ord("A") + 1


def _labels_unread(sheet: DocumentLines, entries: Sequence[ResponseEntry]) -> Iterator[Doubt]:
    """Lines before the first item that begin as a label does, with a number that no item has."""
    numbers = {number for entry in entries for number in entry.numbers}
    first = min((entry.line for entry in entries), default=0)
    if not numbers:
        return
    for line in sheet.lines:
        if line.number >= first:
            break
        label = LABELLED.match(line.text)
        is_label = label is not None and not CONTENTS.search(line.text)
        if label and is_label and not set(item_numbers(label["numbers"])) <= numbers:
            words = line.text[:_SHOWN]
            yield f"This line may be the label of an item not read: {words}", line.number


def _asked_again(entries: Sequence[ResponseEntry]) -> Iterator[Doubt]:
    """Replies that hold words as only a committee's end: what it asks, and the paragraph."""
    for entry in entries:
        for reply in entry.replies:
            words = " ".join(reply.text.text.split())
            for reference in REFERENCE.finditer(words):
                begin, end = reference.span()
                request = ASKS.search(words, max(0, begin - _SENTENCE), begin)
                if request or (reference["kind"] and ASKS.search(words, end, end + _SENTENCE)):
                    shown = words[max(0, reference.start() - _SHOWN) : reference.end()]
                    yield f"The reply to {entry.name} may hold another item: …{shown}", entry.line
                    break


def _swallowed(sheet: DocumentLines, entries: Sequence[ResponseEntry]) -> Iterator[Doubt]:
    """Beginnings of items within a reply to another."""
    replies = sorted(
        (reply.text.start, reply.text.start + len(reply.text.text), entry.name)
        for entry in entries
        for reply in entry.replies
    )
    numbers = {number for entry in entries for number in entry.numbers}
    heads = sorted(
        {
            (head.start, head.index)
            for heads_of in (labelled, numbered, quoted)
            for head in heads_of(sheet.lines)
            if not set(head.numbers) <= numbers
        }
    )
    position = 0
    for start, index in heads:
        while position < len(replies) and replies[position][1] <= start:
            position += 1
        if position < len(replies) and replies[position][0] < start:
            words = sheet.lines[index].text[:_SHOWN]
            yield (
                (f"The reply to {replies[position][2]} holds what may be another item: {words}"),
                sheet.lines[index].number,
            )
