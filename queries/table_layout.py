"""How a table is to be shown to people, whatever the width of their screen.

It changes nothing of what programs get: CSV and JSON have every column and every row.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableLayout:
    """What matters less in a table, and what belongs together.

    Attributes:
        details: Columns that may be left out where the screen is narrow; the first goes first.
        groups: Columns that are the heading of the rows below it, where rows are shown one by one.
        joined: A column whose values are put into one row, where rows say the same otherwise; empty
            for none.
    """

    details: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    joined: str = ""


FITTED = TableLayout()
"""All columns matter alike, and every row stands by itself."""
