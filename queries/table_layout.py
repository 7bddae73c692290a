"""How a table is to be shown to people, whatever the width of their screen.

It changes nothing of what programs get: CSV and JSON have every column and every row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self


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

    @classmethod
    def from_fields(cls, fields: dict[str, Any]) -> Self:
        """A layout from what `dataclasses.asdict` made of it, by way of JSON."""
        return cls(tuple(fields["details"]), tuple(fields["groups"]), fields["joined"])


FITTED = TableLayout()
"""All columns matter alike, and every row stands by itself."""
