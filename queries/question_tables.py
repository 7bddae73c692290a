"""The answer to a saved question as people read it: names first, identifiers last, one total.

Programs get the columns as the query has them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.conversion import as_table
from queries.result_tables import Table, heading_in_words
from queries.table_layout import FITTED, TableLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.query_files import ResultColumn
    from queries.query_result import QueryResult

TOTAL = "total"
"""The column of a question that holds the whole of which the others are parts."""


def answer_table(
    result: QueryResult, columns: Iterable[ResultColumn], layout: TableLayout = FITTED
) -> Table:
    """The table of an answer, with what its columns mean below it.

    Identifiers stand last and are the first to go where the screen is narrow. A total that is the
    same in every row is said once, below.

    Args:
        result: The answer.
        columns: What stands in its columns; none for a query that is no saved question.
        layout: How people are to see it, by the names of the columns in the query.
    """
    meanings = {column.name: column.text for column in columns}
    table = as_table(result, compact=True)
    if not meanings:
        return _with_plain_headings(table, [])
    identifiers = [name for name in table.columns if _holds_identifiers(result, name)]
    if set(identifiers) == set(table.columns):
        identifiers = []
    total = _common_total(table)
    dropped = [] if total is None else [TOTAL]
    order = [name for name in table.columns if name not in (*identifiers, *dropped)]
    shown = _select_columns(table, [*order, *identifiers])
    empty = _empty_columns(shown)
    lines = [
        f"{heading_in_words(name)}: {text}" if name not in dropped else f"{name}: {total:,}. {text}"
        for name, text in meanings.items()
        if name not in empty
    ]
    in_words = TableLayout(
        details=tuple(map(heading_in_words, (*identifiers, *layout.details))),
        groups=tuple(map(heading_in_words, layout.groups)),
        joined=heading_in_words(layout.joined),
    )
    return _with_plain_headings(replace(shown, layout=in_words), lines if table.rows else [])


def _with_plain_headings(table: Table, lines: list[str]) -> Table:
    headings = tuple(map(heading_in_words, table.columns))
    return replace(table, columns=headings, caption="\n".join(lines))


def _holds_identifiers(result: QueryResult, name: str) -> bool:
    """Whether a column holds identifiers of the graph's own things, and nothing else."""
    index = result.variables.index(name)
    terms = [row[index] for row in result.rows if row[index] is not None]
    return bool(terms) and all(
        isinstance(term, ox.NamedNode) and "/id/" in term.value for term in terms
    )


def _common_total(table: Table) -> int | None:
    if TOTAL not in table.columns or not table.rows:
        return None
    index = table.columns.index(TOTAL)
    totals = {row[index] for row in table.rows}
    total = totals.pop()
    return total if isinstance(total, int) and not totals else None


def _empty_columns(table: Table) -> list[str]:
    if not table.rows:
        return []
    return [
        name
        for index, name in enumerate(table.columns)
        if all(row[index] is None or row[index] == "" for row in table.rows)
    ]


def _select_columns(table: Table, names: list[str]) -> Table:
    indices = [table.columns.index(name) for name in names]
    rows = tuple(tuple(row[index] for index in indices) for row in table.rows)
    return replace(table, columns=tuple(names), rows=rows)
