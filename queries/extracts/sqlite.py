"""One SQLite file with every table, its keys, and a table that explains the columns."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from graph.store.embedded import Store
    from queries.extracts import Extract

_TYPES = {"decimal": "REAL", "integer": "INTEGER"}


def write_sqlite(
    store: Store, tables: Iterable[Extract], path: Path, told: Callable[[str], None]
) -> None:
    """Write tables into a new SQLite file.

    Args:
        store: What to write.
        tables: The tables.
        path: File to write; there must be none of that name.
        told: Told the name of each table before it is written.
    """
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            'CREATE TABLE "about" ("table" TEXT, "column" TEXT, "type" TEXT, "text" TEXT)'
        )
        for table in tables:
            told(table.name)
            database.execute(_created(table))
            places = ", ".join("?" * len(table.columns))
            insert = f"INSERT INTO {_quoted(table.name)} VALUES ({places})"  # noqa: S608 - our names
            database.executemany(insert, table.rows(store))
            about = [(table.name, one.name, one.type, one.text) for one in table.columns]
            about.append((table.name, "", "", f"{table.title} {table.description}"))
            database.executemany('INSERT INTO "about" VALUES (?, ?, ?, ?)', about)


def _created(table: Extract) -> str:
    columns = [f"{_quoted(one.name)} {_TYPES.get(one.type, 'TEXT')}" for one in table.columns]
    if table.key:
        columns.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    columns += [
        f"FOREIGN KEY ({_quoted(one.column)}) REFERENCES {_quoted(one.table)} ({_quoted(one.key)})"
        for one in table.references
    ]
    return f"CREATE TABLE {_quoted(table.name)} ({', '.join(columns)})"


def _quoted(name: str) -> str:
    return f'"{name}"'
