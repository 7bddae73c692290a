"""Hand corrections: what people write of names, findings and readings, replayed at each build."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.identity import slug
from graph.records.authorities import Initiative, Organisation
from loaders.corrections.correction_file import as_correction, read_entries
from loaders.corrections.reading_entry import ReadingEntry
from loaders.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graph.records.mentions import Correction, EntityKey
    from loaders.corrections.correction_entry import CorrectionEntry

BUNDLED = Path(__file__).parent / "corrections.toml"


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections, in the order of their dates; of one day, merges before those taken back.

    Attributes:
        lines: Those that the stages of a build follow.
        readings: Those that overrule what was read, each with its kind.
    """

    lines: tuple[Correction, ...] = field(default=())
    readings: tuple[tuple[str, ReadingEntry], ...] = field(default=())

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

    def with_aliases(self, find_aliases: Callable[[], Mapping[str, str]]) -> Corrections:
        """The corrections, each finding whose flag is dismissed named as all sources name it.

        Args:
            find_aliases: Gives the last part of the address of each finding, by its former ones;
                asked only if there are such corrections, since it takes a while.
        """
        aliases = find_aliases() if any(line.flag for line in self.lines) else {}
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
    return corrections_of([entry for path in (BUNDLED, *paths) for entry in read_entries(path)])


def corrections_of(entries: Sequence[tuple[str, CorrectionEntry]]) -> Corrections:
    """The corrections that some entries say, each with its kind.

    Those of readings keep their order, in which each was made on what the others had left.
    """
    ordered = sorted(entries, key=lambda item: item[1].day)
    return Corrections(
        tuple(
            as_correction(kind, entry)
            for kind, entry in ordered
            if not isinstance(entry, ReadingEntry)
        ),
        tuple((kind, entry) for kind, entry in entries if isinstance(entry, ReadingEntry)),
    )


def _follow(into: dict[EntityKey, EntityKey], entity: EntityKey) -> EntityKey:
    seen = {entity}
    while entity in into and into[entity] not in seen:
        entity = into[entity]
        seen.add(entity)
    return entity
