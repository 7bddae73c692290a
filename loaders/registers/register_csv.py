"""Loads registers kept as CSV, checks every row, and says of each bad one what to do about it.

A register has one row a line, so that a quotation mark left open spoils one row and not the rest.
Cells that hold several values part them with semicolons; `source` parts its values with a bar,
because titles of sources hold semicolons.
"""

from __future__ import annotations

import csv
import re
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.address_rule import EXPECTED, is_web_address
from graph.records.source_record import AuthorityRecord
from loaders.text.typed_values import check_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from graph.records.authorities import Initiative, Organisation
    from loaders.interface.context import Context, Document

NEEDED = ("id", "name", "kind")
"""Columns without which a row says nothing."""


def several(cell: str, mark: str = ";") -> tuple[str, ...]:
    """The values of a cell that holds several."""
    return tuple(value for value in map(str.strip, cell.split(mark)) if value)


def web_address(cell: str) -> str:
    """The web address in a cell.

    Raises:
        ValueError: If the cell holds none.
    """
    if not is_web_address(cell):
        raise ValueError(f"{cell!r} is not a web address; {EXPECTED}")
    return cell


def _identifier(cell: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", cell):
        raise ValueError(f"{cell!r} must be lower-case letters, digits and single hyphens")
    return cell


class Column(NamedTuple):
    """What a column of a register holds.

    Attributes:
        field: Field of the record that its values become.
        read: Reads a cell that is not empty; ValueError says what is wrong with it.
        refers: Whether its values are ids of other rows of the same register.
    """

    field: str
    read: Callable[[str], object] = str
    refers: bool = False


COLUMNS: Mapping[str, Column] = {
    "id": Column("key", _identifier),
    "name": Column("name"),
    "kind": Column("kind"),
    "abbreviations": Column("abbreviations", several),
    "other_names": Column("other_names", several),
    "context_names": Column("context_names", several),
    "source": Column("sources", partial(several, mark="|")),
}
"""Columns that every register may have."""


class Register(NamedTuple):
    """What the rows of a register become, the words allowed in `kind`, and its columns by name."""

    record: type[Organisation] | type[Initiative]
    kinds: Iterable[str]
    columns: Mapping[str, Column]


class RegisterRow(NamedTuple):
    """One sound row: its line, its exact characters and what it says."""

    line: int
    raw: str
    record: Organisation | Initiative


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


def load_register(context: Context, register: Register) -> None:
    """Emit the rows of a register that can be relied on, in the order of the file; report all else.

    Of two rows with one id the first is kept.
    """
    names = header(context.document)
    if missing := [name for name in NEEDED if name not in names]:
        context.skip(f"the first line names no column {', '.join(missing)}; add it", line=1)
        return
    for name in sorted(set(names) - register.columns.keys()):
        allowed = ", ".join(register.columns)
        context.note(
            f"column {name!r} is unknown and was not read; the columns are {allowed}", line=1
        )
    for name in sorted({name for name in names if names.count(name) > 1}):
        context.note(f"column {name!r} occurs twice; the last one was read. Remove one", line=1)
    rows: dict[str, RegisterRow] = {}
    for number, line in lines(context.document.text):
        if number == 1 or not line.strip():
            continue
        try:
            row = RegisterRow(number, line, _record(register, names, line))
        except ValueError as fault:
            context.skip(str(fault), line=number)
            continue
        first = rows.setdefault(row.record.key, row)
        if first is not row:
            problem = f"id {row.record.key!r} stands already on line {first.line}"
            context.skip(f"{problem}; join the rows or rename", line=number)
    for row in rows.values():
        _note_strays(context, register, row, rows)
        context.emit(row.raw, AuthorityRecord(row.record), line=row.line)


def _record(register: Register, names: list[str], line: str) -> Organisation | Initiative:
    """What one row says.

    Raises:
        ValueError: If it cannot be relied on; the message says why and what to do.
    """
    try:
        values = _cells(line)
    except csv.Error as error:
        problem = f"the row is not valid CSV ({error}); close its quotation marks"
        raise ValueError(problem) from error
    if len(values) != len(names):
        problem = f"the row has {len(values)} cells where the first line names {len(names)} columns"
        raise ValueError(f"{problem}; quote cells that hold commas")
    cells = dict(zip(names, map(str.strip, values), strict=True))
    for name in NEEDED:
        if not cells[name]:
            raise ValueError(f"the row has no {name}; fill it in")
    check_word("kind", cells["kind"], sorted(register.kinds))
    fields: dict[str, Any] = {}
    for name, column in register.columns.items():
        try:
            fields |= {column.field: column.read(cells[name])} if cells.get(name) else {}
        except ValueError as error:
            raise ValueError(f"{name} {error}") from error
    record = register.record(**fields)
    if record.start and record.end and record.end.is_before(record.start):
        problem = f"the row ends on {record.end} before it starts on {record.start}"
        raise ValueError(f"{problem}; correct one of them")
    return record


def _note_strays(
    context: Context, register: Register, row: RegisterRow, rows: Mapping[str, RegisterRow]
) -> None:
    for name, column in register.columns.items():
        for key in getattr(row.record, column.field) if column.refers else ():
            if key not in rows:
                problem = f"{name} {key!r} has no row in this file; the link is kept"
                context.note(f"{problem}, add a row or correct the id", line=row.line)


def _cells(line: str) -> list[str]:
    return next(csv.reader([line], strict=True), [])
