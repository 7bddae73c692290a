"""How the sheets of a workbook stand in one text: a line for each row, cells parted by tabs."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from graph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

SHEET = "[sheet] "
"""What the line before the rows of a further sheet begins with; the sheet's name follows."""

NOTE = "[note] "
"""What the line begins with that says what of a workbook was not read; it stands at its end."""

MOST_CHARACTERS = 50_000_000
"""Characters of all sheets of a workbook."""

MOST_COLUMNS = 200
"""Columns that are read of a sheet."""


def sheet_head(name: str) -> str:
    """The line before the rows of a further sheet."""
    return f"{SHEET}{' '.join(name.split())}"


def written(value: object) -> str:
    """A value as a cell of a line: days as ISO writes them, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    words = " ".join(str(value).split())
    return f'"{words.replace(chr(34), chr(34) * 2)}"' if words.startswith('"') else words


def join_lines(lines: Iterable[str], shown: str) -> bytes:
    """The lines of a workbook in UTF-8.

    Args:
        lines: The lines.
        shown: The workbook as messages name it.

    Raises:
        InputError: If they are longer together than is read.
    """
    kept: list[str] = []
    size = 0
    for line in lines:
        kept.append(line)
        size += len(line) + 1
        if size > MOST_CHARACTERS:
            raise InputError(
                f"{shown} holds more than {MOST_CHARACTERS:,} characters, which is more than is "
                "read of one workbook. Save the sheet that is meant as CSV."
            )
    return "\n".join(kept).encode("utf-8", "replace")
