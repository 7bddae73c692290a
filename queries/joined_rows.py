"""One row for each sentence, where a table has it once for every name that it holds.

A quoted sentence has » and « around the name that its row is about. Rows whose sentences differ in
these marks alone are one sentence, and the row that stands for them has the marks of all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = re.compile("[»«]")
_BETWEEN = ", "


def join_rows(rows: Sequence[Sequence[str]], column: int) -> list[list[str]]:
    """Put rows into one that are the same but for one column and for the marks of names.

    Args:
        rows: Cells, as they are to be shown.
        column: Index of the column that differs; its values are listed, each once.

    Returns:
        The rows, in the order in which the first of each came.
    """
    together: dict[tuple[str, ...], list[Sequence[str]]] = {}
    for row in rows:
        key = tuple(_MARK.sub("", cell) for index, cell in enumerate(row) if index != column)
        together.setdefault(key, []).append(row)
    return [
        [
            _BETWEEN.join(dict.fromkeys(cells)) if index == column else _with_all_marks(cells)
            for index, cells in enumerate(zip(*same, strict=True))
        ]
        for same in together.values()
    ]


def _with_all_marks(cells: Sequence[str]) -> str:
    """A text with the marks of all its copies; those at one place stand there once."""
    different = list(dict.fromkeys(cells))
    if len(different) == 1:
        return different[0]
    marks = {mark for cell in different for mark in _marks(cell)}
    text = _MARK.sub("", different[0])
    pieces, start = [], 0
    # Where one name ends and the next begins, the mark of the end goes first.
    for offset, mark in sorted(marks, key=lambda mark: (mark[0], mark[1] == "»")):
        pieces += [text[start:offset], mark]
        start = offset
    return "".join([*pieces, text[start:]])


def _marks(cell: str) -> list[tuple[int, str]]:
    """Each mark of a text, with the number of other characters before it."""
    return [(match.start() - count, match[0]) for count, match in enumerate(_MARK.finditer(cell))]
