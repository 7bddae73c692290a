"""What changed between two graphs, in words and as data.

Rows of the tables in `extracts/tables` that have a noun are compared by their keys. A thing whose
IRI is made of its content gets another IRI when it changes; where its table says by which columns
it is the same thing nevertheless, it counts as changed, not as gone and come.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import InputError
from graph.store.open_store import open_store
from queries.extracts import table_extracts
from queries.result_tables import Table
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from queries.extracts import TableExtract
    from queries.result_tables import Value

Row = dict[str, "Value"]
Rows = dict[tuple["Value", ...], Row]

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
DATABASE = "tables/joinedup.sqlite"
"""Where a release keeps its tables."""

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was added, removed or changed.

    Attributes:
        what: ``added``, ``removed`` or ``changed``.
        noun: What sort of thing it is.
        thing: Its key in the later graph, or in the earlier one if it was removed.
        name: Its name for people.
        values: For a changed thing, the columns that differ: before and after.
    """

    what: str
    noun: str
    thing: str
    name: str
    values: tuple[tuple[str, Value, Value], ...] = ()

    def __str__(self) -> str:
        """The change in a line of words."""
        differences = "; ".join(
            f"{column}: {_shown(before)} → {_shown(after)}" for column, before, after in self.values
        )
        in_brackets = f" ({differences})" if differences else ""
        return f"{self.what} {self.noun}: {_cut(self.name)}{in_brackets}"


def compare(earlier: Path, later: Path) -> tuple[Change, ...]:
    """Compare two graphs, each a store, a release or an SQLite file.

    Returns:
        Every change, table by table.

    Raises:
        InputError: If one of the places holds no graph.
    """
    tables = [table for table in table_extracts() if table.noun]
    before, after = _reader(earlier), _reader(later)
    return tuple(
        change for table in tables for change in _changes(table, before(table), after(table))
    )


def as_table(changes: Iterable[Change]) -> Table:
    """The changes as data, a row for each value that differs."""
    rows = [
        (change.what, change.noun, change.thing, change.name, column, before, after)
        for change in changes
        for column, before, after in change.values or (("", None, None),)
    ]
    columns = ("change", "what", "thing", "name", "column", "before", "after")
    caption = "Things with several changed values have several rows."
    return Table(columns, tuple(rows), caption, TableLayout(details=("thing",)))


def _reader(place: Path) -> Callable[[TableExtract], Rows]:
    """How tables are read at a place."""
    if (place / "current").is_file():
        store = open_store(place)
        return lambda table: _keyed(table, table.rows(store))
    database = place / DATABASE if place.is_dir() else place
    if not database.is_file():
        raise InputError(f"{place} is not a store, a release or an SQLite file.")
    return lambda table: _from_sqlite(database, table)


def _from_sqlite(path: Path, table: TableExtract) -> Rows:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            query = f'SELECT {columns} FROM "{table.name}"'  # noqa: S608 - names of ours
            return _keyed(table, database.execute(query))
    except sqlite3.Error as error:
        raise InputError(f"{path} cannot be read: {error}") from error


def _keyed(table: TableExtract, rows: Iterable[tuple[Value, ...]]) -> Rows:
    names = [column.name for column in table.columns]
    named_rows = (dict(zip(names, row, strict=True)) for row in rows)
    return {tuple(row[name] for name in table.key): row for row in named_rows}


def _changes(table: TableExtract, before: Rows, after: Rows) -> list[Change]:
    pairs = [(before[key], after[key]) for key in before.keys() & after.keys()]
    gone = [before[key] for key in before.keys() - after.keys()]
    come = [after[key] for key in after.keys() - before.keys()]
    renamed = _same(table, gone, come) if table.same else []
    pairs += renamed
    old, new = ({id(row) for row in rows} for rows in zip(*renamed, strict=True)) if renamed else (
        set(), set()
    )  # fmt: skip
    changes = [_change(REMOVED, table, row) for row in gone if id(row) not in old]
    changes += [_change(ADDED, table, row) for row in come if id(row) not in new]
    changes += [_changed(table, *pair) for pair in pairs if _differing(table, *pair)]
    return sorted(changes, key=lambda change: (change.what, change.thing))


def _same(table: TableExtract, gone: list[Row], come: list[Row]) -> list[tuple[Row, Row]]:
    """Pairs of rows that went and came and are the same thing, where that is beyond doubt."""
    sides: defaultdict[tuple[Value, ...], tuple[list[Row], list[Row]]]
    sides = defaultdict(lambda: ([], []))
    for side, rows in enumerate((gone, come)):
        for row in rows:
            sides[tuple(row[name] for name in table.same)][side].append(row)
    return [(went[0], came[0]) for went, came in sides.values() if len(went) == len(came) == 1]


def _differing(
    table: TableExtract, before: Mapping[str, Value], after: Mapping[str, Value]
) -> tuple[tuple[str, Value, Value], ...]:
    return tuple(
        (column.name, before[column.name], after[column.name])
        for column in table.columns
        if column.name not in table.key and before[column.name] != after[column.name]
    )


def _change(what: str, table: TableExtract, row: Row) -> Change:
    key = " ".join(str(row[name]) for name in table.key)
    shown = {name: _last("" if value is None else str(value)) for name, value in row.items()}
    return Change(what, table.noun, key, table.words.format(**shown))


def _changed(table: TableExtract, before: Row, after: Row) -> Change:
    plain = _change(CHANGED, table, after)
    values = _differing(table, before, after)
    return Change(CHANGED, plain.noun, plain.thing, plain.name, values)


def _last(value: str) -> str:
    """The last part of an IRI; any other text as it is."""
    return value.rpartition("/id/")[2] if value.startswith("http") else value


def _shown(value: Value) -> str:
    return "nothing" if value is None else _cut(_last(str(value)))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
