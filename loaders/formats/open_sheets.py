"""OpenDocument spreadsheets (.ods): the rows of every sheet as lines, their cells parted by tabs.

The values that are stored are read, and no formula is worked out. A file is read in a process of
its own, since a cell may say that it stands there a million times.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from graph.errors import InputError
from loaders.text.sheet_lines import MOST_COLUMNS, join_lines, sheet_head, written
from loaders.text.shown_text import ShownText
from loaders.text.time_limited import TimeLimitedReader, limit_memory
from loaders.text.zip_bytes import open_zip, read_member, small_member

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".ods",)

READER = TimeLimitedReader(__name__, seconds=60)
"""Reads spreadsheets."""

_ADVICE = "Save the sheet as CSV and try again."


def recognises(raw: bytes) -> bool:
    """Whether a file is a zip file with the parts of a spreadsheet in OpenDocument."""
    return b"opendocument.spreadsheet" in small_member(raw, "mimetype")


def decode(raw: bytes, name: str, encoding: str | None) -> str:  # noqa: ARG001 - XML says its own
    """Write a spreadsheet as lines of cells.

    Raises:
        InputError: If it is broken, too large, or needs too long.
    """
    archive = open_zip(raw, name)
    for member in archive.infolist():
        if member.filename.endswith(".xml"):
            read_member(archive, member, f"A part of {name}")
    text = READER.read(raw, f"The spreadsheet {name}", _ADVICE).decode("utf-8", "replace")
    if not text.strip():
        raise InputError(f"{name} holds no value in any cell.")
    return text


def extract(text: str) -> ShownText:
    """The lines as they stand."""
    return ShownText(text)


def handle(message: bytes) -> bytes:
    """Write a spreadsheet in the process of `READER`."""
    limit_memory()
    try:
        return join_lines(_lines(message), "The spreadsheet")
    except CalamineError as error:
        kind = type(error).__name__
        raise InputError(f"The spreadsheet is broken ({kind}). {_ADVICE}") from error


def _lines(raw: bytes) -> Iterator[str]:
    """A line for each row of each sheet, the empty ones among them, so that lines are rows."""
    book = CalamineWorkbook.from_filelike(BytesIO(raw))
    shown = [each for each in book.sheets_metadata if each.visible is SheetVisibleEnum.Visible]
    for number, about in enumerate(shown):
        if number:
            yield sheet_head(about.name)
        for row in book.get_sheet_by_name(about.name).iter_rows():
            yield "\t".join(map(written, row[:MOST_COLUMNS])).rstrip()
