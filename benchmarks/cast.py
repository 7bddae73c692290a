"""The bodies and initiatives that made pages name: those of the bundled registers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from graph.records.authorities import Initiative, Organisation
from graph.records.source_record import parts_of
from loaders.interface.source_list import source_for
from loaders.pipeline.document_reading import read_document
from loaders.pipeline.plan import bundled_files

if TYPE_CHECKING:
    from random import Random

_ARTICLE = (
    "Department",
    "Ministry",
    "Office",
    "Cabinet",
    "Home",
    "Scotland",
    "Treasury",
    "Attorney",
)
_ODD = set("()|:;")
_FULL, _DEFINED, _SHORT = 0.45, 0.60, 0.90
_STRANGER = 0.25


@dataclass(frozen=True, slots=True)
class Named:
    """A thing of a register and the forms it is named in."""

    name: str
    short: tuple[str, ...]
    others: tuple[str, ...]

    def form(self, rng: Random) -> str:
        """One way to name it: in full, with its abbreviation, by that alone, or otherwise."""
        roll = rng.random()
        full = f"the {self.name}" if self.name.startswith(_ARTICLE) else self.name
        if roll < _FULL or not (self.short or self.others):
            return full
        if roll < _DEFINED and self.short:
            return f"{full} ({self.short[0]})"
        if (roll < _SHORT or not self.others) and self.short:
            return rng.choice(self.short)
        return rng.choice(self.others or (full,))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is named on the pages of one report: mostly its own few, at times any other."""

    pools: dict[str, list[Named]] = field(default_factory=dict)

    def name(self, slot: str, rng: Random) -> str:
        """A name for the slot ``body`` or ``undertaking``."""
        whole = registers()[slot]
        named = whole if rng.random() < _STRANGER else self.pools.get(slot, whole)
        return rng.choice(named).form(rng)


def speaker(rng: Random) -> Speaker:
    """Choose whom and what a report is about."""
    known = registers()
    return Speaker(
        {
            "body": rng.sample(known["body"], rng.randint(2, 5)),
            "undertaking": rng.sample(known["undertaking"], rng.randint(3, 8)),
        }
    )


@cache
def registers() -> dict[str, list[Named]]:
    """What the bundled registers hold, by the slot it fills, in the order of the files."""
    found: dict[str, list[Named]] = {"body": [], "undertaking": []}
    for place in [*bundled_files("organisations"), *bundled_files("initiatives")]:
        document = read_document(place)
        source = source_for(document)
        records = source.read(document).records if source else []
        for claim in (claim for record in records for claim in parts_of(record.content)):
            match claim:
                case Organisation(kind=kind) if kind != "parliament-body":
                    found["body"].append(_named(claim))
                case Initiative():
                    found["undertaking"].append(_named(claim))
    return {
        slot: [named for named in all_ if not _ODD & set(named.name)]
        for slot, all_ in found.items()
    }


def _named(thing: Organisation | Initiative) -> Named:
    return Named(thing.name, thing.abbreviations, thing.other_names)
