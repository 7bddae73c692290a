"""Which column of a table is read as what, by its name; the names are in `columns.toml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from loaders.sources.trackers.table_cells import read_rows
from loaders.text.typed_values import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.records.findings import Passage
    from loaders.interface.column_choices import ColumnChoices

DELIMITERS = (",", "\t", ";", "|")
_MOST_ROWS_ABOVE = 15
_HEAD = 50_000
"""Characters of a table among which its header stands."""
_LONGEST_NAME = 80
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

NOTHING_CHOSEN: Mapping[str, str] = MappingProxyType({})

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
    names = [folded(cell.text) if len(cell.text) <= _LONGEST_NAME else "" for cell in cells]
    left_out = {place for place, name in enumerate(names) if chosen.get(name) == IGNORE}
    for meaning_of in (chosen.get, _meanings().get, _meaning_by_words):
        for place, name in enumerate(names):
            if place in left_out or place in columns.values():
                continue
            if name in chosen and meaning_of != chosen.get:
                continue
            if meaning := meaning_of(name):
                columns.setdefault(meaning, place)
    is_header = "words" in columns and (
        columns.keys() & _BESIDE_WORDS or ("words" in chosen.values() and chosen.keys() <= {*names})
    )
    return columns if is_header or not whole else {}


def is_listed(name: str) -> bool:
    """Whether the whole name of a column is listed."""
    return folded(name) in _meanings()


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
