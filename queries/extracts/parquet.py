"""Parquet files, one a table, for data frames and column stores; needs pyarrow."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from graph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import ModuleType

    from graph.store.embedded import Store
    from queries.extracts import Extract

_PORTION = 100_000
"""Rows that are held in memory at once."""


def write_parquet(
    store: Store, tables: Iterable[Extract], folder: Path, told: Callable[[str], None]
) -> None:
    """Write tables into a folder.

    Args:
        store: What to write.
        tables: The tables.
        folder: An existing folder.
        told: Told the name of each table before it is written.

    Raises:
        UsageError: If pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an optional dependency
        from pyarrow import parquet  # noqa: PLC0415 - as above
    except ImportError:
        raise UsageError("Parquet needs pyarrow: pip install 'joinedup[release]'") from None
    for table in tables:
        told(table.name)
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


def _schema(pa: ModuleType, table: Extract) -> Any:  # noqa: ANN401 - pyarrow has no types
    types = {"decimal": pa.float64(), "integer": pa.int64()}
    return pa.schema(
        [
            pa.field(
                one.name,
                types.get(one.type, pa.string()),
                metadata={b"description": one.text.encode()},
            )
            for one in table.columns
        ],
        metadata={b"title": table.title.encode(), b"description": table.description.encode()},
    )
