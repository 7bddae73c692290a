"""Corrections as a sheet: a row for each, in the order in which they are to be followed.

The column `correction` holds the kind; the other columns are the keys of the entries. A sheet is
CSV, or the first sheet of a workbook.
"""

from __future__ import annotations

import csv
import io
from itertools import takewhile
from typing import TYPE_CHECKING

import msgspec

from loaders.corrections.correction_kinds import make_entry
from loaders.formats import file_formats
from loaders.text.file_bytes import read_file_bytes
from loaders.text.file_names import file_name
from loaders.text.sheet_lines import NOTE, SHEET
from loaders.text.typed_values import WrongValueError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from loaders.corrections.correction_entry import CorrectionEntry
    from loaders.formats import FileFormat

_KIND = "correction"
_FIRST = (_KIND, "finding")
_DELIMITERS = ",;\t"
_WORKBOOKS = ("excel_sheets", "open_sheets")
"""Formats whose text is lines of cells."""


def read_sheet(path: Path) -> Iterator[tuple[str, CorrectionEntry]]:
    """The entries of a sheet, each with its kind.

    Raises:
        InputError: If it cannot be opened.
        ValueError: If a row is none; says which and why.
    """
    reader = _read_rows(path)
    try:
        reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
        if _KIND not in (reader.fieldnames or ()):
            raise ValueError(f"{file_name(path)}: the first row needs a column {_KIND!r}")
        for row in reader:
            place = f"{file_name(path)}: line {reader.line_num}"
            if None in row:
                raise ValueError(f"{place}: it has more cells than the first row")
            words = {key: value.strip() for key, value in row.items() if value and value.strip()}
            if words:
                kind = words.pop(_KIND, "")
                try:
                    yield kind, make_entry(kind, words)
                except (ValueError, WrongValueError) as error:
                    raise ValueError(f"{place}: {error}") from error
    except csv.Error as error:
        line = max(1, reader.line_num)
        raise ValueError(f"{file_name(path)}: line {line}: {error}") from error


def _read_rows(path: Path) -> csv.DictReader[str]:
    """The rows of a sheet, by the names in the first one."""
    raw, name = read_file_bytes(path).raw, file_name(path)
    if workbook := _workbook(path):
        lines = workbook.decode(raw, name, None).split("\n")
        first = takewhile(lambda line: not line.startswith((SHEET, NOTE)), lines)
        return csv.DictReader(first, delimiter="\t", restval="", strict=True)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{name}: save the sheet as CSV in UTF-8, or as a workbook") from error
    delimiter = _delimiter(text.partition("\n")[0])
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _delimiter(first_row: str) -> str:
    """What stands between the cells; spreadsheets of some countries write semicolons or tabs."""
    for delimiter in _DELIMITERS:
        cells = (cell.strip().strip('"').lower() for cell in first_row.split(delimiter))
        if _KIND in cells:
            return delimiter
    return _DELIMITERS[0]


def _workbook(path: Path) -> FileFormat | None:
    """The format of a workbook, by its suffix; None for any other file."""
    suffix = path.suffix.lower()
    formats = (form for form in file_formats() if form.name in _WORKBOOKS)
    return next((form for form in formats if suffix in form.suffixes), None)


def is_sheet(path: Path) -> bool:
    """Whether a file of corrections is a sheet, by its suffix."""
    return path.suffix.lower() == ".csv" or _workbook(path) is not None


def write_sheet(entries: Iterable[tuple[str, CorrectionEntry]]) -> str:
    """Entries as a sheet, each once, in their order; empty if there are none."""
    rows = []
    for kind, entry in entries:
        row = {_KIND: kind} | {key: _cell(value) for key, value in _values(entry)}
        if row not in rows:
            rows.append(row)
    columns = dict.fromkeys([*_FIRST, *(key for row in rows for key in row)])
    sheet = io.StringIO(newline="")
    if rows:
        writer = csv.DictWriter(sheet, list(columns), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return sheet.getvalue()


def _values(entry: CorrectionEntry) -> Iterable[tuple[str, object]]:
    values: dict[str, object] = msgspec.to_builtins(entry)
    return values.items()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
