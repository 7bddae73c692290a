"""Keeps what was read of each record until all records are read, then deals it out by report.

Cases wait serialised, a few hundred bytes each, so that many thousands of them cost little memory.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from graph.records.serialized_records import deserialize, serialize
from loaders.references.committees import committee_key
from loaders.responses.linking.printed_answers import Documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.records.findings import Finding, Key
    from loaders.responses.linking.cases import Case
    from loaders.responses.linking.printed_answers import PrintedItem

Scope = tuple[str, ...]
"""A report, or a committee where the report is not known; its first field says which."""

REPORT, COMMITTEE = "report", "committee"

Sort = Literal["case", "item", "finding"]
"""What is linked: a record with a reply, an item of a document, or a finding that is only named."""

JOB = 500
"""Cases that are linked in one go, unless one scope holds more."""


@dataclass(frozen=True, slots=True)
class SerializedCase:
    """A case, an item or a finding on its way to the linking of its scope.

    Attributes:
        scope: The scope.
        content: It, serialised.
        sort: What it is.
    """

    scope: Scope
    content: bytes
    sort: Sort = "case"


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """All cases of one scope.

    Attributes:
        scope: The report or committee.
        contents: The serialised cases.
        items: The serialised items of documents that answer the report or committee.
        findings: The serialised findings that sources name without a reply of their own.
    """

    scope: Scope
    contents: tuple[bytes, ...]
    items: tuple[bytes, ...] = ()
    findings: tuple[bytes, ...] = ()

    @property
    def one_report(self) -> bool:
        """True if all are of one report."""
        return self.scope[0] == REPORT

    def cases(self) -> list[Case]:
        """The cases, in an order that does not depend on that in which they were read."""
        cases: list[Case] = [_deserialized(content) for content in self.contents]
        return sorted(cases, key=_key_and_origin)

    def documents(self) -> Documents:
        """The items of documents, ready to be found."""
        return Documents(_deserialized(content) for content in self.items)

    def named(self) -> list[Finding]:
        """The findings that sources name without a reply of their own."""
        return [_deserialized(content) for content in self.findings]


Job = list[CaseGroup]


def scope_of(finding: Finding) -> Scope:
    """Where to look for what else there is of an answer to a finding."""
    if report := finding.standing_in:
        return REPORT, *report.key
    return COMMITTEE, committee_key(finding.committee)


def serialize_case(case: Case) -> SerializedCase:
    """Serialise a case, to be linked to those of its report."""
    return SerializedCase(scope_of(case.record.finding), _serialized(case))


def serialize_item(item: PrintedItem) -> Iterator[SerializedCase]:
    """Serialise an item, for the cases of its report and of its committee at large."""
    content = _serialized(item)
    yield SerializedCase((REPORT, *item.key.report), content, "item")
    if item.committee:
        yield SerializedCase((COMMITTEE, committee_key(item.committee)), content, "item")


def serialize_finding(finding: Finding) -> SerializedCase:
    """Serialise a finding that a record names, for the answers to it that others print."""
    return SerializedCase(scope_of(finding), _serialized(finding), "finding")


def serialize_restated(finding: Finding) -> Iterator[SerializedCase]:
    """Serialise a finding that a document restates, for its report and its committee at large."""
    content = _serialized(finding)
    if finding.report:
        yield SerializedCase((REPORT, *finding.report.key), content, "finding")
    if finding.committee and finding.text:
        yield SerializedCase((COMMITTEE, committee_key(finding.committee)), content, "finding")


def _key_and_origin(case: Case) -> tuple[Key, str, str]:
    origin = case.origin
    return case.record.finding.key, origin.source if origin else "", origin.sha256 if origin else ""


def _serialized(value: Case | PrintedItem | Finding) -> bytes:
    return zlib.compress(serialize(value), level=1)


def _deserialized(content: bytes) -> Any:  # noqa: ANN401 - the caller knows what was serialised
    return deserialize(zlib.decompress(content))


class CaseQueue:
    """Collects serialised cases and deals them out in jobs."""

    def __init__(self) -> None:
        """Begin empty."""
        self._waiting: dict[Sort, defaultdict[Scope, list[bytes]]] = {
            sort: defaultdict(list) for sort in ("case", "item", "finding")
        }

    def add(self, serialized: Iterable[SerializedCase]) -> None:
        """Keep cases, items and findings, in the order in which they are given."""
        for each in serialized:
            self._waiting[each.sort][each.scope].append(each.content)

    def jobs(self) -> Iterator[Job]:
        """Deal out all groups, the largest first so that no worker is left with it at the end."""
        job: Job = []
        cases, items, findings = self._waiting.values()
        for scope in sorted(cases, key=lambda scope: (-len(cases[scope]), scope)):
            others = tuple(items.get(scope, ())), tuple(findings.get(scope, ()))
            job.append(CaseGroup(scope, tuple(cases.pop(scope)), *others))
            if sum(len(group.contents) for group in job) >= JOB:
                yield job
                job = []
        if job:
            yield job
