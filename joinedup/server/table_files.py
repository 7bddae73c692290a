"""Tables as files that people take away from a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from graph.errors import UsageError
from queries.result_tables import render
from queries.serializers import QueryDescription, as_workbook

if TYPE_CHECKING:
    from queries.result_tables import Table

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
"""Media types of the files by their suffix."""


def table_file(table: Table, suffix: str, title: str) -> bytes:
    """A table as a file; as comma-separated values it is for spreadsheets, and runs no formula.

    Args:
        table: The table.
        suffix: A key of `MEDIA_TYPES`.
        title: What the table is called, for formats that have room to say so.

    Raises:
        UsageError: If there is no such format.
    """
    if suffix == "xlsx":
        return as_workbook(table, QueryDescription(title, table.caption))
    if suffix not in MEDIA_TYPES:
        raise UsageError(f"There is no format {suffix!r}: {', '.join(MEDIA_TYPES)}.")
    return render(table, "spreadsheet-csv" if suffix == "csv" else suffix).encode()


def file_response(content: bytes, suffix: str, name: str) -> Response:
    """A file that a browser saves under a name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.{suffix}"'}
    return Response(content, headers=headers, media_type=MEDIA_TYPES[suffix])
