"""One SQLite file with every table, its keys, and a table that explains the columns."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from errno import EIO
from typing import TYPE_CHECKING

from graph.serialisation.file_limits import check_size
from graph.serialisation.statement_reader import quads_of_rows, statement_lines
from queries.export_format import ExportFormat
from queries.extracts import table_extracts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.serialisation.import_limits import ImportLimits
    from graph.store.readable_store import ReadableStore
    from queries.export_format import Progress
    from queries.extracts import TableExtract

_TYPES = {"decimal": "REAL", "integer": "INTEGER"}


def write_sqlite(store: ReadableStore, path: Path, progress: Progress) -> None:
    """Write every table into a new SQLite file.

    Raises:
        OSError: If the disk is full.
    """
    try:
        _write_tables(store, path, progress)
    except sqlite3.OperationalError as error:
        raise OSError(EIO, str(error)) from error


def _write_tables(store: ReadableStore, path: Path, progress: Progress) -> None:
    tables = table_extracts()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            'CREATE TABLE "about" ("table" TEXT, "column" TEXT, "type" TEXT, "text" TEXT)'
        )
        for done, table in enumerate(tables):
            progress(done, len(tables))
            database.execute(_create_statement(table))
            values = ", ".join("?" * len(table.columns))
            insert = f"INSERT INTO {_quoted(table.name)} VALUES ({values})"  # noqa: S608 - ours
            database.executemany(insert, table.rows(store))
            about = [
                (table.name, column.name, column.type, column.text) for column in table.columns
            ]
            about.append((table.name, "", "", f"{table.title} {table.description}"))
            database.executemany('INSERT INTO "about" VALUES (?, ?, ?, ?)', about)


def read_sqlite(path: Path, limits: ImportLimits) -> Iterator[bytes]:
    """The table of statements, as lines of N-Quads.

    Raises:
        ValueError: If it is no such table, or holds more than is allowed.
    """
    check_size(path, limits)
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        database.execute("PRAGMA trusted_schema = OFF")
        definition = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'statements'"
        if not any(str(sql).startswith("CREATE TABLE ") for (sql,) in database.execute(definition)):
            raise ValueError("it holds no plain table of statements")  # a view need never end
        rows = database.execute("SELECT subject, predicate, object, graph FROM statements")
        yield from statement_lines(quads_of_rows(rows), limits)


def _create_statement(table: TableExtract) -> str:
    columns = [
        f"{_quoted(column.name)} {_TYPES.get(column.type, 'TEXT')}" for column in table.columns
    ]
    if table.key:
        columns.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    columns += [
        f"FOREIGN KEY ({_quoted(reference.column)}) "
        f"REFERENCES {_quoted(reference.table)} ({_quoted(reference.key)})"
        for reference in table.references
    ]
    return f"CREATE TABLE {_quoted(table.name)} ({', '.join(columns)})"


def _quoted(name: str) -> str:
    return f'"{name}"'


EXPORT = ExportFormat(
    name="sqlite",
    title="the same tables in one file, with keys",
    tools="anything that reads SQLite",
    suffix=".sqlite",
    media_type="application/vnd.sqlite3",
    write=write_sqlite,
    read=read_sqlite,
    other_suffixes=(".db",),
    release_path="tables/joinedup.sqlite",
)
