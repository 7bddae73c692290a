"""CSV files, described by a CSVW metadata file beside them.

CSVW is the W3C's "Metadata Vocabulary for Tabular Data". Every value is as it is in the graph; the
format `spreadsheet-csv` is the one to open in a spreadsheet.
"""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from graph.serialisation.file_limits import check_size
from graph.serialisation.statement_reader import quads_of_rows, statement_lines
from queries.csv_text import write_standard_csv
from queries.export_format import ExportFormat
from queries.extracts import STATEMENT_COLUMNS, STATEMENTS, table_extracts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graph.serialisation.import_limits import ImportLimits
    from graph.serialisation.statement_reader import Row
    from graph.store.readable_store import ReadableStore
    from queries.export_format import Progress
    from queries.extracts import TableExtract

METADATA = "csv-metadata.json"
"""Name of the metadata file, which readers of CSVW look for."""

_LONGEST_FIELD = 2**31 - 1


def write_csv(store: ReadableStore, folder: Path, progress: Progress) -> None:
    """Write every table and the metadata into a new folder."""
    tables = table_extracts()
    folder.mkdir(parents=True, exist_ok=True)
    for done, table in enumerate(tables):
        progress(done, len(tables))
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            columns = [column.name for column in table.columns]
            write_standard_csv(file, columns, table.rows(store))
    text = json.dumps(metadata(tables), indent=2, ensure_ascii=False)
    (folder / METADATA).write_text(f"{text}\n", encoding="utf-8")


def read_csv(folder: Path, limits: ImportLimits) -> Iterator[bytes]:
    """The table of statements, as lines of N-Quads.

    Raises:
        ValueError: If it is no such table, or holds more than is allowed.
    """
    return read_statements(folder / f"{STATEMENTS}.csv", limits)


def read_statements(path: Path, limits: ImportLimits) -> Iterator[bytes]:
    """A file of the table of statements, as lines of N-Quads; a byte order mark is passed over.

    Raises:
        ValueError: If it is no such table, or holds more than is allowed.
    """
    check_size(path, limits)
    csv.field_size_limit(_LONGEST_FIELD)
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from statement_lines(quads_of_rows(_rows(csv.DictReader(file))), limits)


def _rows(table: csv.DictReader[str]) -> Iterator[Row]:
    names = table.fieldnames or ()
    if missing := [name for name in STATEMENT_COLUMNS if name not in names]:
        raise ValueError(f"its table of statements has no column {', '.join(missing)}")
    try:
        for row in table:
            yield row["subject"], row["predicate"], row["object"], row["graph"]
    except csv.Error as error:
        raise ValueError(f"line {table.line_num:,} of its statements is no CSV: {error}") from error


def metadata(tables: Iterable[TableExtract]) -> dict[str, object]:
    """The CSVW description of the tables."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": "Tables of a joinedup graph",
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tables": [_table_description(table) for table in tables],
    }


def _table_description(table: TableExtract) -> dict[str, object]:
    schema: dict[str, object] = {
        "columns": [
            {
                "name": column.name,
                "titles": [column.name],
                "dc:description": column.text,
                "datatype": column.type,
                "required": column.name in table.key,
            }
            for column in table.columns
        ]
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    # A foreign key of CSV on the Web has a value in every row; SQLite's may be empty.
    references = [each for each in table.references if not each.may_be_empty]
    if references:
        schema["foreignKeys"] = [
            {
                "columnReference": reference.column,
                "reference": {
                    "resource": f"{reference.table}.csv",
                    "columnReference": reference.key,
                },
            }
            for reference in references
        ]
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": schema,
    }


EXPORT = ExportFormat(
    name="csv",
    title="a folder of tables, with a CSVW description",
    tools="R, pandas, DuckDB",
    suffix=".csv",
    media_type="text/csv",
    write=write_csv,
    read=read_csv,
    is_folder=True,
    release_path="tables/csv",
)
