"""Which column of a table is read as what: as a person says, or by its name."""

from __future__ import annotations

from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from loaders.sources.trackers.column_names import (
    LONGEST_NAME,
    folded,
    meaning_of_misspelt,
    meaning_of_whole,
    meaning_of_words,
    meaning_outside_brackets,
)
from loaders.text.table_cells import read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.records.findings import Passage
    from loaders.interface.column_choices import ColumnChoices

DELIMITERS = (",", "\t", ";", "|")
_MOST_ROWS_ABOVE = 15
_HEAD = 50_000
"""Characters of a table among which its header stands."""
_BESIDE_WORDS = frozenset(
    {"number", "report", "department", "response", "position", "status", "due"}
)
"""Columns of which a list has one beside the words of recommendations."""

IGNORE = "ignore"
"""What a person says of a column that is not to be read."""

MEANINGS = (
    "words", "number", "paragraph", "kind", "report", "paper", "session", "published", "committee",
    "department", "response", "position", "status", "due", "revised",
)  # fmt: skip
"""What a column can be read as."""

_RULES = (
    ("by its name", meaning_of_whole),
    ("by the words of its name", meaning_of_words),
    ("by its name outside of brackets", meaning_outside_brackets),
    ("by a name that differs by a slip", meaning_of_misspelt),
)
"""How the meaning of a column is known from its name, the surest first."""

NOTHING_CHOSEN: Mapping[str, str] = MappingProxyType({})


def chosen_columns(choices: ColumnChoices | None) -> dict[str, str]:
    """What a person says that columns are read as, by their names in small letters."""
    return {folded(name): meaning for name, meaning in choices.columns.items()} if choices else {}


def columns_of(
    cells: Sequence[Passage], chosen: Mapping[str, str] = NOTHING_CHOSEN, *, whole: bool = True
) -> dict[str, int]:
    """The place of each column that is read, if the cells are a header; the first of two counts.

    Args:
        cells: The cells of a row.
        chosen: What a person says that columns are read as, by their names in small letters.
        whole: True if the cells count only where they name enough columns to be a header.
    """
    columns: dict[str, int] = {}
    printed = [cell.text if len(cell.text) <= LONGEST_NAME else "" for cell in cells]
    names = [folded(name) for name in printed]
    for place, name in enumerate(names):
        if name in chosen and chosen[name] != IGNORE:
            columns.setdefault(chosen[name], place)
    for _, meaning_of in _RULES:
        for place, name in enumerate(names):
            if name in chosen or place in columns.values():
                continue
            if meaning := meaning_of(printed[place]):
                columns.setdefault(meaning, place)
    is_header = "words" in columns and (
        columns.keys() & _BESIDE_WORDS or ("words" in chosen.values() and chosen.keys() <= {*names})
    )
    return columns if is_header or not whole else {}


def reason_of(name: str) -> str:
    """How the meaning of a column is known from its name; empty if it is not."""
    return next((reason for reason, meaning_of in _RULES if meaning_of(name)), "")


def delimiter_of(text: str, chosen: Mapping[str, str] = NOTHING_CHOSEN) -> str | None:
    """The delimiter by which most columns are read; None if no header is among the first rows."""
    head = text[:_HEAD]
    widths = {
        delimiter: max(
            (
                len(columns_of(row.cells, chosen))
                for row in islice(read_rows(head, delimiter), _MOST_ROWS_ABOVE)
            ),
            default=0,
        )
        for delimiter in DELIMITERS
    }
    best = max(DELIMITERS, key=lambda each: widths[each])
    return best if widths[best] else None
