"""Comma-separated values: as the standard says for programs, and guarded for spreadsheets.

`write_standard_csv` is RFC 4180 and changes no value. A spreadsheet runs a text that looks like a
formula, and takes a file without a byte order mark for one of the local code page; so
`write_spreadsheet_csv` puts an apostrophe before such a text, and such a mark before the file.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from queries.visible_text import mark_controls

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO

    Cell = str | int | float | None

BYTE_ORDER_MARK = "\ufeff"

_FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|[\t\r\n]")
"""How a text begins that a spreadsheet may run: ASCII or full-width, after blanks or none."""


def write_standard_csv(
    output: IO[str], columns: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> None:
    """Write a table as RFC 4180 says, every value as it is."""
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)


def write_spreadsheet_csv(
    output: IO[str], columns: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> None:
    """Write a table for Excel, LibreOffice and their like.

    All texts are quoted, so that a spreadsheet that parts columns at semicolons does not part
    texts there.
    """
    output.write(BYTE_ORDER_MARK)
    writer = csv.writer(output, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([guard_formula(column) for column in columns])
    writer.writerows([guard_formula(value) for value in row] for row in rows)


def guard_formula(value: Cell) -> Cell:
    """A value that no spreadsheet runs; numbers stay numbers, and no text loses a character."""
    if value is None or isinstance(value, int | float):
        return value
    text = mark_controls(value)
    return f"'{text}" if _FORMULA.match(value) else text
