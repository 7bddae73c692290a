"""Loads lists of recommendations that people keep as a table: a row is a finding.

The committee's words stay the committee's and the reply the government's; status, position and
due date are what whoever keeps the table says.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.address_rule import WEB_ADDRESS
from loaders.interface.column_choices import TABLES
from loaders.sources.trackers.column_names import folded
from loaders.sources.trackers.column_readings import list_columns, wrong_choices
from loaders.sources.trackers.columns import (
    IGNORE,
    chosen_columns,
    columns_of,
    delimiter_of,
)
from loaders.sources.trackers.row_record import TrackerRow, dates_left_out, make_record, no_day
from loaders.text.patterns import compile_pattern
from loaders.text.sheet_lines import NOTE, SHEET
from loaders.text.table_cells import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.findings import Key, Passage
    from loaders.interface.context import Context, Document
    from loaders.text.table_cells import ListRow

_ADDRESS = compile_pattern(WEB_ADDRESS, re.IGNORECASE)

_CARRIED = ("report", "paper", "session", "committee", "published")
"""What is written once above the rows of one report, or in a merged cell."""


def accepts(document: Document) -> bool:
    """Whether one of the first rows names a column of recommendations and another one."""
    choices = document.column_choices
    return bool(choices) or delimiter_of(document.shown.text) is not None


def why_not(document: Document) -> str | None:
    """Why a table is no list of recommendations, where it has the ending of one."""
    if document.suffix not in TABLES:
        return None
    first = list_columns(document)
    if any(reading.meaning == "words" for reading in first):
        return (
            "It has a column of recommendations and no other that is read: number them, name their "
            "report, or say that this is all: joinedup columns FILE --write."
        )
    return (
        "No row names a column of recommendations and another one, such as their number or report. "
        "See how its columns are read: joinedup columns FILE."
    )


def load(document: Document, context: Context) -> None:
    """Emit one record for each sound row below a header; rows above the first are titles.

    An address in a title is that of the page on which the list was found.
    """
    text, chosen = document.shown.text, chosen_columns(document.column_choices)
    delimiter = delimiter_of(text, chosen) or ","
    if _chosen_wrongly(document, context):
        return
    columns: dict[str, int] = {}
    above: dict[str, Passage] = {}
    lines: dict[Key, int] = {}
    page: str | None = None
    sheet = ("", 0)
    with context.one_record():
        for row in read_rows(text, delimiter):
            if row.cells[0].text.startswith(NOTE):
                context.note(text[row.start : row.end].strip().removeprefix(NOTE))
            elif row.cells[0].text.startswith(SHEET):
                columns, above, sheet = {}, {}, (row.cells[0].text.removeprefix(SHEET), row.line)
            elif header := _header(row, columns, chosen):
                columns, above = header, {}
                _note_unused(context, row, header, chosen)
            elif not columns:
                page = page or _address(row)
            elif any(cell.text for cell in row.cells):
                with context.one_record(row.line), _in_sheet(*sheet, row.line):
                    cells = _carry(_by_meaning(row, columns), above)
                    tracker_row = TrackerRow(cells, document.location)
                    record = make_record(tracker_row)
                    for problem in (*dates_left_out(tracker_row, record), *no_day(tracker_row)):
                        context.note(problem, line=row.line)
                    key = record.finding.key
                    first = lines.setdefault(key, row.line)
                    if first != row.line:
                        raise ValueError(f"the finding stands already on line {first}; join them")
                    context.emit(text[row.start : row.end], record, line=row.line, address=page)


def _address(row: ListRow) -> str | None:
    """The first web address in a row; None where it has none."""
    addresses = (_ADDRESS.search(cell.text) for cell in row.cells)
    return next((match[0] for match in addresses if match), None)


def _chosen_wrongly(document: Document, context: Context) -> bool:
    """Whether columns were chosen that the list does not have; each is reported."""
    problems = tuple(wrong_choices(document))
    for problem in problems:
        context.skip(problem)
    return bool(problems)


def _header(row: ListRow, columns: dict[str, int], chosen: dict[str, str]) -> dict[str, int]:
    """The columns that a row names; none if it only holds words that are also names of columns.

    "Conclusion" and "Accepted" name columns, and stand below them.
    """
    header = columns_of(row.cells, chosen)
    filled = sum(bool(cell.text) for cell in row.cells)
    return {} if columns and 2 * len(header) < filled else header


@contextmanager
def _in_sheet(name: str, line: int, row_line: int) -> Iterator[None]:
    """Say in which row of which further sheet of a workbook something is wrong."""
    try:
        yield
    except ValueError as problem:
        place = f" (sheet {name!r}, row {row_line - line})" if name else ""
        raise ValueError(f"{problem}{place}") from None


def _by_meaning(row: ListRow, columns: dict[str, int]) -> dict[str, Passage]:
    cells = row.cells
    return {
        meaning: cells[place]
        for meaning, place in columns.items()
        if place < len(cells) and cells[place].text
    }


def _carry(cells: dict[str, Passage], above: dict[str, Passage]) -> dict[str, Passage]:
    """The cells of a row, with the report of the row above where it names none itself."""
    own = {meaning: cells[meaning] for meaning in _CARRIED if meaning in cells}
    if own.keys() & {"report", "paper"}:
        above.clear()
    above.update(own)
    return above | cells


def _note_unused(
    context: Context, row: ListRow, columns: dict[str, int], chosen: dict[str, str]
) -> None:
    """Note the columns that are not read, but those of which a person said so."""
    places = columns.values()
    names = [
        cell.text
        for place, cell in enumerate(row.cells)
        if place not in places and chosen.get(folded(cell.text)) != IGNORE
    ]
    if unused := [f"{name[:60]!r}" for name in names if name]:
        context.note(f"These columns are not read: {', '.join(unused)}.", line=row.line)
