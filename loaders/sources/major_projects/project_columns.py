"""What a column of a table of major projects is read as, by its name; these change every year."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from loaders.text.typed_values import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable

LEFT = "left"
"""What a column is said to be that is known and not read."""

_BRACKETS = re.compile(r"\([^()]*\)?")
_NO_WORD = re.compile(r"[\W_]+")
_LONGEST = 2_000
"""Characters of the name of a column; the notes in it are long."""


class _Columns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    columns: dict[str, tuple[str, ...]]
    left: dict[str, tuple[str, ...]]


def column_of(name: str) -> str | None:
    """What a column is read as; `LEFT` of one that is known and not read, None of any other.

    >>> column_of("Project – End Date (Latest Approved End Date)")
    'end'
    >>> column_of("TOTAL Baseline Whole Life Costs (£m)")
    'left'
    """
    plain = _plain(name[:_LONGEST])
    for beginning, meaning in _beginnings():
        if plain == beginning or plain.startswith(f"{beginning} "):
            return meaning
    words = f" {plain} "
    return LEFT if any(f" {each} " in words for each in _columns().left["words"]) else None


def is_header(names: Iterable[str]) -> bool:
    """Whether names are those of the columns of a table of major projects."""
    meanings = {column_of(name) for name in names}
    return "name" in meanings and bool(meanings & {"confidence", "number"}) and len(meanings) > 3  # noqa: PLR2004 - three columns beside what is not read


def _plain(name: str) -> str:
    return " ".join(_NO_WORD.sub(" ", _BRACKETS.sub(" ", name)).lower().split())


@cache
def _beginnings() -> tuple[tuple[str, str], ...]:
    """The beginnings of names with their meanings, the longest first."""
    pairs = [(name, field) for field, names in _columns().columns.items() for name in names]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@cache
def _columns() -> _Columns:
    return read_toml(Path(__file__).with_name("columns.toml"), _Columns)
