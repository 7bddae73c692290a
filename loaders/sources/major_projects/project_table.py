"""The projects in a table, each in a row, or each in a column beside the names of the fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.sources.major_projects.project_columns import LEFT, column_of, is_header
from loaders.text.table_cells import read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from loaders.text.table_cells import ListRow

_DELIMITERS = (",", "\t", ";", "|")
_ROWS_ABOVE = 15
"""Rows of titles and notes that may stand above the names of the columns."""

_HEAD = 200_000
"""Characters of a table among which it shows what it is."""


@dataclass(frozen=True, slots=True)
class TableProject:
    """A project of a table.

    Attributes:
        line: Line on which it stands, or its name.
        raw: Its characters: those of its row, or of its cells one below the other.
        cells: Its values by what they are read as; empty ones are left out.
        surplus: Cells with words beyond the last column that the table names.
    """

    line: int
    raw: str
    cells: Mapping[str, str]
    surplus: int = 0


@dataclass(frozen=True, slots=True)
class ProjectTable:
    """The projects of a table.

    Attributes:
        projects: The projects in order.
        unknown: Names of columns that say nothing that is known.
        repeated: Names of columns of which there is another that is read as the same.
        title: What stands above the table.
    """

    projects: tuple[TableProject, ...]
    unknown: tuple[str, ...]
    repeated: tuple[str, ...]
    title: str


def is_project_table(text: str) -> bool:
    """Whether a text is a table of major projects."""
    return _layout(text[:_HEAD]) is not None


def read_projects(text: str) -> ProjectTable:
    """The projects of a table.

    Raises:
        ValueError: If it has more cells than are read, or is no such table.
    """
    layout = _layout(text[:_HEAD])
    if layout is None:
        raise ValueError("no row and no column names the fields of major projects")
    delimiter, head = layout
    rows = list(read_rows(text, delimiter))
    return _in_columns(rows) if head is None else _in_rows(text, rows, head)


def _layout(text: str) -> tuple[str, int | None] | None:
    """The delimiter, and which row names the columns; None of a table whose columns are projects.

    None in all if it is no table of major projects.
    """
    for delimiter in _DELIMITERS:
        if delimiter not in text:
            continue
        rows = list(read_rows(text, delimiter))
        for number, row in enumerate(rows[:_ROWS_ABOVE]):
            if is_header(cell.text for cell in row.cells):
                return delimiter, number
        if is_header(row.cells[0].text for row in rows):
            return delimiter, None
    return None


def _in_rows(text: str, rows: Sequence[ListRow], head: int) -> ProjectTable:
    names = [cell.text for cell in rows[head].cells]
    places = _places(names)
    projects = [
        TableProject(
            row.line,
            text[row.start : row.end],
            _cells(places, row),
            sum(bool(cell.text) for cell in row.cells[len(names) :]),
        )
        for row in rows[head + 1 :]
        if any(cell.text for cell in row.cells)
    ]
    above = [cell.text for row in rows[:head] for cell in row.cells]
    return _table(projects, names, above)


def _cells(places: Mapping[str, int], row: ListRow) -> dict[str, str]:
    return {
        meaning: row.cells[place].text
        for meaning, place in places.items()
        if place < len(row.cells) and row.cells[place].text
    }


def _in_columns(rows: Sequence[ListRow]) -> ProjectTable:
    heads = [row.cells[0].text for row in rows]
    places = _places(heads)
    width = max((len(row.cells) for row in rows), default=0)
    projects = []
    for column in range(1, width):
        filled = [row for row in rows if column < len(row.cells) and row.cells[column].text]
        cells = {
            meaning: rows[place].cells[column].text
            for meaning, place in places.items()
            if column < len(rows[place].cells) and rows[place].cells[column].text
        }
        if filled:
            raw = "\n".join(f"{row.cells[0].text}: {row.cells[column].text}" for row in filled)
            projects.append(TableProject(rows[places["name"]].line, raw, cells))
    return _table(projects, heads, [])


def _places(names: Sequence[str]) -> dict[str, int]:
    """The first column of each meaning."""
    places: dict[str, int] = {}
    for place, name in enumerate(names):
        meaning = column_of(name)
        if meaning and meaning != LEFT:
            places.setdefault(meaning, place)
    return places


def _table(
    projects: Sequence[TableProject], names: Sequence[str], titles: Sequence[str]
) -> ProjectTable:
    meanings = [column_of(name) for name in names]
    places = set(_places(names).values())
    repeated = [
        names[place]
        for place, meaning in enumerate(meanings)
        if meaning not in {LEFT, None} and place not in places
    ]
    unknown = [name for name in names if name and column_of(name) is None]
    return ProjectTable(tuple(projects), tuple(unknown), tuple(repeated), "\n".join(titles))
