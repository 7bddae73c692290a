"""What was decided of all records of a build, and the records with the keys that were decided."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.identity import finding_slug
from graph.records.authorities import Organisation
from graph.records.findings import Report
from graph.records.source_record import (
    AuthorityRecord,
    FindingRecord,
    PublicationRecord,
    ResponseDocumentRecord,
)
from loaders.identity.comparable_words import comparable_words
from loaders.identity.decision import decide
from loaders.identity.publications import PublicationEvidence, PublicationLinks
from loaders.identity.reports import ReportIdentity
from loaders.identity.units import make_units
from loaders.identity.witnesses import REPORT_NUMBERS, record_id, witnesses_of
from loaders.references.committees import committee_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from graph.records.finding_identity import IdentityCandidate, IdentityDecision, RecordId
    from graph.records.findings import Finding, Key
    from graph.records.mentions import Correction
    from graph.records.publications import Publication
    from graph.records.response_documents import Response, ResponseItem
    from graph.records.source_record import SourceRecord
    from loaders.identity.comparable_words import ComparableWords
    from loaders.identity.decision import Pair
    from loaders.identity.units import Unit
    from loaders.identity.witnesses import Witness


_COMMITTEE = re.compile(r"\bcommittee\b", re.IGNORECASE)

SAME = "same-finding"
"""Type of the corrections that say two findings are one."""


class IdentityEvidence:
    """Collects what records tell of the findings they are about."""

    def __init__(self, words: Callable[[str], ComparableWords] = comparable_words) -> None:
        """Begin empty; `words` gives the comparable words of a text."""
        self._comparable_words = words
        self._witnesses: dict[Witness, None] = {}
        self._reports: dict[Report, None] = {}
        self._committees: dict[str, str] = {}
        self._publications = PublicationEvidence()
        self._respondents: defaultdict[Key, set[str]] = defaultdict(set)

    def add(self, record: SourceRecord) -> None:
        """Keep what a record tells."""
        if isinstance(record.content, AuthorityRecord):
            self._committees |= _committees_in(record.content)
        for witness in witnesses_of(record, self._comparable_words):
            self._witnesses[witness] = None
            if witness.report:
                self._reports[witness.report] = None
        if isinstance(record.content, ResponseDocumentRecord):
            for response in record.content.responses:
                self._reports |= dict.fromkeys(response.reports)
            self._publications.add_document(record, record.content)
            for item in record.content.items:
                self._respondents[item.report] |= {item.respondent, *item.joint_respondents}
        elif isinstance(record.content, PublicationRecord):
            for publication in record.content.publications:
                self._add_publication(publication)

    def _add_publication(self, publication: Publication) -> None:
        self._publications.add_publication(publication)
        answered = (report for each in publication.responses for report in each.reports)
        reports = [publication.report] if publication.report else []
        self._reports |= dict.fromkeys([*reports, *answered])

    def decide(self, corrections: Iterable[Correction] = ()) -> Identities:
        """Decide which records are about one finding.

        Args:
            corrections: What people say of findings that are one, or are not, oldest first.
        """
        links = self._publications.decide()
        linked = list(links.linked_reports())
        unnamed = {Report(own): None for own, _ in linked}
        reports = ReportIdentity(self._reports | unnamed, linked)
        witnesses = [_with_report(witness, links, reports) for witness in self._witnesses]
        units = make_units(witnesses, reports)
        same, apart = _corrected(units, corrections)
        decided = decide(units, same, apart)
        keys = {name: decided.keys[unit.key] for unit in units for name in unit.names}
        return Identities(
            keys,
            reports,
            _known_reports(units, decided.keys, reports),
            _known_numbers(units, decided.keys),
            self._committees,
            _respondents(self._respondents, reports),
            decided.decisions,
            decided.candidates,
            links,
        )


@dataclass(frozen=True, slots=True)
class Identities:
    """Which records are about one finding.

    Attributes:
        keys: The key of the finding, by record and the key by which the record knows it.
        reports: The reports that sources speak of.
        known_reports: The report of each finding of which some record shows it.
        known_numbers: The kinds and numbers that each finding has in its report.
        committees: The name that a register gives a committee, by what forms of it have in common.
        respondents: Who answers each report in any document, as printed, by the report's key.
        decisions: Why records are about one finding.
        candidates: Findings that may be one.
        links: What Parliament's list links documents to.
    """

    keys: dict[tuple[RecordId, Key], Key]
    reports: ReportIdentity
    known_reports: dict[Key, Report] = field(default_factory=dict)
    known_numbers: dict[Key, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    committees: dict[str, str] = field(default_factory=dict)
    respondents: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    decisions: tuple[IdentityDecision, ...] = ()
    candidates: tuple[IdentityCandidate, ...] = ()
    links: PublicationLinks = field(default_factory=PublicationLinks)

    def find_aliases(self) -> dict[str, str]:
        """The last part of the address of each finding, by that of each key that led to it."""
        return {finding_slug(raw): finding_slug(key) for (_, raw), key in self.keys.items()}

    def settle(self, record: SourceRecord) -> SourceRecord:
        """The record, with the keys under which all sources know its findings and reports."""
        content = record.content
        if isinstance(content, FindingRecord):
            return replace(record, content=self._settled(record_id(record), content))
        if isinstance(content, ResponseDocumentRecord):
            return replace(record, content=self._document(record_id(record), content))
        if isinstance(content, PublicationRecord):
            settled = tuple(map(self._publication, content.publications))
            return replace(record, content=PublicationRecord(settled))
        return record

    def _document(
        self, record: RecordId, content: ResponseDocumentRecord
    ) -> ResponseDocumentRecord:
        issued, answered = self.links.issued(record), self.links.report_of(record)
        report = self.reports.report(answered) if answered else None
        return ResponseDocumentRecord(
            tuple(replace(self._response(each), known_issued=issued) for each in content.responses),
            tuple(self._item(record, item) for item in content.items),
            (self._report(report),) if report else (),
        )

    def _publication(self, publication: Publication) -> Publication:
        report = publication.report
        return replace(
            publication,
            report=self._report(report) if report else None,
            responses=tuple(map(self._response, self.links.responses(publication))),
        )

    def _settled(self, record: RecordId, content: FindingRecord) -> FindingRecord:
        def key(raw: Key) -> Key:
            return self.keys.get((record, raw), raw)

        entry, curation, reply = content.tracker_entry, content.curation, content.reply
        return replace(
            content,
            finding=self._finding(record, content.finding),
            reply=replace(reply, finding=key(reply.finding)) if reply else None,
            tracker_entry=replace(entry, finding=key(entry.finding)) if entry else None,
            positions=tuple(replace(each, finding=key(each.finding)) for each in content.positions),
            commitments=tuple(
                replace(each, finding=key(each.finding)) for each in content.commitments
            ),
            curation=replace(curation, finding=key(curation.finding)) if curation else None,
            answered=self._finding(record, content.answered) if content.answered else None,
        )

    def _finding(self, record: RecordId, finding: Finding) -> Finding:
        key = self.keys.get((record, finding.key), finding.key)
        report, known = finding.report, self.known_reports.get(key)
        return replace(
            finding,
            key=key,
            committee=self._committee(finding.committee),
            report=self._report(report) if report else None,
            known_report=self._report(known) if known else None,
            known_numbers=self.known_numbers.get(key, ()),
            known_respondents=self._known_respondents(known or report),
        )

    def _known_respondents(self, report: Report | None) -> tuple[str, ...]:
        return self.respondents.get(self.reports.key(report.key), ()) if report else ()

    def _response(self, response: Response) -> Response:
        return replace(response, reports=tuple(map(self._report, response.reports)))

    def _report(self, report: Report) -> Report:
        committee = self._committee(report.committee)
        return replace(report, key=self.reports.key(report.key), committee=committee)

    def _committee(self, name: str | None) -> str | None:
        """The name that a register gives a committee; as printed where none knows it."""
        return self.committees.get(committee_key(name), name) if name else None

    def _item(self, record: RecordId, item: ResponseItem) -> ResponseItem:
        concluded = item.concluded
        return replace(
            item,
            report=self.reports.key(item.report),
            finding=self.keys.get((record, item.finding), item.finding),
            concluded=self.keys.get((record, concluded), concluded) if concluded else None,
        )


def _with_report(witness: Witness, links: PublicationLinks, reports: ReportIdentity) -> Witness:
    """A witness of a document, with the report that Parliament's list says it answers."""
    if witness.report or (answered := links.report_of(witness.record)) is None:
        return witness
    own = links.documents[witness.record].unnamed
    report = reports.report(answered)
    if report is None or len(own) != 1 or reports.key(own[0]) != report.key:
        return witness
    return replace(witness, report=report, committee=witness.committee or report.committee or "")


