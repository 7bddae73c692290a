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
from loaders.text.control_marks import ControlMarks
from loaders.text.typed_values import check_name, check_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from graph.records.authorities import Initiative, Organisation
    from loaders.interface.context import Context, Document

NEEDED = ("id", "name", "kind")
"""Columns without which a row says nothing."""

LONGEST_ROW = 100_000
"""Characters that a row may have; no more than a cell may have in the CSV reader of Python."""

_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}
"""What spreadsheets write between cells in place of commas."""


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


def single_name(cell: str) -> str:
    """The name in a cell.

    Raises:
        ValueError: If it could never stand in a text.
    """
    check_name("", cell)
    return cell


def names(cell: str) -> tuple[str, ...]:
    """The names in a cell that holds several.

    Raises:
        ValueError: If one of them could never stand in a text.
    """
    return tuple(map(single_name, several(cell)))


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
    "name": Column("name", single_name),
    "kind": Column("kind"),
    "abbreviations": Column("abbreviations", names),
    "other_names": Column("other_names", names),
    "context_names": Column("context_names", names),
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
    columns = header(context.document)
    if missing := [name for name in NEEDED if name not in columns]:
        context.skip(f"the first line names no column {', '.join(missing)}; add it", line=1)
        return
    _note_columns(context, register, columns)
    rows: dict[str, RegisterRow] = {}
    marks = ControlMarks()  # what they replace is noted of the document as a whole
    for number, line in lines(context.document.text):
        if number == 1 or not line.strip():
            continue
        with context.one_record(number):
            marked = marks.put_in(line).replace("\n", " ")
            row = RegisterRow(number, line, _record(register, columns, marked))
            first = rows.setdefault(row.record.key, row)
            if first is not row:
                problem = f"id {row.record.key!r} stands already on line {first.line}"
                raise ValueError(f"{problem}; join the rows or rename")
    for row in rows.values():
        _note_strays(context, register, row, rows)
        context.emit(row.raw, AuthorityRecord(row.record), line=row.line)


def why_no_register(document: Document) -> str | None:
    """Why a table is no register, where its first line nearly is that of one; None if it is not."""
    _, first = next(lines(document.text), (1, ""))
    for separator, name in _OTHER_SEPARATORS.items():
        cells = {cell.strip().strip('"').lower() for cell in first.split(separator)}
        if {*NEEDED} <= cells:
            return f"Its cells are parted by {name}: save it with commas between them."
    cells = {name.lower() for name in header(document)}
    if len(cells & {*COLUMNS}) >= len(NEEDED):
        return (
            "It is a table, but its first line does not name the columns that a register has; "
            "look at the bundled ones."
        )
    return None


def _note_columns(context: Context, register: Register, columns: list[str]) -> None:
    """Note columns that are not read."""
    for name in sorted(set(columns) - register.columns.keys()):
        allowed = ", ".join(register.columns)
        context.note(
            f"column {name!r} is unknown and was not read; the columns are {allowed}", line=1
        )
    for name in sorted({name for name in columns if columns.count(name) > 1}):
        context.note(f"column {name!r} occurs twice; the last one was read. Remove one", line=1)


def _record(register: Register, columns: list[str], line: str) -> Organisation | Initiative:
    """What one row says.

    Raises:
        ValueError: If it cannot be relied on; the message says why and what to do.
    """
    if len(line) > LONGEST_ROW:
        problem = f"the row has {len(line):,} characters, and at most {LONGEST_ROW:,} are read"
        raise ValueError(f"{problem}; shorten it, or close its quotation marks")
    try:
        values = _cells(line)
    except csv.Error as error:
        problem = f"the row is not valid CSV ({error}); close its quotation marks"
        raise ValueError(problem) from error
    if len(values) != len(columns):
        problem = (
            f"the row has {len(values)} cells where the first line names {len(columns)} columns"
        )
        raise ValueError(f"{problem}; quote cells that hold commas")
    cells = dict(zip(columns, map(str.strip, values), strict=True))
    for name in NEEDED:
        if not cells[name]:
            raise ValueError(f"the row has no {name}; fill it in")
    check_word("kind", cells["kind"], sorted(register.kinds))
    fields: dict[str, Any] = {}
    for name, column in register.columns.items():
        try:
            fields |= {column.field: column.read(cells[name])} if cells.get(name) else {}
        except ValueError as error:
            raise ValueError(f"{name} {error}".replace("  ", " ")) from error
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
