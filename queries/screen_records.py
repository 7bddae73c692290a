"""Rows one below the other: for long texts, and for screens that are too narrow for a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from queries.screen_text import fill_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_INDENT = "  "

_SENTENCE = 20
"""Characters from which a value is a sentence, which is not said twice of one row."""


def lay_out_records(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    groups: Sequence[str] = (),
) -> str:
    """Write a block for each row, a line for each cell that has a value.

    Args:
        columns: Names of the columns.
        rows: Cells, as they are to be shown.
        width: Columns of the screen.
        groups: Columns that make a heading; it stands once above the rows that share it.
    """
    heading = [columns.index(name) for name in groups if name in columns]
    shown = [index for index in range(len(columns)) if index not in heading]
    if not shown or not heading:
        return "\n\n".join(_record(columns, row, range(len(columns)), width) for row in rows)
    blocks: list[str] = []
    last: list[str] | None = None
    for row in rows:
        titles = [row[index] for index in heading]
        if titles != last:
            blocks.append(_heading(columns, row, heading, width))
            last = titles
            separator = "\n"
        else:
            separator = "\n\n"
        blocks[-1] += separator + _record(columns, row, shown, width, _INDENT)
    return "\n\n".join(blocks)


def _heading(columns: Sequence[str], row: Sequence[str], heading: Sequence[int], width: int) -> str:
    """What a group shares; a single value needs no name in front of it."""
    if len(heading) == 1:
        return fill_line(row[heading[0]], width)
    return _record(columns, row, heading, width)


def _record(
    columns: Sequence[str],
    row: Sequence[str],
    shown: Sequence[int],
    width: int,
    indent: str = "",
) -> str:
    margin = max(cell_len(columns[index]) for index in shown) + 2
    lines = []
    for index in shown:
        if len(row[index]) >= _SENTENCE and row[index] in row[:index]:
            continue  # another column of this row has said it
        label = columns[index] + " " * (margin - cell_len(columns[index]))
        for line in row[index].splitlines():
            lines.append(fill_line(line, width, indent + label, indent + " " * margin))
            label = " " * margin
    return "\n".join(lines)
