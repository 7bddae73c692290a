"""The figures of a graph: each query in `counts` gives some, with what they are counted out of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.conversion import as_table
from queries.query_files import list_questions
from queries.result_tables import Table

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore

COLUMNS = ("figure", "count", "total", "total of")
"""What is counted, how many there are, how many there are in all, and of what."""


def figures(store: ReadableStore) -> Table:
    """Every figure of every query in the folder `counts`, in the order of the files."""
    rows = [
        (figure, number, total, counted_of)
        for count in list_questions("counts")
        for figure, number, counted_of, total in as_table(store.query(count.sparql)).rows
    ]
    return Table(COLUMNS, tuple(rows), "Distinct things are counted, however often they were read.")
