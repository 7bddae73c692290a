"""Hand corrections: what people write about names, entities and flags, replayed at each build."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from graph.errors import InputError
from graph.identity import slug
from graph.records.authorities import Initiative, Organisation
from graph.records.mentions import Correction, parse_entity
from loaders.text.folding import fold
from loaders.text.typed_values import check_name, check_word, read_toml
from ontology.namespaces import FLAG, INITIATIVE_KIND, ORGANISATION_KIND

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.records.mentions import EntityKey

BUNDLED = Path(__file__).parent / "corrections.toml"
_KINDS = {"organisation": ORGANISATION_KIND, "initiative": INITIATIVE_KIND}
"""The kinds that things of each register may have."""

_KEYS = {
    "author": "by",
    "day": "on",
    "reason": "why",
    "entity": "thing",
    "merged_into": "into",
    "other_finding": "other",
}
"""Fields of a correction by the shorter keys that files use."""


class _Entry(msgspec.Struct, forbid_unknown_fields=True, rename=_KEYS):
    author: str
    day: date
    reason: str

    def __post_init__(self) -> None:
        self.values()

    def values(self) -> dict[str, Any]:
        values = msgspec.structs.asdict(self)
        values |= {
            key: parse_entity(values[key]) for key in ("entity", "merged_into") if key in values
        }
        if "kind" in values:
            check_word("kind", values["kind"], sorted(_KINDS[values["entity"][0]]))
        check_word("flag", values.get("flag"), sorted(FLAG))
        for key in ("author", "reason", "name", "candidate", "finding"):
            if key in values:
                check_name(_KEYS.get(key, key), values[key])
        return values


class _Name(_Entry):
    name: str


class _NameOfEntity(_Name):
    entity: str


class _Merge(_Entry):
    entity: str
    merged_into: str


class _Candidate(_Entry):
    candidate: str


class _AcceptedCandidate(_Candidate):
    entity: str
    name: str
    kind: str


class _Dismissal(_Entry):
    finding: str
    flag: str


class _TwoFindings(_Entry):
    finding: str
    other_finding: str


class _CorrectionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    same_as: tuple[_NameOfEntity, ...] = ()
    not_same_as: tuple[_NameOfEntity, ...] = ()
    not_a_name: tuple[_Name, ...] = ()
    merge: tuple[_Merge, ...] = ()
    unmerge: tuple[_Merge, ...] = ()
    accept: tuple[_AcceptedCandidate, ...] = ()
    refuse: tuple[_Candidate, ...] = ()
    dismiss: tuple[_Dismissal, ...] = ()
    same_finding: tuple[_TwoFindings, ...] = ()
    not_same_finding: tuple[_TwoFindings, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections, in the order of their dates; of one day, merges before those taken back."""

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
    def of_findings(self) -> tuple[Correction, ...]:
        """The corrections that say that two findings are one, or are not."""
        return tuple(line for line in self.lines if line.other_finding)

    def with_aliases(self, aliases: Mapping[str, str]) -> Corrections:
        """The corrections, each finding whose flag is dismissed named as all sources name it.

        Args:
            aliases: The last part of the address of each finding, by its former ones.
        """
        return Corrections(
            tuple(
                replace(line, finding=aliases.get(line.finding, line.finding))
                if line.flag
                else line
                for line in self.lines
            )
        )

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
        file = read_toml(path, _CorrectionFile)
    except (InputError, ValueError) as error:
        raise InputError(f"The corrections cannot be read. {error}") from error
    return [
        Correction(field.encode_name, **entry.values())
        for field in msgspec.structs.fields(file)
        for entry in getattr(file, field.name)
    ]


def _follow(into: dict[EntityKey, EntityKey], entity: EntityKey) -> EntityKey:
    seen = {entity}
    while entity in into and into[entity] not in seen:
        entity = into[entity]
        seen.add(entity)
    return entity
