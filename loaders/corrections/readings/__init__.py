"""Kinds of reading that a person can overrule: one module each, found by listing.

A module's name is that of the table in a file of corrections. It holds one subclass of
`ReadingEntry`, which it gives as `ENTRY`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graph.listing import listed_modules

if TYPE_CHECKING:
    from loaders.corrections.reading_entry import ReadingEntry


@cache
def reading_kinds() -> dict[str, type[ReadingEntry]]:
    """The kinds of reading, by the name of their table."""
    return {name.replace("_", "-"): module.ENTRY for name, module in listed_modules(__name__)}
