"""Tables for a screen: columns where no word has to be cut for them, and a block a row otherwise.

A figure that is cut short is a wrong figure: `6.68…` may stand for 6.68e-05. So no cell is ever
shortened. A table that does not fit, or whose rows would be tall and thin, is shown row by row,
with the names of its columns in front of the values.
"""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

TALLEST_ROW = 8
"""Lines a row may take before the table is shown as blocks."""

_UNLIMITED = 10_000
_PADDING = 3
"""What a column takes beside its text: a line, and a blank on either side."""


def lay_out(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    numeric: Sequence[bool],
    width: int | None,
) -> str:
    """Write rows under the names of their columns, with every cell in full.

    Args:
        columns: Names of the columns.
        rows: Cells, as they are to be shown.
        numeric: For each column, whether it is set to the right.
        width: Columns of the screen; as wide as the text where not given.
    """
    if width is None:
        return _grid(columns, rows, numeric, None, _UNLIMITED)
    if not rows:
        return "No rows."
    widths = _column_widths(columns, rows, width)
    if widths is None or any(_height(row, widths) > TALLEST_ROW for row in rows):
        return _blocks(columns, rows, width)
    return _grid(columns, rows, numeric, widths, width)


def wrap(text: str, width: int | None) -> str:
    """Break lines between words, where the width of the screen is given."""
    if width is None:
        return text
    return "\n".join(_filled(line, width) for line in text.split("\n"))


def _filled(line: str, width: int, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        line,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


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


def _blocks(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """One block a row, one line a cell; a cell without a value is left out."""
    margin = max(map(cell_len, columns)) + 2
    blocks = []
    for row in rows:
        lines = []
        for column, cell in zip(columns, row, strict=True):
            label = column + " " * (margin - cell_len(column))
            for line in cell.splitlines():
                lines.append(_filled(line, width, label, " " * margin))
                label = " " * margin
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)
