"""Keeps what was read of each record until all records are read, then deals it out by report.

Cases wait packed, a few hundred bytes each, so that tens of thousands of them cost little memory.
"""

from __future__ import annotations

import pickle
import zlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.records import Finding
    from loaders.answers.cases import Case

Scope = tuple[str, ...]
"""A report, or a committee where the report is not known; its first field says which."""

REPORT, COMMITTEE = "report", "committee"

JOB = 500
"""Cases that are surveyed in one go, unless one scope holds more."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A case on its way to the survey, with the scope it belongs to."""

    scope: Scope
    content: bytes


@dataclass(frozen=True, slots=True)
class Group:
    """All cases of one scope.

    Attributes:
        scope: The report or committee.
        contents: The packed cases.
    """

    scope: Scope
    contents: tuple[bytes, ...]

    @property
    def one_report(self) -> bool:
        """True if all are of one report."""
        return self.scope[0] == REPORT

    def cases(self) -> list[Case]:
        """The cases, unpacked."""
        return [pickle.loads(zlib.decompress(packed)) for packed in self.contents]  # noqa: S301 - packed by this very program


Job = list[Group]


def scope_of(finding: Finding) -> Scope:
    """Where to look for what else there is of an answer to a finding."""
    if finding.report:
        return REPORT, *finding.report.key
    return COMMITTEE, finding.committee or ""


def pack(case: Case) -> Packed:
    """Pack a case for the survey."""
    content = zlib.compress(pickle.dumps(case, pickle.HIGHEST_PROTOCOL), level=1)
    return Packed(scope_of(case.row.finding), content)


class Ledger:
    """Collects packed cases and deals them out in jobs."""

    def __init__(self) -> None:
        """Begin empty."""
        self._held: defaultdict[Scope, list[bytes]] = defaultdict(list)

    def add(self, told: Iterable[Packed]) -> None:
        """Keep cases, in the order in which they are given."""
        for packed in told:
            self._held[packed.scope].append(packed.content)

    def jobs(self) -> Iterator[Job]:
        """Deal out all groups, the largest first so that no worker is left with it at the end."""
        job: Job = []
        for scope in sorted(self._held, key=lambda scope: (-len(self._held[scope]), scope)):
            job.append(Group(scope, tuple(self._held.pop(scope))))
            if sum(len(group.contents) for group in job) >= JOB:
                yield job
                job = []
        if job:
            yield job
