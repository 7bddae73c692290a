"""The list of conclusions and recommendations in a report, item by item."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from loaders.layout.line_flow import LineFlow
from loaders.layout.topic_headings import topic_headings
from loaders.references.report_references import REFERENCE, kind_named, kind_of
from loaders.text.patterns import compile_pattern
from loaders.text.shown_text import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.findings import Passage
    from loaders.layout.document_lines import DocumentLine, DocumentLines

HEADING = compile_pattern(
    r"(?:\d{1,2}\.?\s+)?(?:Summary\s+of\s+|List\s+of\s+|Our\s+)?"
    r"(?:Conclusions?\s+and\s+recommendations?|Recommendations?\s+and\s+conclusions?)",
    re.IGNORECASE,
)
"""The heading above the list."""

_PART = re.compile(r"(?P<kind>Conclusion|Recommendation)s?:?", re.IGNORECASE)
"""A heading under which one kind stands by itself, with numbers of its own."""

_CHAPTER = compile_pattern(r"(?:\d{1,2}\.?\s+)?[A-Z][^.!?:;\n]{2,90}(?<![,)”\d])")
"""A heading above a chapter, as its words show."""

_END = compile_pattern(
    r"(?:Annex|Appendix)\b.*|Formal\s+minutes|Witnesses|(?:Published|Written|Oral)\b.*\bevidence"
    r"|List\s+of\s+Reports\b.*|Members\s+of\s+the\s+Committee|Declarations?\s+of\s+interests?",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"[(\[]?(?P<number>\d{1,3}(?:[a-h]|\([a-h]\))?)(?P<mark>[.)\]]*)\s*(?=[A-Z“‘\"'(\[])"
)
_SUB = re.compile(r"(?:PAC\s+)?Recommendation(?:\s+\d{1,3}[a-h]?)?\s*[:.–—]\s*")
_FURTHEST = 20
"""Numbers that may be left out between two items; what is further on is no item."""


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One conclusion or recommendation.

    Attributes:
        number: Its number as printed.
        kind: What it is.
        paragraph: Paragraph of the report in which it stands, as printed.
        text: The committee's words.
        line: Number of the line it begins on.
    """

    number: str
    kind: FindingKind
    paragraph: str | None
    text: Passage
    line: int


@dataclass(frozen=True, slots=True)
class _Head:
    index: int
    number: str
    body: int
    part: FindingKind | None


@dataclass(frozen=True, slots=True)
class ReportList:
    """The items of a report, and the lines around them.

    Attributes:
        before: Index of the line at which the list begins.
        items: The items in order.
        aside: Lines of the list, and after it, that belong to none.
    """

    before: int
    items: tuple[ReportItem, ...]
    aside: tuple[DocumentLine, ...]


def read_list(sheet: DocumentLines) -> ReportList | None:
    """The list of a report; None where it has none.

    A page of contents names the list as well, so that the heading counts under which most stands.
    """
    lines = sheet.lines
    flow = LineFlow(lines)
    starts = [n for n, line in enumerate(lines) if HEADING.fullmatch(line.text)]
    lists = [_read(sheet, flow, start) for start in starts]
    best = max(lists, key=lambda each: len(each.items), default=None)
    return best if best and best.items else None


def _read(sheet: DocumentLines, flow: LineFlow, start: int) -> ReportList:
    lines = sheet.lines
    end = next(
        (n for n in range(start + 1, len(lines)) if _END.fullmatch(lines[n].text)), len(lines)
    )
    end = _begin_of_body(flow, start + 1, end)
    heads = list(_heads(flow, start + 1, end))
    items: list[ReportItem] = []
    aside = [lines[start], *lines[start + 1 : heads[0].index if heads else end]]
    stops = [*(head.index for head in heads), end][1:]
    for head, stop in zip(heads, stops, strict=True):
        own = lines[head.index : stop]
        kept = len(own) - topic_headings(own)
        items += _items(sheet, flow, head, own[:kept])
        aside += own[kept:]
    return ReportList(start, tuple(items), (*aside, *lines[end:]))


def _heads(flow: LineFlow, start: int, end: int) -> Iterator[_Head]:
    """Where items begin: numbers that rise, with a mark or the next in order."""
    last, part = 0, None
    for index in range(start, end):
        line = flow.lines[index]
        if named := _PART.fullmatch(line.text):
            part, last = kind_named(named["kind"]), 0
            continue
        match = _HEAD.match(line.text)
        if match is None or not flow.begins_paragraph(index):
            continue
        number = int(re.sub(r"\D", "", match["number"]))
        follows = number == last + 1 or (number == last and not match["number"].isdigit())
        if follows or (match["mark"] and last < number <= last + _FURTHEST):
            last = number
            printed = re.sub(r"[()]", "", match["number"])
            yield _Head(index, printed, line.start + match.end(), part)


def _begin_of_body(flow: LineFlow, start: int, end: int) -> int:
    """Where the body of a report begins after its list: a heading, and numbers from 1 again.

    A report of the Committee of Public Accounts has its list in front. What is headed as the
    recommendations alone is a part of the list.
    """
    last = 0
    for index in range(start, end):
        line = flow.lines[index]
        match = _HEAD.match(line.text)
        if not match or not match["mark"] or not flow.begins_paragraph(index):
            continue
        number = int(re.sub(r"\D", "", match["number"]))
        if number == 1 and last > 1:
            heading = next((n for n in (index, index - 1) if _is_heading(flow.lines[n])), None)
            if heading is not None and not _PART.fullmatch(flow.lines[heading].text):
                return heading
        last = number
    return end


def _is_heading(line: DocumentLine) -> bool:
    return line.role is BlockRole.HEADING or _CHAPTER.fullmatch(line.text) is not None


def _items(
    sheet: DocumentLines, flow: LineFlow, head: _Head, lines: Sequence[DocumentLine]
) -> Iterator[ReportItem]:
    """The item of a head, and the recommendations with a label of their own below it."""
    subs = [
        (line, match)
        for index, line in enumerate(lines[1:], start=head.index + 1)
        if (match := _SUB.match(line.text)) and flow.begins_paragraph(index)
    ]
    end = lines[-1].end
    stops = [*(line.start for line, _ in subs), end]
    text = sheet.passage(head.body, stops[0])
    if text:
        reference = REFERENCE.search(text.text)
        names_kind = reference is not None and reference["kind"] is not None
        by_place = FindingKind.CONCLUSION if subs else head.part
        kind = None if names_kind else by_place
        yield _item(head.number, kind or kind_of(text.text), text, lines[0])
    letters = [""] if len(subs) == 1 else [chr(ord("a") + place) for place in range(len(subs))]
    for (line, match), stop, letter in zip(subs, stops[1:], letters, strict=True):
        if words := sheet.passage(line.start + match.end(), stop):
            yield _item(head.number + letter, FindingKind.RECOMMENDATION, words, line)


def _item(number: str, kind: FindingKind, text: Passage, line: DocumentLine) -> ReportItem:
    reference = REFERENCE.search(" ".join(text.text.split()))
    return ReportItem(
        number, kind, reference["paragraph"] if reference else None, text, line.number
    )
