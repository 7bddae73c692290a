"""Keeps what was read of each record until all records are read, then deals it out by report.

Cases wait packed, a few hundred bytes each, so that tens of thousands of them cost little memory.
"""

from __future__ import annotations

import pickle
import zlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from loaders.responses.linking.printed_answers import Documents, committee_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.records.findings import Finding
    from loaders.responses.linking.cases import Case
    from loaders.responses.linking.printed_answers import PrintedItem

Scope = tuple[str, ...]
"""A report, or a committee where the report is not known; its first field says which."""

REPORT, COMMITTEE = "report", "committee"

JOB = 500
"""Cases that are surveyed in one go, unless one scope holds more."""


@dataclass(frozen=True, slots=True)
class SerializedCase:
    """A case, or an item of a document, on its way to the survey, with the scope it belongs to."""

    scope: Scope
    content: bytes
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """All cases of one scope.

    Attributes:
        scope: The report or committee.
        contents: The packed cases.
        items: The packed items of documents that answer the report or committee.
    """

    scope: Scope
    contents: tuple[bytes, ...]
    items: tuple[bytes, ...] = ()

    @property
    def one_report(self) -> bool:
        """True if all are of one report."""
        return self.scope[0] == REPORT

    def cases(self) -> list[Case]:
        """The cases, unpacked."""
        return [_unpacked(content) for content in self.contents]

    def documents(self) -> Documents:
        """The items of documents, ready to be found."""
        return Documents(_unpacked(content) for content in self.items)


Job = list[CaseGroup]


def scope_of(finding: Finding) -> Scope:
    """Where to look for what else there is of an answer to a finding."""
    if finding.report:
        return REPORT, *finding.report.key
    return COMMITTEE, committee_key(finding.committee)


def pack(case: Case) -> SerializedCase:
    """Pack a case for the survey."""
    return SerializedCase(scope_of(case.record.finding), _packed(case))


def pack_item(item: PrintedItem) -> Iterator[SerializedCase]:
    """Pack an item for the surveys of its report, and of its committee at large."""
    content = _packed(item)
    yield SerializedCase((REPORT, *item.key.report), content, is_item=True)
    if item.committee:
        yield SerializedCase((COMMITTEE, committee_key(item.committee)), content, is_item=True)


def _packed(item: Case | PrintedItem) -> bytes:
    return zlib.compress(pickle.dumps(item, pickle.HIGHEST_PROTOCOL), level=1)


def _unpacked(content: bytes) -> Any:  # noqa: ANN401 - whoever unpacks knows what was packed
    return pickle.loads(zlib.decompress(content))  # noqa: S301 - packed by this very program


class CaseQueue:
    """Collects packed cases and deals them out in jobs."""

    def __init__(self) -> None:
        """Begin empty."""
        self._cases: defaultdict[Scope, list[bytes]] = defaultdict(list)
        self._items: defaultdict[Scope, list[bytes]] = defaultdict(list)

    def add(self, serialized: Iterable[SerializedCase]) -> None:
        """Keep cases and items, in the order in which they are given."""
        for packed in serialized:
            contents = self._items if packed.is_item else self._cases
            contents[packed.scope].append(packed.content)

    def jobs(self) -> Iterator[Job]:
        """Deal out all groups, the largest first so that no worker is left with it at the end."""
        job: Job = []
        for scope in sorted(self._cases, key=lambda scope: (-len(self._cases[scope]), scope)):
            items = tuple(self._items.get(scope, ()))
            job.append(CaseGroup(scope, tuple(self._cases.pop(scope)), items))
            if sum(len(group.contents) for group in job) >= JOB:
                yield job
                job = []
        if job:
            yield job
