"""A document as lines, each knowing its page and whether it is page furniture."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph.records.findings import Passage
from loaders.layout.running_heads import page_furniture
from loaders.text.shown_text import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from loaders.interface.context import Context, Document
    from loaders.text.shown_text import ShownText, TableRow

_SHOWN = 50
_CELL = BlockRole.CELL
_OPENING = 60_000
"""Characters of a document among which its cover and first items stand."""


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A line that is not blank.

    Attributes:
        start: Offset of its first character that is not white space.
        text: Its characters, without white space at the edges.
        number: Its number in the document, from 1.
        page: Page it stands on, from 1, as form feeds tell.
        apart: True if a blank line stands above it, or the markup says it is a block of its own.
        furniture: True for page numbers, running heads and navigation.
        role: What markup says it is; None if it says nothing.
    """

    start: int
    text: str
    number: int
    page: int
    apart: bool = False
    furniture: bool = False
    role: BlockRole | None = None

    @property
    def end(self) -> int:
        """Offset just past its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class DocumentLines:
    """A document as a reader sees it.

    Attributes:
        text: Its characters; all offsets refer to it.
        every: Its lines, furniture included.
        address: The address it gives for itself.
        pages: How many pages it has; 1 where nothing tells.
        rows: Rows of its tables, in order.
    """

    text: str
    every: tuple[DocumentLine, ...]
    address: str | None = None
    pages: int = 1
    rows: tuple[TableRow, ...] = ()

    @cached_property
    def lines(self) -> tuple[DocumentLine, ...]:
        """Its lines without page furniture."""
        return tuple(line for line in self.every if not line.furniture)

    @cached_property
    def furniture(self) -> tuple[DocumentLine, ...]:
        """Its page furniture."""
        return tuple(line for line in self.every if line.furniture)

    def passage(self, start: int, end: int) -> Passage | None:
        """The exact characters between two offsets, without white space at the edges."""
        piece = self.text[start:end]
        words = piece.strip()
        return Passage(words, start + piece.index(words)) if words else None

    def standing_in(
        self, passages: Iterable[Passage | None], lines: Iterable[DocumentLine] = ()
    ) -> tuple[Passage, ...]:
        """The page furniture that stands inside passages, in order and each once.

        Args:
            passages: The passages; None stands for one that is absent.
            lines: Lines that count as furniture besides.
        """
        spans = [(item.start, item.start + len(item.text)) for item in passages if item]
        lines_by_start = {
            line.start: line
            for start, end in spans
            for line in self.furniture[
                bisect_left(self._furniture_starts, start) : bisect_left(
                    self._furniture_starts, end
                )
            ]
        }
        for line in lines:
            if any(start <= line.start < end for start, end in spans):
                lines_by_start[line.start] = line
        return tuple(Passage(lines_by_start[start].text, start) for start in sorted(lines_by_start))

    @cached_property
    def _furniture_starts(self) -> list[int]:
        return [line.start for line in self.furniture]

    @cached_property
    def order(self) -> dict[int, int]:
        """Index of each line, furniture included, by the offset at which it starts."""
        return {line.start: index for index, line in enumerate(self.every)}


def read_sheet(document: Document) -> DocumentLines:
    """Cut what a reader sees of a document into lines."""
    return _lines_of(document.shown)


def read_opening(document: Document) -> DocumentLines:
    """The same of the document's first part, by which a loader knows whether it is its own."""
    shown = document.shown
    furniture = tuple(span for span in shown.furniture if span[0] < _OPENING)
    return _lines_of(replace(shown, text=shown.text[:_OPENING], furniture=furniture, rows=()))


def _lines_of(shown: ShownText) -> DocumentLines:
    lines = list(_cut(shown, apart=shown.blocks))
    roles = dict(_roles(shown, lines))
    # a number in a cell of a table counts rows, not pages
    outside = [index for index, line in enumerate(lines) if roles.get(line.start) is not _CELL]
    rows = [(lines[index].text, lines[index].page, lines[index].furniture) for index in outside]
    aside = {outside[index] for index in page_furniture(rows)}
    every = [
        replace(line, furniture=line.furniture or index in aside, role=roles.get(line.start))
        for index, line in enumerate(lines)
    ]
    pages = max(1, shown.text.count("\f"))
    text = shown.text.replace("\f", "\n")  # in a text that is kept, a page end is a line end
    return DocumentLines(text, tuple(every), shown.address, pages, shown.rows)


def _roles(shown: ShownText, lines: Sequence[DocumentLine]) -> Iterator[tuple[int, BlockRole]]:
    """Offset and role of each line that has one; of blocks within blocks, that of the outermost."""
    outermost = len(shown.text)
    for block in reversed(shown.roles):
        if block.start < outermost:
            outermost = block.start
            for start in _starts_within(lines, block.start, block.end):
                yield start, block.role


def _starts_within(lines: Sequence[DocumentLine], start: int, end: int) -> Iterator[int]:
    """Offsets of the lines that begin between two offsets."""
    index = bisect_left(lines, start, key=_start)
    while index < len(lines) and lines[index].start < end:
        yield lines[index].start
        index += 1


def _start(line: DocumentLine) -> int:
    return line.start


def _cut(shown: ShownText, *, apart: bool) -> Iterator[DocumentLine]:
    offset, number, page, alone = 0, 0, 1, True
    end = len(shown.text) + 1
    spans = iter([*shown.furniture, (end, end)])
    span = next(spans)
    for raw in shown.text.splitlines(keepends=True):
        number += raw != "\f"
        if words := raw.strip():
            start = offset + raw.index(words)
            while span[1] <= start:
                span = next(spans)
            yield DocumentLine(start, words, number, page, alone or apart, span[0] <= start)
        alone = not words and "\f" not in raw
        page += raw.count("\f")
        offset += len(raw)


def set_aside(
    context: Context, sheet: DocumentLines, lines: Sequence[DocumentLine], what: str
) -> None:
    """Report lines that were read into nothing, one note for each run of neighbours.

    Args:
        context: Where to report.
        sheet: The document.
        lines: The lines, in order.
        what: What they are, as in ``stands before the first item``.
    """
    run: list[DocumentLine] = []
    for line in lines:
        if run and sheet.order[line.start] != sheet.order[run[-1].start] + 1:
            _note(context, sheet, run, what)
            run = []
        run.append(line)
    if run:
        _note(context, sheet, run, what)


def _note(context: Context, sheet: DocumentLines, run: list[DocumentLine], what: str) -> None:
    first = run[0].text if len(run[0].text) <= _SHOWN else f"{run[0].text[:_SHOWN]}…"
    page = f"Page {run[0].page}: " if sheet.pages > 1 else ""
    lines = "This line" if len(run) == 1 else f"A block of {len(run)} lines from here on"
    context.note(f"{page}{lines} {what} and was set aside: {first}", line=run[0].number)


def note_pages(context: Context, sheet: DocumentLines) -> None:
    """Report page furniture, and pages that hold no text."""
    set_aside(context, sheet, sheet.furniture, "is a page number, running head or navigation")
    empty = sorted({*range(1, sheet.pages + 1)} - {line.page for line in sheet.every})
    if empty:
        numbers = ", ".join(map(str, empty))
        context.note(f"Page {numbers} has no text; it is blank or a picture.")
