"""Where items of a response begin: one way of marking them after the other.

Responses mark what they answer in many ways: by labels with or without numbers, by numbered
paragraphs, by quotations that end in a reference to the report. A document keeps to one of them,
and each way here gives the beginnings that it would see. Which of them the document uses is decided
by what the items then hold (`item_schemes`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.layout.line_flow import LineFlow, stands_alone
from loaders.references.item_numbers import item_numbers
from loaders.references.ordinals import value
from loaders.references.report_references import ASKS, kind_named
from loaders.sources.government_responses.head_patterns import (
    ANSWERS,
    BRACKETED,
    COMMITTEE_SPEAKS,
    CONTENTS,
    HEADING_FIRST,
    LABEL_ALONE,
    LABELLED,
    NUMBER_FIRST,
    NUMBERED,
    NUMBERED_REFERENCE,
    OF_PARAGRAPH,
    ORDINAL_LABEL,
    TOPIC,
)
from loaders.text.paragraph_numbers import REFERENCE
from loaders.text.shown_text import BlockRole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from graph.records.findings import FindingKind
    from loaders.layout.document_lines import DocumentLine

    Lines = Sequence[DocumentLine]


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an item.

    Attributes:
        index: Index of its line.
        kind: What it is called; None where only its words can tell.
        numbers: Its numbers in figures; several where one reply answers several, none where the
            document gives none.
        start: Offset of the head.
        body: Offset of the text after it.
        paragraph: Paragraph of the report that the head names.
    """

    index: int
    kind: FindingKind | None
    numbers: tuple[str, ...]
    start: int
    body: int
    paragraph: str | None = None


def labelled(lines: Lines) -> Iterator[Head]:
    """Heads with a label and a number."""
    return _with_label(lines, LABELLED.match)


def number_first(lines: Lines) -> Iterator[Head]:
    """Heads with a number and a label, in this order."""
    return _with_label(lines, NUMBER_FIRST.match)


def bracketed(lines: Lines) -> Iterator[Head]:
    """Heads with a label and a number in brackets before the words."""
    return _with_label(lines, BRACKETED.match)


def answering(lines: Lines) -> Iterator[Head]:
    """Headings that say which recommendation is answered below, where its words stand first."""
    return _with_label(lines, ANSWERS.match)


def _with_label(lines: Lines, match_label: Callable[[str], re.Match[str] | None]) -> Iterator[Head]:
    flow, last = LineFlow(lines), 0
    for index, line in enumerate(lines):
        match = match_label(line.text)
        if match is None or CONTENTS.search(line.text):
            continue
        numbers = item_numbers(match["numbers"])
        if flow.begins_paragraph(index) or (
            numbers == (str(last + 1),) and _is_next(flow, index, match, last)
        ):
            last = int(re.sub(r"\D", "", numbers[-1]) or 0)
            topic = _is_topic(flow, index, line.text[match.end() :])
            body = lines[index + 1].start if topic else line.start + match.end()
            paragraph = match["paragraph"] or match.groupdict().get("before")
            yield Head(index, _kind(match), numbers, line.start, body, paragraph)


def _is_next(flow: LineFlow, index: int, match: re.Match[str], last: int) -> bool:
    """Whether a label with the next number heads an item, though a line without an end is above.

    So it is after a running head or a note that was not known for one.
    """
    if match.end() == len(flow.lines[index].text):
        return stands_alone(flow, index)
    marked = match[0].rstrip().endswith((":", ")", "]"))
    return last > 0 and marked and not flow.runs_on(index)


def _is_topic(flow: LineFlow, index: int, rest: str) -> bool:
    """Whether what stands after a label is the topic of the item, whose words begin below."""
    if index + 1 == len(flow.lines) or not TOPIC.fullmatch(rest) or ASKS.search(rest):
        return False
    words_below = flow.lines[index + 1].text
    return words_below[:1].isupper() and flow.begins_paragraph(index + 1)


def _kind(match: re.Match[str]) -> FindingKind:
    """What a label calls an item, in full or by its first letters."""
    return kind_named(match["kind"] or match["short"])


def boxed(lines: Lines) -> Iterator[Head]:
    """Heads with a label alone; a number that opens the next line is that of the item."""
    flow = LineFlow(lines)
    for index, line in enumerate(lines):
        match = LABEL_ALONE.match(line.text)
        if match is None or not flow.begins_paragraph(index):
            continue
        kind = _kind(match)
        body, paragraph = line.start + match.end(), match["paragraph"]
        numbers: tuple[str, ...] = ()
        following = lines[index + 1] if index + 1 < len(lines) else None
        if match.end() == len(line.text) and following:
            numbered = NUMBERED.match(following.text)
            if numbered:
                numbers = _numbers(numbered)
                body = following.start + numbered.end()
        yield Head(index, kind, numbers, line.start, body, paragraph)


