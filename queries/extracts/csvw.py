"""CSV files, described by a CSVW metadata file beside them.

CSVW is the W3C's "Metadata Vocabulary for Tabular Data". A text that a spreadsheet would take for a
formula gets an apostrophe before it, as the metadata says; the table of statements needs none.
"""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from queries.result_tables import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from graph.store.embedded import Store
    from queries.extracts import Extract

METADATA = "csv-metadata.json"
"""Name of the metadata file, which readers of CSVW look for."""

_APOSTROPHE = "A text that begins with =, +, - or @ has an apostrophe before it."


def write_csv(
    store: Store, tables: Iterable[Extract], folder: Path, told: Callable[[str], None]
) -> None:
    """Write tables and their metadata into a folder.

    Args:
        store: What to write.
        tables: The tables.
        folder: An existing folder.
        told: Told the name of each table before it is written.
    """
    tables = tuple(tables)
    for table in tables:
        told(table.name)
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(column.name for column in table.columns)
            writer.writerows([harmless(value) for value in row] for row in table.rows(store))
    text = json.dumps(metadata(tables), indent=2, ensure_ascii=False)
    (folder / METADATA).write_text(f"{text}\n", encoding="utf-8")


def metadata(tables: Iterable[Extract]) -> dict[str, object]:
    """The CSVW description of the tables."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": "Tables of a joinedup graph",
        "dc:description": _APOSTROPHE,
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tables": [_described(table) for table in tables],
    }


def _described(table: Extract) -> dict[str, object]:
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
    if table.references:
        schema["foreignKeys"] = [
            {
                "columnReference": one.column,
                "reference": {"resource": f"{one.table}.csv", "columnReference": one.key},
            }
            for one in table.references
        ]
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": schema,
    }
