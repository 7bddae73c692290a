"""Which column of a table is read as what, by its name; the names are in `columns.toml`."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from loaders.sources.trackers.table_cells import read_rows
from loaders.text.typed_values import read_toml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.records.findings import Passage

DELIMITERS = (",", "\t", ";", "|")
_MOST_ROWS_ABOVE = 15
_HEAD = 50_000
"""Characters of a table among which its header stands."""
_LONGEST_NAME = 80
_NOT_WORDS = re.compile(r"[\W_]+")


class ColumnNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of columns, in small letters, by what a column is read as."""

    words: tuple[str, ...]
    number: tuple[str, ...]
    kind: tuple[str, ...]
    report: tuple[str, ...]
    paper: tuple[str, ...]
    session: tuple[str, ...]
    committee: tuple[str, ...]
    department: tuple[str, ...]
    response: tuple[str, ...]
    position: tuple[str, ...]
    status: tuple[str, ...]
    due: tuple[str, ...]


def folded(name: str) -> str:
    """A name or status in small letters, with single blanks for all that is no letter or digit."""
    plain = re.sub(r"['’]", "", name[:_LONGEST_NAME].lower().replace("#", " no "))
    return _NOT_WORDS.sub(" ", plain).strip()


def columns_of(cells: Sequence[Passage]) -> dict[str, int]:
    """The place of each column that is read, if the cells are a header; the first of two counts."""
    columns: dict[str, int] = {}
    for place, cell in enumerate(cells):
        meaning = _meanings().get(folded(cell.text))
        if meaning and len(cell.text) <= _LONGEST_NAME:
            columns.setdefault(meaning, place)
    beside = columns.keys() & {"number", "report", "department", "response", "position", "status"}
    return columns if "words" in columns and beside else {}


def delimiter_of(text: str) -> str | None:
    """The delimiter by which most columns are read; None if no header is among the first rows."""
    head = text[:_HEAD]
    widths = {
        delimiter: max(
            (
                len(columns_of(row.cells))
                for row in islice(read_rows(head, delimiter), _MOST_ROWS_ABOVE)
            ),
            default=0,
        )
        for delimiter in DELIMITERS
    }
    best = max(DELIMITERS, key=lambda each: widths[each])
    return best if widths[best] else None


@cache
def _meanings() -> dict[str, str]:
    names = read_toml(Path(__file__).with_name("columns.toml"), ColumnNames)
    listed = msgspec.structs.asdict(names).items()
    return {name: meaning for meaning, words in listed for name in words}
