"""Excel workbooks (.xlsx): the rows of every sheet as lines, their cells parted by tabs.

The values that Excel last computed are read, and no formula is worked out. A workbook is read in a
process of its own, since what it unpacks to is not ours to bound.
"""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from graph.errors import InputError
from loaders.text.sheet_lines import SHEET
from loaders.text.shown_text import ShownText
from loaders.text.time_limited import TimeLimitedReader, limit_memory
from loaders.text.zip_bytes import names_in_zip, open_zip, read_member

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".xlsx", ".xlsm")

READER = TimeLimitedReader(__name__, seconds=60)
"""Reads workbooks."""

MOST_CHARACTERS = 50_000_000
"""Characters of all sheets of a workbook."""

_WORKBOOK = "xl/workbook.xml"
_MOST_COLUMNS = 200
_ADVICE = "Save the sheet as CSV and try again."
_GROWS = (
    "holds more than {limit:,} characters, which is more than is read of one workbook. Save the "
    "sheet that is meant as CSV."
)


def recognises(raw: bytes) -> bool:
    """Whether a file is a zip file with the parts of a workbook."""
    return _WORKBOOK in names_in_zip(raw)


def decode(raw: bytes, name: str, encoding: str | None) -> str:  # noqa: ARG001 - XML says its own
    """Write a workbook as lines of cells.

    Raises:
        InputError: If it is broken, too large, or needs too long.
    """
    archive = open_zip(raw, name)
    for member in archive.infolist():
        if member.filename.startswith("xl/") and member.filename.endswith(".xml"):
            read_member(archive, member, f"A part of {name}")
    text = READER.read(raw, f"The workbook {name}", _ADVICE).decode("utf-8", "replace")
    if not text.strip():
        raise InputError(f"{name} holds no value in any cell.")
    return text


def extract(text: str) -> ShownText:
    """The lines as they stand."""
    return ShownText(text)


def handle(message: bytes) -> bytes:
    """Write a workbook in the process of `READER`."""
    limit_memory()
    lines: list[str] = []
    size = 0
    try:
        for line in _lines(message):
            lines.append(line)
            size += len(line) + 1
            if size > MOST_CHARACTERS:
                break
    except Exception as error:
        kind = type(error).__name__
        raise InputError(f"The workbook is broken ({kind}). {_ADVICE}") from error
    if size > MOST_CHARACTERS:
        raise InputError(f"The workbook {_GROWS.format(limit=MOST_CHARACTERS)}")
    return "\n".join(lines).encode("utf-8", "replace")


def _lines(raw: bytes) -> Iterator[str]:
    """A line for each row of each sheet, the empty ones among them, so that lines are rows."""
    book = load_workbook(BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for number, sheet in enumerate(shown):
        if number:
            yield f"{SHEET}{' '.join(sheet.title.split())}"
        sheet.reset_dimensions()
        for row in sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True):
            yield "\t".join(map(_written, row)).rstrip()


def _written(value: object) -> str:
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
