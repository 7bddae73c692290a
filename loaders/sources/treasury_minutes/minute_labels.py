"""The labels and openings by which a Treasury Minute tells its voices apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.findings import FindingKind
from loaders.responses.segmentation.marks import VERDICT, closed_before, decimals, labels, opening
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.layout.document_lines import DocumentLine

PREFACE = re.compile(
    r"Introduction\s+from\s+the\s+Committee|Background\s+resources|Relevant\s+reports"
    r"|(?:Updated\s+)?Government\s+responses?\s+to\s+the\s+Committee",
    re.IGNORECASE,
)
"""Headings inside a section, before its items."""

_BARE = re.compile(r"Recommendation(?:\s+(?P<number>\d{1,2}[a-h]?))?\s*:\s*", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"(?P<number>\d{1,2}\s?[a-h]?)\s*[.:)]*", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"(?:Revised\s+|Original\s+)?Target\s+(?:implementation\s+)?date\b|Recommendation\s+implemented\b",
    re.IGNORECASE,
)
_CONCEDES = compile_pattern(
    rf"(?:While|Whilst|Although|Though)\b[^.:]{{0,200}}?\b(?:the|HM)\s+government\s+{VERDICT}\b"
    r"(?!\s+that)",
    re.IGNORECASE,
)
"""A verdict that opens a paragraph from within a subordinate clause."""

_FINISHED = re.compile(r"[.!?:;…)”\"\d]$|•$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label of restated text, with offsets into the document."""

    kind: FindingKind
    number: str | None
    start: int
    body: int


def label_at(lines: Sequence[DocumentLine], index: int) -> Label | None:
    """The label with which a line begins, its number perhaps alone on the line before."""
    first = next(labels_in(lines[index]), None)
    if first is None or first.start != lines[index].start:
        return None
    if first.number is None and index:
        alone = _NUMBER_ALONE.fullmatch(lines[index - 1].text)
        if alone:
            number = re.sub(r"\s", "", alone["number"]).lower()
            return Label(first.kind, number, lines[index - 1].start, first.body)
    return first


def labels_in(line: DocumentLine) -> Iterator[Label]:
    """Labels on a line: at its beginning, or where a sentence has ended before."""
    bare = _BARE.match(line.text)
    if bare:
        kind, body = FindingKind.RECOMMENDATION, line.start + bare.end()
        yield Label(kind, bare["number"], line.start, body)
    for mark in labels(line.text):
        if mark.kind and (mark.start == 0 or closed_before(line.text, mark.start)):
            yield Label(mark.kind, mark.number, line.start + mark.start, line.start + mark.body)


def reply_in(line: DocumentLine, after: int, number: str | None) -> int | None:
    """Where on a line a numbered paragraph of the government begins.

    Args:
        line: The line.
        after: Offset in the document from which to look.
        number: Number of the item; a paragraph number that carries it is a sure sign.

    Returns:
        The offset in the document, or None.
    """
    begin = max(0, after - line.start)
    major = re.match(r"\d+", number or "")
    for mark in decimals(line.text):
        if mark.start < begin:
            continue
        verdict = opening(line.text, mark.body, mark.body + 40)
        decided = verdict is not None and verdict.start == mark.body
        own = major is not None and str(mark.major) == major[0]
        if decided or (own and (mark.start == 0 or closed_before(line.text, mark.start))):
            return line.start + mark.start
    return None


def opens_reply(lines: Sequence[DocumentLine], index: int) -> bool:
    """Whether a line opens the government's words without a number.

    It must stand by itself or after a finished sentence: in the midst of one, the same words are
    the committee's about the government.
    """
    line = lines[index]
    if index and not line.apart and not _FINISHED.search(lines[index - 1].text):
        return False
    verdict = opening(line.text, 0, len(line.text))
    if _DATE_LINE.match(line.text) or (verdict is not None and verdict.start == 0):
        return True
    following = f" {lines[index + 1].text}" if index + 1 < len(lines) else ""
    return _CONCEDES.match(line.text + following) is not None
