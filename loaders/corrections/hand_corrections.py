"""Hand corrections: what people have said about names, things and flags, replayed each build."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import InputError
from graph.identity import slug
from graph.records.authorities import Initiative, Organisation
from graph.records.mentions import Correction
from loaders.text.folding import fold
from ontology.schemes import FLAG, INITIATIVE_KIND, ORGANISATION_KIND, concepts

if TYPE_CHECKING:
    from graph.records.mentions import Thing

BUNDLED = Path(__file__).parent / "corrections.toml"
_FIELDS = {
    "same-as": ("name", "thing"),
    "not-same-as": ("name", "thing"),
    "not-a-name": ("name",),
    "merge": ("thing", "into"),
    "unmerge": ("thing", "into"),
    "accept": ("candidate", "thing", "name", "kind"),
    "refuse": ("candidate",),
    "dismiss": ("finding", "flag"),
}
_ATTRIBUTION = ("by", "on", "why")
_KINDS = ("organisation", "initiative")
FLAGS = concepts(FLAG)


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections, in the order of their dates."""

    lines: tuple[Correction, ...] = field(default=())

    def of(self, act: str) -> tuple[Correction, ...]:
        """The corrections that do `act`."""
        return tuple(line for line in self.lines if line.act == act)

    @property
    def merged(self) -> dict[Thing, Thing]:
        """Which thing each merged one now is, merges taken back left out, chains followed."""
        into: dict[Thing, Thing] = {}
        for line in self.lines:
            if line.act == "merge" and line.thing and line.into:
                into[line.thing] = line.into
            elif line.act == "unmerge" and line.thing and into.get(line.thing) == line.into:
                del into[line.thing]
        return {thing: _follow(into, thing) for thing in into}

    @property
    def refused(self) -> frozenset[str]:
        """Keys of names that are to be proposed as candidates no more."""
        names = (
            line.name or line.candidate
            for line in self.lines
            if line.act in {"refuse", "not-a-name"}
        )
        return frozenset(slug(fold(name)) for name in names)

    def accepted(self) -> tuple[list[Organisation], list[Initiative]]:
        """Accepted candidates, as records of the registers."""
        organisations, initiatives = [], []
        for line in self.of("accept"):
            if line.thing and line.thing[0] == "organisation":
                organisations.append(Organisation(line.thing[1], line.name, line.kind))
            elif line.thing:
                initiatives.append(Initiative(line.thing[1], line.name, line.kind))
        return organisations, initiatives

    @property
    def dismissed(self) -> dict[tuple[str, str], Correction]:
        """The corrections that say a flag is unfounded, by finding and flag."""
        return {(line.finding, line.flag): line for line in self.of("dismiss")}

    def about(self, thing: Thing, name: str) -> tuple[Correction, ...]:
        """Corrections that bear on a thing or on the words that name it."""
        low = fold(name).lower()
        return tuple(
            line
            for line in self.lines
            if thing in {line.thing, line.into} or fold(line.name).lower() == low
        )


def read_corrections(*paths: Path) -> Corrections:
    """Read files of corrections after the one that is bundled with the project.

    Raises:
        InputError: If a file or one of its entries cannot be read; says which and why.
    """
    lines = [line for path in (BUNDLED, *paths) for line in _lines(path)]
    return Corrections(tuple(sorted(lines, key=lambda line: line.on)))


def _lines(path: Path) -> list[Correction]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: cannot be read as a file of corrections: {error}") from error
    return [
        _correction(act, entry, f"{path}: {act} {number}")
        for act, entries in tables.items()
        for number, entry in enumerate(entries, 1)
    ]


def _correction(act: str, entry: dict[str, Any], place: str) -> Correction:
    if act not in _FIELDS:
        raise InputError(f"{place}: there is no such correction; use one of {', '.join(_FIELDS)}")
    wanted = {*_FIELDS[act], *_ATTRIBUTION}
    if entry.keys() != wanted:
        wrong = ", ".join(sorted(wanted ^ entry.keys()))
        raise InputError(f"{place}: needs {', '.join(sorted(wanted))}; check {wrong}")
    if not isinstance(entry["on"], date):
        raise InputError(f"{place}: write `on` as a date without quotes, such as 2026-11-22")
    values: dict[str, Any] = {
        key: _thing(value, place) if key in {"thing", "into"} else value
        for key, value in entry.items()
    }
    if entry.get("flag") and entry["flag"] not in FLAGS:
        flags = ", ".join(sorted(FLAGS))
        raise InputError(f"{place}: there is no flag {entry['flag']!r}; use one of {flags}")
    if "kind" in values and values["kind"] not in _kinds(values["thing"]):
        kinds = ", ".join(sorted(_kinds(values["thing"])))
        raise InputError(f"{place}: there is no kind {values['kind']!r}; use one of {kinds}")
    return Correction(act, **values)


def _kinds(thing: Thing) -> frozenset[str]:
    """The kinds that a thing of the registers may have."""
    return concepts(ORGANISATION_KIND if thing[0] == "organisation" else INITIATIVE_KIND)


def _thing(text: str, place: str) -> Thing:
    kind, _, key = text.partition("/")
    if kind not in _KINDS or not key:
        raise InputError(f"{place}: {text!r} is not of the form organisation/key or initiative/key")
    return (kind, key)


def _follow(into: dict[Thing, Thing], thing: Thing) -> Thing:
    seen = {thing}
    while thing in into and into[thing] not in seen:
        thing = into[thing]
        seen.add(thing)
    return thing
