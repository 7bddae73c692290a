"""Tables for a screen: the columns that fit without cutting a word, or rows one by one.

A figure that is cut short is a wrong figure: `6.68…` may stand for 6.68e-05. So no cell is ever
shortened. Where a table is too wide, the columns that matter least are left out, and a line below
the table names them. Where that does not help, or rows would be tall and thin, each row is shown
by itself, with the names of the columns in front of the values.
"""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING

from rich.cells import cell_len

from queries.screen_records import lay_out_records
from queries.screen_text import fill_line
from queries.table_layout import FITTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.table_layout import TableLayout

TALLEST_ROW = 5
"""Lines a row may take; a table with a taller one is narrowed, or shown row by row."""

_UNLIMITED = 10_000
_PADDING = 3
"""What a column takes beside its text: a line, and a blank on either side."""


def lay_out(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    width: int | None,
    layout: TableLayout = FITTED,
) -> str:
    """Write rows under the names of their columns, with every cell in full.

    Args:
        columns: Names of the columns.
        rows: Cells, as they are to be shown.
        numeric: For each column, whether it is set to the right.
        width: Columns of the screen; as wide as the text where not given.
        layout: Which columns may be left out, and which are headings.
    """
    if width is None:
        return _grid(columns, rows, numeric, None, _UNLIMITED)
    if not rows:
        return "No rows."
    empty = _empty_columns(columns, rows)
    for omitted in _omissions(columns, layout):
        kept = [
            index for index, name in enumerate(columns) if name not in omitted and name not in empty
        ]
        names = [columns[index] for index in kept]
        cells = [[row[index] for index in kept] for row in rows]
        widths = _column_widths(names, cells, width)
        if widths and all(_height(row, widths) <= TALLEST_ROW for row in cells):
            grid = _grid(names, cells, [numeric[index] for index in kept], widths, width)
            left_out = [name for name in omitted if name not in empty]
            return "\n".join([grid, *_notes(empty, left_out, width)])
    records = lay_out_records(columns, rows, width, layout.groups)
    return "\n\n".join([records, *_notes(empty, [], width)])


def _empty_columns(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns that have no value in any row; none where that is so of all."""
    empty = [name for index, name in enumerate(columns) if not any(row[index] for row in rows)]
    return empty if len(empty) < len(columns) else []


def _omissions(columns: Sequence[str], layout: TableLayout) -> list[tuple[str, ...]]:
    """What may be left out: nothing, then one column more at a time."""
    details = tuple(name for name in layout.details if name in columns)
    return [details[:count] for count in range(len(details) + 1)]


def _notes(empty: Sequence[str], left_out: Sequence[str], width: int) -> list[str]:
    """What the table does not show, and how to see it."""
    notes = []
    if empty:
        notes.append(f"Empty in every row shown: {', '.join(empty)}.")
    if left_out:
        notes.append(
            f"Columns left out for want of room: {', '.join(left_out)}. "
            "To see them: --record, or --wide."
        )
    return [fill_line(note, width) for note in notes]


def _column_widths(
    columns: Sequence[str], rows: Sequence[Sequence[str]], width: int
) -> list[int] | None:
    """How wide each column is to be; None if a word would have to be broken."""
    cells = [[column, *(row[index] for row in rows)] for index, column in enumerate(columns)]
    widths = [max(_longest(cell.split()) for cell in column) for column in cells]
    wishes = [max(_longest(cell.splitlines()) for cell in column) for column in cells]
    spare = width - sum(widths) - _PADDING * len(columns) - 1
    if spare < 0:
        return None
    for _ in range(spare):
        tightest = max(range(len(widths)), key=lambda index: wishes[index] / max(widths[index], 1))
        if widths[tightest] >= wishes[tightest]:
            break
        widths[tightest] += 1
    return widths


def _longest(texts: Sequence[str]) -> int:
    return max((cell_len(text) for text in texts), default=0)


def _height(row: Sequence[str], widths: Sequence[int]) -> int:
    return max(
        (
            sum(len(textwrap.wrap(line, max(width, 1))) or 1 for line in cell.splitlines())
            for cell, width in zip(row, widths, strict=True)
        ),
        default=1,
    )


def _grid(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    widths: Sequence[int] | None,
    width: int,
) -> str:
    from rich.console import Console  # noqa: PLC0415 - slow to import; help needs no table
    from rich.table import Table as RichTable  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    grid = RichTable(title=None, caption=None, header_style="bold", expand=False)
    for index, column in enumerate(columns):
        grid.add_column(
            Text(column),
            justify="right" if numeric[index] else "left",
            width=widths[index] if widths else None,
            overflow="fold",
        )
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    output = io.StringIO()
    # With both sizes given, rich leaves alone what the environment says of the screen.
    console = Console(file=output, width=width, height=1, force_terminal=False, color_system=None)
    console.print(grid)
    return output.getvalue().rstrip("\n")
