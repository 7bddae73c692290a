"""Names of departments that the end of a line breaks."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from loaders.references.departments import departments_on

if TYPE_CHECKING:
    from collections.abc import Sequence

_LIST = Path(__file__).parent / "long_departments.txt"
_MOST = 3
"""Lines over which a name may be broken."""


def departments_from(lines: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """The departments that the first of some lines names, the next lines joined as far as need be.

    Args:
        lines: A line and those after it.

    Returns:
        The names as `departments_on` gives them, and over how many lines they stand; none over one
        line where it names none.

    >>> departments_from(["Department for Environment, Food and", "Rural Affairs", "Hedges"])
    (('Department for Environment, Food and Rural Affairs',), 2)
    >>> departments_from(["Department for Transport", "Hedges"])
    (('Department for Transport',), 1)
    """
    for count in range(min(_MOST, len(lines)), 1, -1):
        joined = " ".join(" ".join(lines[:count]).split())
        first = " ".join(lines[0].split())
        for name in _long_names():
            if joined.endswith(name) and len(first) > len(joined) - len(name):
                return departments_on(joined) or (name,), count
    return departments_on(lines[0]), 1


@cache
def _long_names() -> tuple[str, ...]:
    names = [
        line
        for line in _LIST.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    in_signs = [name.replace(" and ", " & ") for name in names]
    return tuple(sorted({*names, *in_signs}, key=len, reverse=True))
