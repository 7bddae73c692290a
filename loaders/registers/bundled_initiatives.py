"""The rows of the bundled register of initiatives, for sources that tell more of the same things.

The row stands: whoever finds one says only what the row does not, under the row's key, name and
kind, so that a thing keeps one name and one beginning.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from loaders.interface.source_list import HERE
from loaders.text.folding import fold, lower

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class BundledInitiative:
    """What the bundled register says of an initiative.

    Attributes:
        key: Its id.
        name: Its name.
        other_names: Names by which it is known, too.
        kind: Its kind.
        start: When it began, as written; empty if the row does not say.
        homepage: Its home page; empty if the row has none.
        source: Where the row was taken from.
    """

    key: str
    name: str
    other_names: tuple[str, ...]
    kind: str
    start: str
    homepage: str
    source: str


@cache
def bundled_initiatives() -> tuple[BundledInitiative, ...]:
    """Every row of the bundled register, in its order."""
    path = HERE / "initiatives" / "initiatives.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            BundledInitiative(
                row["id"],
                row["name"],
                tuple(filter(None, map(str.strip, row["other_names"].split(";")))),
                row["kind"],
                row["start"],
                row["homepage"],
                row["source"],
            )
            for row in csv.DictReader(file)
        )


@cache
def bundled_by_name() -> Mapping[str, BundledInitiative]:
    """The rows by their names, as `comparable_name` writes them; a name of two is left out."""
    rows: dict[str, BundledInitiative] = {}
    shared: set[str] = set()
    for row in bundled_initiatives():
        for name in {comparable_name(each) for each in (row.name, *row.other_names)}:
            if rows.setdefault(name, row) is not row:
                shared.add(name)
    return {name: row for name, row in rows.items() if name not in shared}


def comparable_name(name: str) -> str:
    """A name without what writers of one name do differently: apostrophes, dashes, capitals."""
    return lower(fold(" ".join(name.split()))).removeprefix("the ")