def _committees_in(content: AuthorityRecord) -> dict[str, str]:
    """The name of a committee of a register, by what forms of it have in common."""
    body = content.authority
    if not isinstance(body, Organisation) or not _COMMITTEE.search(body.name):
        return {}
    return {committee_key(body.name): body.name}


def _known_reports(
    units: Iterable[Unit], keys: dict[Key, Key], reports: ReportIdentity
) -> dict[Key, Report]:
    by_finding: dict[Key, Report] = {}
    for unit in units:
        report = reports.report(unit.report) if unit.report else None
        if report:
            by_finding[keys[unit.key]] = report
    return by_finding


def _respondents(
    printed: Mapping[Key, Iterable[str]], reports: ReportIdentity
) -> dict[Key, tuple[str, ...]]:
    """Who answers each report, by the key under which all sources know it."""
    by_report: defaultdict[Key, set[str]] = defaultdict(set)
    for report, names in printed.items():
        by_report[reports.key(report)].update(names)
    return {report: tuple(sorted(names)) for report, names in by_report.items()}


def _known_numbers(
    units: Iterable[Unit], keys: dict[Key, Key]
) -> dict[Key, tuple[tuple[str, str], ...]]:
    by_finding: defaultdict[Key, set[tuple[str, str]]] = defaultdict(set)
    for unit in units:
        numbers = {number for numbering, number in unit.numbers if numbering == REPORT_NUMBERS}
        by_finding[keys[unit.key]] |= {(kind, number) for kind in unit.kinds for number in numbers}
    return {key: tuple(sorted(numbers)) for key, numbers in by_finding.items() if numbers}


def _corrected(
    units: Sequence[Unit], corrections: Iterable[Correction]
) -> tuple[list[Pair], list[Pair]]:
    """Pairs of units that people say are one, and are two; what was said last holds."""
    lines = list(corrections)
    if not lines:
        return [], []
    positions: dict[str, int] = {}
    for position, unit in enumerate(units):
        for key in (*sorted(key for _, key in unit.names), unit.key):
            positions[finding_slug(key)] = position
    types: dict[Pair, str] = {}
    for line in lines:
        if line.finding in positions and line.other_finding in positions:
            left, right = sorted((positions[line.finding], positions[line.other_finding]))
            if left != right:
                types[left, right] = line.correction_type
    same = [pair for pair, correction_type in types.items() if correction_type == SAME]
    return same, [pair for pair in types if pair not in set(same)]