def spoken(lines: Lines) -> Iterator[Head]:
    """Lines that say only whose words follow, which paragraph of the report, or which in turn."""
    flow = LineFlow(lines)
    for index, line in enumerate(lines[:-1]):
        ordinal = ORDINAL_LABEL.match(line.text)
        match = ordinal or COMMITTEE_SPEAKS.match(line.text)
        if match and flow.begins_paragraph(index):
            numbers = (str(value(ordinal["ordinal"])),) if ordinal else ()
            kind = _kind(ordinal) if ordinal else None
            body = lines[index + 1].start
            yield Head(index, kind, numbers, line.start, body, match["paragraph"])


def by_paragraph(lines: Lines) -> Iterator[Head]:
    """Heads that give the paragraph of the report, and on the same line the words found there."""
    flow = LineFlow(lines)
    for index, line in enumerate(lines):
        match = OF_PARAGRAPH.match(line.text)
        if match and flow.begins_paragraph(index):
            body = line.start + match.end()
            yield Head(index, None, (), line.start, body, match["paragraph"])


def quoted(lines: Lines) -> Iterator[Head]:
    """Paragraphs that end in the number of a recommendation and, perhaps, its paragraph."""
    for first, last in _paragraphs(lines):
        match = NUMBERED_REFERENCE.search(_words(lines[first : last + 1]))
        if match:
            kind = _kind(match)
            numbers, start = item_numbers(match["numbers"]), lines[first].start
            yield Head(first, kind, numbers, start, start, match["paragraph"])


def numbered(lines: Lines) -> Iterator[Head]:
    """Numbered paragraphs with a reference to a paragraph of the report, in their order."""
    last = 0
    starts = list(_numbered_starts(lines))
    stops = [*(head.index for head in starts), len(lines)][1:]
    for head, stop in zip(starts, stops, strict=True):
        reference = REFERENCE.search(_words(_paragraph_at(lines, head.index, stop)))
        value = _value(head)
        if (
            reference
            and value > last
            and (head.start == lines[head.index].start or value == last + 1)
        ):
            last = value
            paragraph = reference["paragraph"]
            yield Head(head.index, None, head.numbers, head.start, head.body, paragraph)


def asking(lines: Lines) -> Iterator[Head]:
    """Numbered paragraphs that ask for something, in their order, without any reference."""
    last = 0
    asks = list(_asks_from(lines))
    for head in _numbered_starts(lines):
        if asks[head.index] and _value(head) > last and head.start == lines[head.index].start:
            last = _value(head)
            yield head


def referring(lines: Lines) -> Iterator[Head]:
    """Paragraphs without a number that end in a reference to a paragraph of the report."""
    for first, last in _paragraphs(lines):
        words = _words(lines[first : last + 1])
        references = list(REFERENCE.finditer(words))
        ends_in_one = bool(references) and references[-1].end() == len(words)
        labelled_one = LABELLED.match(words) or NUMBERED.match(words)
        if ends_in_one and not labelled_one:
            start = lines[first].start
            yield Head(first, None, (), start, start, references[-1]["paragraph"])


def _numbered_starts(lines: Lines) -> Iterator[Head]:
    """Every line that begins with a number, or with the words of a heading and a number."""
    flow = LineFlow(lines)
    for index, line in enumerate(lines):
        if not flow.begins_paragraph(index):
            continue
        heading = HEADING_FIRST.match(line.text)
        skipped = heading.end() if heading else 0
        match = NUMBERED.match(line.text, skipped)
        if match:
            numbers, start = _numbers(match), line.start + skipped
            yield Head(index, None, numbers, start, line.start + match.end())


def _numbers(match: re.Match[str]) -> tuple[str, ...]:
    """What the number of a numbered paragraph means, in figures."""
    return item_numbers(match["figures"] or match["roman"])


def _value(head: Head) -> int:
    return int(re.sub(r"\D", "", head.numbers[0]) or 0) if head.numbers else 0


def _paragraphs(lines: Lines) -> Iterator[tuple[int, int]]:
    """First and last line of each paragraph, where blank lines or markup part them."""
    starts = [index for index, line in enumerate(lines) if line.apart]
    for first, after in zip(starts, [*starts, len(lines)][1:], strict=True):
        if lines[first].role is not BlockRole.HEADING:
            yield first, after - 1


def _paragraph_at(lines: Lines, index: int, stop: int) -> Lines:
    """The lines of a paragraph from its first on, at most up to a line.

    Where nothing parts paragraphs, as in text taken from print, they go up to the line.
    """
    last = index + 1
    while last < stop and not lines[last].apart:
        last += 1
    return lines[index:last]


def _asks_from(lines: Lines) -> Iterator[bool]:
    """For each line, whether its paragraph asks for something from that line on.

    Each paragraph is looked through once, since text taken from print may be one long paragraph.
    """
    starts = [0, *(index for index, line in enumerate(lines) if line.apart and index), len(lines)]
    for first, after in pairwise(starts):
        paragraph = lines[first:after]
        words = _words(paragraph)
        last, match = -1, ASKS.search(words)
        while match:
            last = match.start()
            match = ASKS.search(words, last + 1)
        place = 0
        for line in paragraph:
            yield place <= last
            place += len(line.text) + 1


def _words(lines: Lines) -> str:
    return " ".join(line.text for line in lines)
