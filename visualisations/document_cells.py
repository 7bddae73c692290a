"""Cells of tables as documents show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from queries.result_tables import Value


def shown_cell(value: Value) -> str:
    """A value as people read it: numbers with commas, few decimals, nothing where none is known."""
    if value is None:
        return ""
    if isinstance(value, bool | str):
        return str(value)
    return f"{value:,}" if isinstance(value, int) else f"{value:,.3g}"
