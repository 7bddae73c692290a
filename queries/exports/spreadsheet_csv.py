"""CSV files for spreadsheets: a byte order mark, and no text that a spreadsheet would run.

A text that looks like a formula has an apostrophe before it. The table of statements is written as
it stands, so that the graph can be made of it again: no term begins as a formula does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.csv_text import BYTE_ORDER_MARK, write_spreadsheet_csv, write_standard_csv
from queries.export_format import ExportFormat
from queries.exports.csvw import read_statements
from queries.extracts import STATEMENTS, table_extracts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.serialisation.import_limits import ImportLimits
    from graph.store.readable_store import ReadableStore
    from queries.export_format import Progress

_SUFFIX = ".spreadsheet.csv"


def write_tables(store: ReadableStore, folder: Path, progress: Progress) -> None:
    """Write every table into a new folder."""
    tables = table_extracts()
    folder.mkdir(parents=True, exist_ok=True)
    for done, table in enumerate(tables):
        progress(done, len(tables))
        columns = [column.name for column in table.columns]
        path = folder / f"{table.name}{_SUFFIX}"
        with path.open("w", encoding="utf-8", newline="") as file:
            if table.name == STATEMENTS:
                file.write(BYTE_ORDER_MARK)
                write_standard_csv(file, columns, table.rows(store))
            else:
                write_spreadsheet_csv(file, columns, table.rows(store))


def read_tables(folder: Path, limits: ImportLimits) -> Iterator[bytes]:
    """The table of statements, as lines of N-Quads.

    Raises:
        ValueError: If it is no such table, or holds more than is allowed.
    """
    return read_statements(folder / f"{STATEMENTS}{_SUFFIX}", limits)


EXPORT = ExportFormat(
    name="spreadsheet-csv",
    title="a folder of tables for spreadsheets",
    tools="Excel, LibreOffice",
    suffix=_SUFFIX,
    media_type="text/csv",
    write=write_tables,
    read=read_tables,
    is_folder=True,
    release_path="tables/spreadsheet",
)
