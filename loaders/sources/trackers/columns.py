"""Which column of a table is read as what, by its name; the names are in `columns.toml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
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
_BESIDE_WORDS = frozenset(
    {"number", "report", "department", "response", "position", "status", "due"}
)
"""Columns of which a list has one beside the words of recommendations."""

_NOT_WORDS = re.compile(r"[\W_]+")


class ColumnNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of columns, in small letters, by what a column is read as.

    Attributes:
        keys: Words of which the name of a column has one, where the whole name is not listed.
        beside: Words that it may have beside.
    """

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
    published: tuple[str, ...]
    keys: dict[str, frozenset[str]]
    beside: dict[str, frozenset[str]]


def folded(name: str) -> str:
    """A name or status in small letters, with single blanks for all that is no letter or digit."""
    plain = re.sub(r"['’]", "", name[:_LONGEST_NAME].lower().replace("#", " no "))
    return _NOT_WORDS.sub(" ", plain).strip()


def columns_of(cells: Sequence[Passage]) -> dict[str, int]:
    """The place of each column that is read, if the cells are a header; the first of two counts."""
    columns: dict[str, int] = {}
    names = [folded(cell.text) if len(cell.text) <= _LONGEST_NAME else "" for cell in cells]
    for meaning_of in (_meanings().get, _meaning_by_words):
        for place, name in enumerate(names):
            if place not in columns.values() and (meaning := meaning_of(name)):
                columns.setdefault(meaning, place)
    return columns if "words" in columns and columns.keys() & _BESIDE_WORDS else {}


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
def _names() -> ColumnNames:
    return read_toml(Path(__file__).with_name("columns.toml"), ColumnNames)


@cache
def _meanings() -> dict[str, str]:
    """What a column is read as, by its whole name."""
    listed = msgspec.structs.asdict(_names()).items()
    return {
        name: meaning for meaning, words in listed if isinstance(words, tuple) for name in words
    }


@lru_cache(maxsize=4096)
def _meaning_by_words(name: str) -> str | None:
    """What a column is read as by the words of its name; None if they fit none or several."""
    words = set(name.split())
    meanings = [
        meaning
        for meaning, keys in _names().keys.items()
        if words & keys and words <= keys | _names().beside[meaning]
    ]
    return meanings[0] if len(meanings) == 1 else None
