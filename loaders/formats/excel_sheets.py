"""Excel workbooks (.xlsx): the rows of every sheet as lines, their cells parted by tabs.

The values that Excel last computed are read, and no formula is worked out. A workbook is read in a
process of its own, since what it unpacks to is not ours to bound.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from graph.errors import InputError
from loaders.text.sheet_lines import MOST_COLUMNS, NOTE, join_lines, sheet_head, written
from loaders.text.shown_text import ShownText
from loaders.text.time_limited import TimeLimitedReader, limit_memory
from loaders.text.zip_bytes import names_in_zip, open_zip, read_member

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".xlsx", ".xlsm")

READER = TimeLimitedReader(__name__, seconds=60)
"""Reads workbooks."""

MOST_UNPACKED = 512 * 1024 * 1024
"""Bytes that all parts of a workbook may unpack to."""

_MOST_ROWS = 1_048_576
"""Rows that a sheet of Excel can have."""

_WORKBOOK = "xl/workbook.xml"
_SHEETS = "xl/worksheets/"
_DOCUMENT_TYPE = b"<!DOCTYPE"
_ADVICE = "Save the sheet as CSV and try again."
_WITHOUT_VALUE = re.compile(
    rb'<c r="([A-Z]{1,3}[0-9]{1,7})"[^<>]{0,200}>\s{0,9}'
    rb"<f(?:[^<>]{0,1000}/>|[^<>]{0,1000}>[^<]{0,20000}</f>)\s{0,9}(?:<v\s?/>|<v></v>)?\s{0,9}</c>"
)
"""A cell with a formula whose value the workbook does not hold."""

_MOST_NAMED = 5


def recognises(raw: bytes) -> bool:
    """Whether a file is a zip file with the parts of a workbook."""
    return _WORKBOOK in names_in_zip(raw)


def decode(raw: bytes, name: str, encoding: str | None) -> str:  # noqa: ARG001 - XML says its own
    """Write a workbook as lines of cells.

    Raises:
        InputError: If it is broken, too large, or needs too long.
    """
    archive = open_zip(raw, name)
    if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
        raise InputError(
            f"{name} unpacks to more than the {MOST_UNPACKED >> 20} MiB that are read of one "
            f"workbook. {_ADVICE}"
        )
    cells: list[str] = []
    for member in archive.infolist():
        if member.filename.startswith("xl/") and member.filename.endswith(".xml"):
            part = read_member(archive, member, f"A part of {name}")
            if _DOCUMENT_TYPE in part:
                raise InputError(
                    f"{name} declares a document type, as no spreadsheet program does. {_ADVICE}"
                )
            if member.filename.startswith(_SHEETS):
                cells += [match[1].decode() for match in _WITHOUT_VALUE.finditer(part)]
    text = READER.read(raw, f"The workbook {name}", _ADVICE).decode("utf-8", "replace")
    if not text.strip():
        raise InputError(f"{name} holds no value in any cell.")
    return f"{text}\n{NOTE}{_without_value(cells)}\n" if cells else text


def _without_value(cells: list[str]) -> str:
    more = ", …" if len(cells) > _MOST_NAMED else ""
    return (
        f"Cells hold formulas without a value: {len(cells):,}, such as "
        f"{', '.join(cells[:_MOST_NAMED])}{more}. Open the workbook in a spreadsheet program and "
        "save it, so that it holds their values."
    )


def extract(text: str) -> ShownText:
    """The lines as they stand."""
    return ShownText(text)


def handle(message: bytes) -> bytes:
    """Write a workbook in the process of `READER`."""
    limit_memory()
    try:
        return join_lines(_lines(message), "The workbook")
    except InputError:
        raise
    except Exception as error:
        kind = type(error).__name__
        raise InputError(f"The workbook is broken ({kind}). {_ADVICE}") from error


def _lines(raw: bytes) -> Iterator[str]:
    """A line for each row of each sheet, the empty ones among them, so that lines are rows."""
    book = load_workbook(BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    for number, sheet in enumerate(shown):
        if number:
            yield sheet_head(sheet.title)
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
        for place, row in enumerate(rows):
            if place == _MOST_ROWS:
                raise InputError(f"The workbook names a row that no sheet has. {_ADVICE}")
            yield "\t".join(map(written, row)).rstrip()
