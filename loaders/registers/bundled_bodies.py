"""The rows of the bundled register of organisations, by the names that other tables give them."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graph.partial_date import PartialDate, existed_on
from loaders.interface.source_list import HERE
from loaders.registers.bundled_initiatives import comparable_name
from loaders.registers.register_csv import several

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_NAMES = ("name", "abbreviations", "other_names", "context_names")


class _Body(NamedTuple):
    """A body, and when it was there."""

    key: str
    start: PartialDate | None
    end: PartialDate | None


def body_named(name: str, day: date | None) -> str | None:
    """Key of the one body that the bundled register knows by a name or an abbreviation.

    Of several, such as a department and the one of the same abbreviation before it, the one that
    was there on the day is meant.

    Args:
        name: The name as written, in whatever capitals, such as ``MOJ``.
        day: The day of what names it; None if that is not known.
    """
    bodies = _bodies().get(comparable_name(name), ())
    if len(bodies) > 1:
        bodies = tuple(each for each in bodies if day and existed_on(day, each.start, each.end))
    return bodies[0].key if len(bodies) == 1 else None


@cache
def _bodies() -> Mapping[str, tuple[_Body, ...]]:
    """The bodies by every name that they have."""
    bodies: defaultdict[str, dict[_Body, None]] = defaultdict(dict)
    path = HERE / "organisations" / "organisations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            body = _Body(row["id"], _date(row["start_date"]), _date(row["end_date"]))
            for name in (each for column in _NAMES for each in several(row[column])):
                bodies[comparable_name(name)][body] = None
    return {name: tuple(several_bodies) for name, several_bodies in bodies.items()}


def _date(cell: str) -> PartialDate | None:
    return PartialDate.parse(cell) if cell else None
