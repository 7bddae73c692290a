"""Items in a table: one row for each, one column for what is restated and one for the reply."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.references.item_numbers import NUMBERS, item_numbers
from loaders.references.report_references import kind_of
from loaders.sources.government_responses.response_entries import Replied, ResponseEntry
from loaders.text.paragraph_numbers import REFERENCE
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.mentions import Span
    from loaders.layout.document_lines import DocumentLine, DocumentLines
    from loaders.text.shown_text import TableRow

_COLUMNS = (
    ("reply", re.compile(r"\b(?:response|reply|answer)s?\b", re.IGNORECASE)),
    ("update", re.compile(r"\b(?:update|progress)\b", re.IGNORECASE)),
    ("stance", re.compile(r"\b(?:status|position|decision|accepted|agreed)\b", re.IGNORECASE)),
    ("number", re.compile(r"(?:no|nos|number|ref|reference|rec|item|#)\.?(?:\s+no\.?)?", re.I)),
    ("restated", re.compile(r"\b(?:recommendation|conclusion|finding)s?\b", re.IGNORECASE)),
    ("respondent", re.compile(r"\b(?:department|owner|lead|addressee|body|for)\b", re.IGNORECASE)),
    ("paragraph", re.compile(r"\bpara(?:graph)?s?\b", re.IGNORECASE)),
)
"""What a column holds, by words of its heading; the first that fits is believed."""

_OF_REPLIES = ("reply", "stance", "update")
"""Columns that hold a reply, or a part of one."""

_NUMBER = compile_pattern(
    rf"(?:Recommendation|Conclusion|Rec\.?)?\s*(?P<numbers>{NUMBERS})\s*[.:)]?(?=\s|$)",
    re.IGNORECASE,
)


def read_tables(
    sheet: DocumentLines,
) -> tuple[list[ResponseEntry], int, list[DocumentLine]]:
    """Read the rows of tables whose headings name a recommendation and a response.

    Returns:
        The items; the index of the line at which the first such table begins; and lines from there
        on that belong to no item, such as headings of columns.
    """
    entries: list[ResponseEntry] = []
    cells: list[Span] = []
    columns: dict[str, int] = {}
    table, first = -1, None
    for row in sheet.rows:
        if row.table != table:
            table, columns = row.table, _columns(sheet, row)
            first = row.cells[0][0] if columns and first is None else first
            continue
        entry = _entry(sheet, row, columns) if columns else None
        if entry:
            entries.append(entry)
            cells += row.cells
    if first is None or not entries:
        return [], len(sheet.lines), []
    index = next(place for place, line in enumerate(sheet.lines) if line.start >= first)
    return entries, index, [line for line in sheet.lines[index:] if not _within(line, cells)]


def _within(line: DocumentLine, spans: Sequence[Span]) -> bool:
    return any(start <= line.start < end for start, end in spans)


def _columns(sheet: DocumentLines, heading: TableRow) -> dict[str, int]:
    """Which column holds what; nothing unless there is one for each side."""
    columns: dict[str, int] = {}
    for index, (start, end) in enumerate(heading.cells):
        words = sheet.text[start:end].strip()
        name = next(
            (
                name
                for name, pattern in _COLUMNS
                if name not in columns and _fits(pattern, name, words)
            ),
            None,
        )
        if name:
            columns[name] = index
    has_reply = any(name in columns for name in _OF_REPLIES)
    return columns if "restated" in columns and has_reply else {}


def _fits(pattern: re.Pattern[str], name: str, words: str) -> bool:
    match = pattern.fullmatch(words) if name == "number" else pattern.search(words)
    return match is not None


def _entry(sheet: DocumentLines, row: TableRow, columns: dict[str, int]) -> ResponseEntry | None:
    """The item of a row; None if the row holds none."""
    cells = {name: row.cells[index] for name, index in columns.items() if index < len(row.cells)}
    if "restated" not in cells:
        return None
    start, end = cells["restated"]
    numbers: tuple[str, ...] = ()
    if "number" in cells:
        match = _NUMBER.match(sheet.text[slice(*cells["number"])].strip())
        numbers = item_numbers(match["numbers"]) if match else ()
    elif match := _NUMBER.match(sheet.text, start, end):
        numbers, start = item_numbers(match["numbers"]), match.end()
    restated = sheet.passage(start, end)
    if restated is None:
        return None
    reference = REFERENCE.search(restated.text)
    paragraph = reference["paragraph"] if reference else _words(sheet, cells.get("paragraph"))
    return ResponseEntry(
        kind=kind_of(restated.text),
        numbers=numbers,
        restated=restated,
        replies=tuple(_replies(sheet, cells)),
        undivided=None,
        paragraph=paragraph,
        respondent=_words(sheet, cells.get("respondent")),
        line=_line_number(sheet, start),
    )


def _replies(sheet: DocumentLines, cells: dict[str, Span]) -> Iterator[Replied]:
    """The reply of a row: its words, and what a column of its own says of its stance.

    Columns that stand side by side are one passage, so that it is an exact slice of the document.
    """
    spans: list[Span] = []
    for start, end in sorted(cells[name] for name in _OF_REPLIES if name in cells):
        if spans and not sheet.passage(spans[-1][1], start):
            spans[-1] = spans[-1][0], end
        elif sheet.passage(start, end):
            spans.append((start, end))
    for start, end in spans:
        if text := sheet.passage(start, end):
            yield Replied(None, text)


def _words(sheet: DocumentLines, span: Span | None) -> str | None:
    passage = sheet.passage(*span) if span else None
    return " ".join(passage.text.split()) if passage else None


def _line_number(sheet: DocumentLines, start: int) -> int:
    return next((line.number for line in sheet.lines if line.end > start), 1)
