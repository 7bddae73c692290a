"""What a person should compare with the document: items whose reading may be wrong.

A recommendation that is said to be rejected though it was accepted is the worst that a reader of
Treasury Minutes can do, so whatever does not fit together is told.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.records.replies import Object
from loaders.responses.reply_reader import read_reply
from loaders.sources.treasury_minutes.item_number import major
from loaders.sources.treasury_minutes.minute_items import paragraph_majors
from loaders.sources.treasury_minutes.reply_openings import decides
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.findings import Passage
    from loaders.layout.line_flow import LineFlow
    from loaders.sources.treasury_minutes.minute_items import MinuteItem
    from loaders.sources.treasury_minutes.report_section import Section

_HEADING = compile_pattern(
    r"(?:\(?\d{1,3}\s?(?:[a-h]|\([a-h]\))?[.):]*\s*)?(?:(?:PAC|CPA)\s+(?:conclusion|recommendation)s?\b"
    r"|(?:Committee\s+)?(?:Conclusion|Recommendation)s?\s*(?:No\.?\s*|\#\s*)?\(?(?P<number>\d{1,3}|[ivx]{1,5})(?:\s?[a-h])?\)?\s*(?:[:.–—]|-\s|\n|$))",
    re.IGNORECASE,
)
"""The label of an item, at the beginning of a paragraph."""

_NEXT = re.compile(r"\(?(?P<number>\d{1,3})\)?[.:)]?\s+(?=[A-Z“‘])")
_ASKS = re.compile(r"\b(?:should|must|recommend)\b")
_YES = frozenset({"accepted", "accepted-in-part", "accepted-in-principle"})
_NO = frozenset({"rejected", "deferred"})


def note_doubts(section: Section, flow: LineFlow) -> None:
    """Note what may be wrong with each item of a section, and with its numbers."""
    for item in section.items:
        item.doubts += _doubts(item, section, flow)
    section.doubts += _about_numbers(section)


def _doubts(item: MinuteItem, section: Section, flow: LineFlow) -> Iterator[str]:
    if item.reply is None:
        yield "shows no reply"
    else:
        yield from _about_reply(item, item.reply, section, flow)
    restated = item.recommendation or item.conclusion
    if restated and item.reply:
        for words in _paragraphs(flow, restated):
            if decides(words) and not _ASKS.search(words):
                yield f"may hold a reply within the committee’s words: {_shortened(words)}"


def _about_reply(
    item: MinuteItem, reply: Passage, section: Section, flow: LineFlow
) -> Iterator[str]:
    restated = item.recommendation or item.conclusion
    read = read_reply(reply.text, restated.text if restated else None)
    about = {Object.RECOMMENDATION} if item.asks else {Object.RECOMMENDATION, Object.CONCLUSION}
    concepts = {s.concept for part in read.stances for s in part if s.object in about}
    if (concepts & _YES and concepts & _NO) or len(concepts & _YES) > 1:
        yield f"shows several positions: {', '.join(sorted(concepts & (_YES | _NO)))}"
    if not concepts and not any(read.updates):
        yield "states no position that could be read"
    for words in list(_paragraphs(flow, reply)):
        heading = _HEADING.match(words)
        if heading:
            yield f"holds what may be the heading of another item: {_shortened(words)}"
        elif _is_next(item, words, section):
            yield f"holds what may be the next item: {_shortened(words)}"
    own = major(item.number)
    majors = paragraph_majors(reply.text)
    if len(majors) > 1:
        yield f"has paragraphs numbered {' and '.join(majors)}"
    elif majors and majors[0] != own and _numbered_alike(section):
        yield f"has paragraphs numbered {majors[0]}"


def _numbered_alike(section: Section) -> bool:
    """Whether paragraphs mostly carry the numbers of their items."""
    pairs = [
        (paragraph_majors(item.reply.text)[:1], [major(item.number)])
        for item in section.items
        if item.reply and paragraph_majors(item.reply.text)
    ]
    alike = sum(left == right for left, right in pairs)
    return alike * 2 >= len(pairs) or len(pairs) == 1


def _is_next(item: MinuteItem, words: str, section: Section) -> bool:
    """Whether a paragraph has a number that no item has, the next of its item, and asks."""
    match = _NEXT.match(words)
    own = major(item.number)
    if match is None or own is None or int(match["number"]) != int(own) + 1:
        return False
    numbers = {major(other.number) for other in section.items}
    return match["number"] not in numbers and _ASKS.search(words) is not None


def _paragraphs(flow: LineFlow, passage: Passage) -> Iterator[str]:
    """The first words of each paragraph that begins within a passage."""
    end = passage.start + len(passage.text)
    for index, line in enumerate(flow.lines):
        if passage.start < line.start < end and flow.begins_paragraph(index):
            yield flow.joined(index).text


def _shortened(words: str, most: int = 50) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= most else f"{plain[:most]}…"


def _about_numbers(section: Section) -> Iterator[str]:
    """Numbers that go back; those that are missing are told by whoever knows the kind of paper."""
    majors = [int(figures) for item in section.items if (figures := major(item.number))]
    back = [f"{after} after {before}" for before, after in pairwise(majors) if after < before]
    if back:
        yield f"numbers go back: {', '.join(back)}"
