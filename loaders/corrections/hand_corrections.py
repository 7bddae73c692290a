"""Hand corrections: what people write about names, entities and flags, replayed at each build."""

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
from ontology.namespaces import FLAG, INITIATIVE_KIND, ORGANISATION_KIND

if TYPE_CHECKING:
    from graph.records.mentions import EntityKey
    from ontology.concept_scheme import ConceptScheme

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
_FIELD_NAMES = {
    "by": "author",
    "on": "day",
    "why": "reason",
    "thing": "entity",
    "into": "merged_into",
}
"""Fields of a correction, by the shorter names that files use."""

_KINDS = ("organisation", "initiative")


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections, in the order of their dates."""

    lines: tuple[Correction, ...] = field(default=())

    def of(self, correction_type: str) -> tuple[Correction, ...]:
        """The corrections of one type."""
        return tuple(line for line in self.lines if line.correction_type == correction_type)

    @property
    def merged(self) -> dict[EntityKey, EntityKey]:
        """Which entity each merged one now is, merges taken back left out, chains followed."""
        into: dict[EntityKey, EntityKey] = {}
        for line in self.lines:
            if not line.entity or not line.merged_into:
                continue
            if line.correction_type == "merge":
                into[line.entity] = line.merged_into
            elif line.correction_type == "unmerge" and into.get(line.entity) == line.merged_into:
                del into[line.entity]
        return {entity: _follow(into, entity) for entity in into}

    @property
    def refused(self) -> frozenset[str]:
        """Keys of names that are to be proposed as candidates no more."""
        names = (
            line.name or line.candidate
            for line in self.lines
            if line.correction_type in {"refuse", "not-a-name"}
        )
        return frozenset(slug(fold(name)) for name in names)

    def accepted(self) -> tuple[list[Organisation], list[Initiative]]:
        """Accepted candidates, as records of the registers."""
        organisations, initiatives = [], []
        for line in self.of("accept"):
            if line.entity and line.entity[0] == "organisation":
                organisations.append(Organisation(line.entity[1], line.name, line.kind))
            elif line.entity:
                initiatives.append(Initiative(line.entity[1], line.name, line.kind))
        return organisations, initiatives

    @property
    def dismissed(self) -> dict[tuple[str, str], Correction]:
        """The corrections that say a flag is unfounded, by finding and flag."""
        return {(line.finding, line.flag): line for line in self.of("dismiss")}


def read_corrections(*paths: Path) -> Corrections:
    """Read files of corrections after the one that is bundled with the project.

    Raises:
        InputError: If a file or one of its entries cannot be read; says which and why.
    """
    lines = [line for path in (BUNDLED, *paths) for line in _lines(path)]
    return Corrections(tuple(sorted(lines, key=lambda line: line.day)))


def _lines(path: Path) -> list[Correction]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: cannot be read as a file of corrections: {error}") from error
    return [
        _correction(correction_type, entry, f"{path}: {correction_type} {number}")
        for correction_type, entries in tables.items()
        for number, entry in enumerate(entries, 1)
    ]


def _correction(correction_type: str, entry: dict[str, Any], location: str) -> Correction:
    if correction_type not in _FIELDS:
        raise InputError(
            f"{location}: there is no such correction; use one of {', '.join(_FIELDS)}"
        )
    fields = {*_FIELDS[correction_type], *_ATTRIBUTION}
    if entry.keys() != fields:
        wrong = ", ".join(sorted(fields ^ entry.keys()))
        raise InputError(f"{location}: needs {', '.join(sorted(fields))}; check {wrong}")
    if not isinstance(entry["on"], date):
        raise InputError(f"{location}: write `on` as a date without quotes, such as 2026-11-22")
    values: dict[str, Any] = {
        _FIELD_NAMES.get(key, key): _entity(value, location) if key in {"thing", "into"} else value
        for key, value in entry.items()
    }
    if entry.get("flag") and entry["flag"] not in FLAG:
        flags = ", ".join(sorted(FLAG))
        raise InputError(f"{location}: there is no flag {entry['flag']!r}; use one of {flags}")
    if "kind" in values and values["kind"] not in _kinds(values["entity"]):
        kinds = ", ".join(sorted(_kinds(values["entity"])))
        raise InputError(f"{location}: there is no kind {values['kind']!r}; use one of {kinds}")
    return Correction(correction_type, **values)


def _kinds(entity: EntityKey) -> ConceptScheme:
    """The kinds that an entity of the registers may have."""
    return ORGANISATION_KIND if entity[0] == "organisation" else INITIATIVE_KIND


def _entity(text: str, location: str) -> EntityKey:
    kind, _, key = text.partition("/")
    if kind not in _KINDS or not key:
        raise InputError(
            f"{location}: {text!r} is not of the form organisation/key or initiative/key"
        )
    return (kind, key)


def _follow(into: dict[EntityKey, EntityKey], entity: EntityKey) -> EntityKey:
    seen = {entity}
    while entity in into and into[entity] not in seen:
        entity = into[entity]
        seen.add(entity)
    return entity
