"""Parquet files, one a table, for data frames and column stores; needs pyarrow."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from graph.errors import InputError, UsageError
from graph.optional_packages import install_command
from graph.serialisation.file_limits import check_size
from graph.serialisation.statement_reader import quads_of_rows, statement_lines
from queries.export_format import ExportFormat
from queries.extracts import STATEMENT_COLUMNS, STATEMENTS, table_extracts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from graph.serialisation.import_limits import ImportLimits
    from graph.serialisation.statement_reader import Row
    from graph.store.readable_store import ReadableStore
    from queries.export_format import Progress
    from queries.extracts import TableExtract

_PORTION = 100_000
"""Rows that are held in memory at once."""

_BATCH = 10_000
"""Rows that are read at once."""


def _missing() -> str:
    return f"Parquet needs pyarrow: {install_command('release')}"


def write_parquet(store: ReadableStore, folder: Path, progress: Progress) -> None:
    """Write every table into a new folder.

    Raises:
        UsageError: If pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an optional dependency
        from pyarrow import parquet  # noqa: PLC0415 - as above
    except ImportError:
        raise UsageError(_missing()) from None
    tables = table_extracts()
    folder.mkdir(parents=True, exist_ok=True)
    for done, table in enumerate(tables):
        progress(done, len(tables))
        schema = _schema(pa, table)
        rows = table.rows(store)
        with parquet.ParquetWriter(folder / f"{table.name}.parquet", schema) as writer:
            while portion := list(islice(rows, _PORTION)):
                columns = list(zip(*portion, strict=True))
                arrays = [
                    pa.array(values, field.type)
                    for values, field in zip(columns, schema, strict=True)
                ]
                writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


def read_parquet(folder: Path, limits: ImportLimits) -> Iterator[bytes]:
    """The table of statements, as lines of N-Quads.

    Raises:
        InputError: If pyarrow is not installed.
        ValueError: If it is no such table, or holds more than is allowed.
    """
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an optional dependency
    except ImportError:
        raise InputError(_missing()) from None
    path = folder / f"{STATEMENTS}.parquet"
    check_size(path, limits)
    try:
        with parquet.ParquetFile(path) as table:
            yield from statement_lines(quads_of_rows(_rows(table)), limits)
    except ArrowException as error:
        raise ValueError(f"its table of statements cannot be read: {error}") from error


def _rows(table: Any) -> Iterator[Row]:  # noqa: ANN401 - pyarrow has no types
    if missing := set(STATEMENT_COLUMNS) - set(table.schema_arrow.names):
        raise ValueError(f"its table of statements has no column {', '.join(sorted(missing))}")
    for batch in table.iter_batches(columns=list(STATEMENT_COLUMNS), batch_size=_BATCH):
        for row in batch.to_pylist():
            yield row["subject"], row["predicate"], row["object"], row["graph"]


def _schema(pa: ModuleType, table: TableExtract) -> Any:  # noqa: ANN401 - pyarrow has no types
    types = {"decimal": pa.float64(), "integer": pa.int64()}
    return pa.schema(
        [
            pa.field(
                column.name,
                types.get(column.type, pa.string()),
                metadata={b"description": column.text.encode()},
            )
            for column in table.columns
        ],
        metadata={b"title": table.title.encode(), b"description": table.description.encode()},
    )


EXPORT = ExportFormat(
    name="parquet",
    title="the same tables as files (needs the extra release)",
    tools="pandas, DuckDB, R",
    suffix=".parquet",
    media_type="application/vnd.apache.parquet",
    write=write_parquet,
    read=read_parquet,
    is_folder=True,
    release_path="tables/parquet",
)
