"""The figures of a graph: each query in `counts` gives some, with what they are counted out of."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from graph.errors import StoreError
from queries.conversion import as_table
from queries.figures_file import keep_rows, kept_rows
from queries.query_files import list_questions
from queries.result_tables import Table

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.readable_store import ReadableStore
    from queries.figures_file import FigureRow

COLUMNS = ("figure", "count", "total", "total of")
"""What is counted, how many there are, how many there are in all, and of what."""

_CAPTION = "Distinct things are counted, however often they were read."


def figures(store: ReadableStore) -> Table:
    """Every figure of every query in the folder `counts`, in the order of the files.

    They are counted once for each version of a store, and kept beside its graph.
    """
    rows = kept_rows(store.version) if store.version else None
    if rows is None:
        rows = count_figures(store)
        if store.version:
            keep_rows(rows, store.version)
    return Table(COLUMNS, tuple(rows), _CAPTION)


def prepare_figures(store: ReadableStore, version: Path) -> None:
    """Count the figures of a version that is not finished, and keep them with it.

    If that fails, they are counted when they are asked for.
    """
    with suppress(StoreError):
        keep_rows(count_figures(store), version)


def count_figures(store: ReadableStore) -> list[FigureRow]:
    """The rows of every figure, counted in the graph."""
    return [
        (figure, number, total, counted_of)
        for count in list_questions("counts")
        for figure, number, counted_of, total in as_table(store.query(count.sparql)).rows
    ]
