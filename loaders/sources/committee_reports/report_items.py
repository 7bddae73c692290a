"""The list of conclusions and recommendations in a report, item by item."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from loaders.layout.line_flow import LineFlow
from loaders.layout.topic_headings import topic_headings
from loaders.references.report_references import ASKS, kind_named, kind_of
from loaders.text.paragraph_numbers import REFERENCE
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
_SUB_INSIDE = re.compile(r"(?<=[.!?”)] )(?:PAC\s)?Recommendation(?:\s\d{1,3}[a-h]?)?:\s+(?=[A-Z])")
_LETTER = re.compile(r"(?:^|(?<=\n))[ \t]{0,20}\(?(?P<letter>[a-h])[.)]\s+(?=[A-Z])")
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
    best = max(lists, key=lambda each: (len(each.items), each.before), default=None)
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
        for index, line in enumerate(lines, start=head.index)
        for match in _labels(flow, index, head)
    ]
    end = lines[-1].end
    stops = [*(line.start + match.start() for line, match in subs), end]
    text = sheet.passage(head.body, stops[0])
    if text:
        reference = REFERENCE.search(text.text)
        names_kind = reference is not None and reference["kind"] is not None
        by_place = FindingKind.CONCLUSION if subs else head.part
        kind = None if names_kind else by_place
        yield _item(head.number, kind or kind_of(text.text), text, lines[0])
    recommended = [
        (line, words)
        for (line, match), stop in zip(subs, stops[1:], strict=True)
        for words in _lettered(sheet, line.start + match.end(), stop)
    ]
    for place, (line, words) in enumerate(recommended):
        letter = chr(ord("a") + place) if len(recommended) > 1 else ""
        yield _item(head.number + letter, FindingKind.RECOMMENDATION, words, line)


def _labels(flow: LineFlow, index: int, head: _Head) -> Iterator[re.Match[str]]:
    """The labels of recommendations on a line: at its beginning, or after a sentence on it."""
    line = flow.lines[index]
    if index > head.index and flow.begins_paragraph(index) and (match := _SUB.match(line.text)):
        yield match
    yield from _SUB_INSIDE.finditer(line.text)


def _lettered(sheet: DocumentLines, start: int, end: int) -> list[Passage]:
    """What a label stands above: one recommendation, or as many as letters begin with a request.

    Letters that only name parts of one request, as after "should:", part nothing.
    """
    text = sheet.text[start:end]
    marks = list(_LETTER.finditer(text))
    in_order = "".join(match["letter"] for match in marks) == "abcdefgh"[: len(marks)]
    stops = [*(match.start() for match in marks), len(text)][1:]
    pieces = [
        sheet.passage(start + match.end(), start + stop)
        for match, stop in zip(marks, stops, strict=True)
    ]
    requests = [words for words in pieces if words and ASKS.search(words.text)]
    begins = bool(marks) and not text[: marks[0].start()].strip()
    if begins and in_order and len(requests) == len(marks) > 1:
        return requests
    whole = sheet.passage(start, end)
    return [whole] if whole else []


def _item(number: str, kind: FindingKind, text: Passage, line: DocumentLine) -> ReportItem:
    reference = REFERENCE.search(" ".join(text.text.split()))
    return ReportItem(
        number, kind, reference["paragraph"] if reference else None, text, line.number
    )
