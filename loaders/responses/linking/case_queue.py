"""Keeps what was read of each record until all records are read, then deals it out by report.

Cases wait serialised, a few hundred bytes each, so that many thousands of them cost little memory.
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
"""Cases that are linked in one go, unless one scope holds more."""


@dataclass(frozen=True, slots=True)
class SerializedCase:
    """A case or an item of a document, on its way to being linked, with the scope it is in."""

    scope: Scope
    content: bytes
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """All cases of one scope.

    Attributes:
        scope: The report or committee.
        contents: The serialised cases.
        items: The serialised items of documents that answer the report or committee.
    """

    scope: Scope
    contents: tuple[bytes, ...]
    items: tuple[bytes, ...] = ()

    @property
    def one_report(self) -> bool:
        """True if all are of one report."""
        return self.scope[0] == REPORT

    def cases(self) -> list[Case]:
        """The cases."""
        return [_deserialized(content) for content in self.contents]

    def documents(self) -> Documents:
        """The items of documents, ready to be found."""
        return Documents(_deserialized(content) for content in self.items)


Job = list[CaseGroup]


def scope_of(finding: Finding) -> Scope:
    """Where to look for what else there is of an answer to a finding."""
    if finding.report:
        return REPORT, *finding.report.key
    return COMMITTEE, committee_key(finding.committee)


def serialize_case(case: Case) -> SerializedCase:
    """Serialise a case, to be linked to those of its report."""
    return SerializedCase(scope_of(case.record.finding), _serialized(case))


def serialize_item(item: PrintedItem) -> Iterator[SerializedCase]:
    """Serialise an item, for the cases of its report and of its committee at large."""
    content = _serialized(item)
    yield SerializedCase((REPORT, *item.key.report), content, is_item=True)
    if item.committee:
        yield SerializedCase((COMMITTEE, committee_key(item.committee)), content, is_item=True)


def _serialized(value: Case | PrintedItem) -> bytes:
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), level=1)


def _deserialized(content: bytes) -> Any:  # noqa: ANN401 - the caller knows what was serialised
    return pickle.loads(zlib.decompress(content))  # noqa: S301 - serialised by this very program


class CaseQueue:
    """Collects serialised cases and deals them out in jobs."""

    def __init__(self) -> None:
        """Begin empty."""
        self._cases: defaultdict[Scope, list[bytes]] = defaultdict(list)
        self._items: defaultdict[Scope, list[bytes]] = defaultdict(list)

    def add(self, serialized: Iterable[SerializedCase]) -> None:
        """Keep cases and items, in the order in which they are given."""
        for each in serialized:
            waiting = self._items if each.is_item else self._cases
            waiting[each.scope].append(each.content)

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
