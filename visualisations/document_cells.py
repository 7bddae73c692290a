"""Cells of tables as documents show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from queries.result_tables import Table, Value

_SHORTEST_COLUMN = 6
"""Characters for which every column has room."""

_LONGEST_WORD = 25
"""Characters of a word beyond which it may be broken: an address."""


def shown_cell(value: Value) -> str:
    """A value as people read it: numbers with commas, few decimals, nothing where none is known."""
    if value is None:
        return ""
    if isinstance(value, bool | str):
        return str(value)
    return f"{value:,}" if isinstance(value, int) else f"{value:,.3g}"


def column_shares(table: Table) -> list[float]:
    """The share of the width that each column gets, from 0 to 1.

    It grows with the longest word, which is not to be broken, and with the square root of the
    longest cell, which may be broken into lines.
    """
    rows = [table.columns, *([shown_cell(value) for value in row] for row in table.rows)]
    needs = []
    for place in range(len(table.columns)):
        cells = [row[place] for row in rows]
        word = max((len(word) for cell in cells for word in cell.split()), default=0)
        longest = max(map(len, cells))
        needs.append(max(_SHORTEST_COLUMN, min(word, _LONGEST_WORD)) + longest**0.5)
    return [need / sum(needs) for need in needs]
