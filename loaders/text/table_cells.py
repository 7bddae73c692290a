"""Rows and cells of delimited text, each with where it stands, read once from front to back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.findings import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CELLS = 2_000_000
"""Cells that are read of one table."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a table.

    Attributes:
        line: Line of the text on which it starts, from 1.
        start: Where it starts.
        end: Where it ends, before its line end.
        cells: Its cells without the blanks and quotation marks round them.
    """

    line: int
    start: int
    end: int
    cells: tuple[Passage, ...]


def read_rows(text: str, delimiter: str) -> Iterator[ListRow]:
    """Read the rows of a text; a cell in quotation marks may hold delimiters and line ends.

    Args:
        text: The text.
        delimiter: The character between cells.

    Raises:
        ValueError: If there are more cells than are read.
    """
    line, count, size = 1, 0, len(text)
    place = int(text.startswith("\ufeff"))
    while place < size:
        start, cells = place, []
        while True:
            cell, place = _cell(text, place, delimiter)
            cells.append(cell)
            count += 1
            if count > MOST_CELLS:
                raise ValueError(f"more than {MOST_CELLS:,} cells; split the table")
            if place >= size or text[place] != delimiter:
                break
            place += 1
        yield ListRow(line, start, place, tuple(cells))
        place += 2 if text.startswith("\r\n", place) else 1
        line += _line_ends(text, start, place)


def _line_ends(text: str, start: int, end: int) -> int:
    pairs = text.count("\r\n", start, end)
    return text.count("\n", start, end) + text.count("\r", start, end) - pairs


def _cell(text: str, start: int, delimiter: str) -> tuple[Passage, int]:
    """A cell, and the place of the delimiter or line end behind it."""
    if text.startswith('"', start):
        place = start + 1
        while (quote := text.find('"', place)) >= 0 and text.startswith('""', quote):
            place = quote + 2
        if quote >= 0:
            return _stripped(text, start + 1, quote), _end(text, quote + 1, delimiter)
    end = _end(text, start, delimiter)
    return _stripped(text, start, end), end


def _end(text: str, start: int, delimiter: str) -> int:
    place = start
    while place < len(text) and text[place] not in (delimiter, "\r", "\n"):
        place += 1
    return place


def _stripped(text: str, start: int, end: int) -> Passage:
    words = text[start:end]
    inner = words.strip()
    return Passage(inner, start + len(words) - len(words.lstrip()) if inner else start)
