"""Reads registers kept as CSV, checks every row, and says of each bad one what to do about it.

A register has one row a line, so that a quotation mark left open spoils one row and not the rest.
Cells that hold several values part them with semicolons; `source` parts its values with a bar,
because titles of sources hold semicolons.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from graph.address_rule import EXPECTED, is_web_address
from graph.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from loaders.interface.context import Context, Document

NEEDED = ("id", "name", "kind")
"""Columns without which a row says nothing."""


@dataclass(frozen=True, slots=True)
class Register:
    """What a register's columns hold.

    Attributes:
        columns: Every column there is.
        kinds: Words allowed in `kind`.
        start: Column of the first date.
        end: Column of the last date.
        references: Columns that hold ids of other rows of the same register.
        addresses: Columns that hold web addresses.
    """

    columns: tuple[str, ...]
    kinds: frozenset[str]
    start: str
    end: str
    references: tuple[str, ...]
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One sound row: its line, its exact characters and its cells by column."""

    line: int
    raw: str
    cells: Mapping[str, str]

    def one(self, column: str) -> str | None:
        """The value of a cell, or None if it is empty or the file has no such column."""
        return self.cells.get(column) or None

    def date(self, column: str) -> PartialDate | None:
        """The date in a cell of a sound row, or None if it is empty or there is no such column."""
        cell = self.one(column)
        return PartialDate.parse(cell) if cell else None

    def many(self, column: str, mark: str = ";") -> tuple[str, ...]:
        """The values of a cell that holds several."""
        values = (value.strip() for value in self.cells.get(column, "").split(mark))
        return tuple(value for value in values if value)


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Number the lines of a text from 1, and take off their ends."""
    for number, line in enumerate(StringIO(text, newline=""), 1):
        yield number, line.rstrip("\r\n")


def header(document: Document) -> list[str]:
    """Names of the columns in the first line; empty if that line is no row of a table."""
    _, first = next(lines(document.text), (1, ""))
    try:
        return [name.strip() for name in _cells(first.removeprefix("\ufeff"))]
    except csv.Error:
        return []


def sound_rows(context: Context, register: Register) -> list[RegisterRow]:
    """Read the rows of a register that can be relied on; report all else.

    Returns:
        The sound rows, in the order of the file. Of two rows with one id the first is kept.
    """
    names = header(context.document)
    if missing := [name for name in NEEDED if name not in names]:
        context.skip(f"the first line names no column {', '.join(missing)}; add it", line=1)
        return []
    for name in sorted(set(names) - set(register.columns)):
        allowed = ", ".join(register.columns)
        context.note(f"column {name!r} is unknown and was not read; known are {allowed}", line=1)
    for name in sorted({name for name in names if names.count(name) > 1}):
        context.note(f"column {name!r} stands twice; the last was read, take one out", line=1)
    rows: dict[str, RegisterRow] = {}
    for number, line in lines(context.document.text):
        if number == 1 or not line.strip():
            continue
        _take(context, register, names, RegisterRow(number, line, {}), rows)
    _note_strays(context, register, rows)
    return list(rows.values())


def _take(
    context: Context,
    register: Register,
    names: list[str],
    bare: RegisterRow,
    rows: dict[str, RegisterRow],
) -> None:
    """Add one line to the rows if it is sound; otherwise report it."""
    try:
        values = _cells(bare.raw)
    except csv.Error as error:
        problem = f"the row is no sound CSV ({error}); close its quotation marks, one row a line"
        context.skip(problem, line=bare.line)
        return
    if len(values) != len(names):
        problem = f"the row has {len(values)} cells where the first line names {len(names)} columns"
        context.skip(f"{problem}; quote cells that hold commas", line=bare.line)
        return
    row = RegisterRow(bare.line, bare.raw, dict(zip(names, map(str.strip, values), strict=True)))
    if problem := _fault(register, row):
        context.skip(problem, line=row.line)
    elif row.cells["id"] in rows:
        first = rows[row.cells["id"]].line
        problem = f"id {row.cells['id']!r} stands already on line {first}; join the rows or rename"
        context.skip(problem, line=row.line)
    else:
        rows[row.cells["id"]] = row


def _fault(register: Register, row: RegisterRow) -> str:
    """Say what is wrong with the values of a row; empty if nothing is."""
    for column in NEEDED:
        if not row.cells[column]:
            return f"the row has no {column}; fill it in"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row.cells["id"]):
        return f"id {row.cells['id']!r} must be lower-case letters, digits and single hyphens"
    if row.cells["kind"] not in register.kinds:
        allowed = ", ".join(sorted(register.kinds))
        return f"kind {row.cells['kind']!r} is unknown; use one of {allowed}"
    for column in register.addresses:
        if (address := row.one(column)) and not is_web_address(address):
            return f"{column} {address!r} is no web address; {EXPECTED}"
    return _date_fault(row.one(register.start), row.one(register.end))


def _date_fault(start: str | None, end: str | None) -> str:
    try:
        first, last = (day and PartialDate.parse(day) for day in (start, end))
    except ValueError as error:
        return str(error)
    if first and last and last.is_before(first):
        return f"the row ends on {end} before it starts on {start}; correct one of them"
    return ""


def _note_strays(context: Context, register: Register, rows: Mapping[str, RegisterRow]) -> None:
    for row in rows.values():
        for column in register.references:
            for key in row.many(column):
                if key not in rows:
                    problem = f"{column} {key!r} has no row in this file; the link is kept"
                    context.note(f"{problem}, add a row or correct the id", line=row.line)


def _cells(line: str) -> list[str]:
    return next(csv.reader([line], strict=True), [])
