"""How the columns of a list are read, and why, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.sources.trackers.column_names import folded
from loaders.sources.trackers.columns import (
    DELIMITERS,
    IGNORE,
    MEANINGS,
    chosen_columns,
    columns_of,
    delimiter_of,
    reason_of,
)
from loaders.text.sheet_lines import NOTE, SHEET
from loaders.text.table_cells import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.interface.context import Document
    from loaders.text.table_cells import ListRow

_MOST_NAMED = 30
_MOST_ROWS = 2_000
"""Rows below a header among which an example is looked for."""


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """How a column is read.

    Attributes:
        line: Line of the row that names it, from 1.
        name: Its name there.
        meaning: What it is read as; empty if it is not read.
        reason: Why.
        example: The first value below it; empty if there is none.
    """

    line: int
    name: str
    meaning: str
    reason: str
    example: str = ""


def list_columns(document: Document) -> tuple[ColumnReading, ...]:
    """The columns of each row of a table that names columns; of its first row if none does."""
    text, chosen = document.shown.text, chosen_columns(document.column_choices)
    delimiter = delimiter_of(text, chosen) or _likely_delimiter(text)
    rows = list(_rows(text, delimiter))
    heads = [place for place, row in enumerate(rows) if columns_of(row.cells, chosen)]
    heads = heads or ([0] if rows else [])
    readings: list[ColumnReading] = []
    for number, head in enumerate(heads):
        end = heads[number + 1] if number + 1 < len(heads) else len(rows)
        readings += _readings(rows[head], rows[head + 1 : min(end, head + _MOST_ROWS)], chosen)
    return tuple(readings)


def wrong_choices(document: Document) -> Iterator[str]:
    """What is wrong with the choices kept beside a table, each with its line and what to do."""
    choices = document.column_choices
    if choices is None:
        return
    readings = list_columns(document)
    names = {folded(reading.name): reading.name for reading in readings}
    for name, meaning in choices.columns.items():
        if folded(name) not in names:
            listed = ", ".join(list(names.values())[:_MOST_NAMED])
            yield f"{choices.place(name)}: the table has no column {name[:80]!r}; it has {listed}."
        elif meaning not in (*MEANINGS, IGNORE):
            allowed = ", ".join(MEANINGS)
            yield (
                f"{choices.place(name)}: a column cannot be read as {meaning[:80]!r}; write one of "
                f"{allowed}, or {IGNORE}."
            )
    meanings = [meaning for meaning in choices.columns.values() if meaning != IGNORE]
    for meaning in sorted({each for each in meanings if meanings.count(each) > 1}):
        last = [name for name, each in choices.columns.items() if each == meaning][-1]
        yield f"{choices.place(last)}: two columns are to be read as {meaning!r}; choose one."
    if not any(reading.meaning == "words" for reading in readings):
        yield f"{choices.shown}: no column is read as words, those of recommendations; choose one."


def _rows(text: str, delimiter: str) -> Iterator[ListRow]:
    """The rows that hold anything, but what the program wrote of sheets."""
    for row in read_rows(text, delimiter):
        first = row.cells[0].text
        if not first.startswith((SHEET, NOTE)) and any(cell.text for cell in row.cells):
            yield row


def _likely_delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=first.count)


def _readings(
    head: ListRow, below: list[ListRow], chosen: dict[str, str]
) -> Iterator[ColumnReading]:
    columns = columns_of(head.cells, chosen, whole=False)
    by_place = {place: meaning for meaning, place in columns.items()}
    for place, cell in enumerate(head.cells):
        if not cell.text:
            continue
        values = (row.cells[place].text for row in below if place < len(row.cells))
        example = next((" ".join(value.split()) for value in values if value), "")
        meaning = by_place.get(place, "")
        reason = _reason(cell.text, meaning, chosen)
        yield ColumnReading(head.line, cell.text, meaning, reason, example)


def _reason(name: str, meaning: str, chosen: dict[str, str]) -> str:
    own = chosen.get(folded(name))
    if own:
        return "as you say" if own in {meaning, IGNORE} else "another column is read as that"
    if not meaning:
        return "its name says nothing that is read"
    return reason_of(name)
