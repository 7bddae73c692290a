"""Records of findings as the sources give them, made in a line each, to be known again or not."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from graph.identity import CONTENT, finding_key
from graph.records.findings import (
    Curation,
    Finding,
    FindingKind,
    Origin,
    Passage,
    Report,
    TrackerEntry,
)
from graph.records.response_documents import Response, ResponseItem, ResponseKind
from graph.records.source_record import FindingRecord, ResponseDocumentRecord, SourceRecord
from loaders.identity.identities import IdentityEvidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.records.findings import Key
    from graph.records.mentions import Correction
    from loaders.identity.identities import Identities

PAC = "Public Accounts Committee"
TRACKER = "accountability-index"
REPORT = Report(
    ("hc", "2022-23", "HC 730"),
    title="Care of young people at risk",
    committee=PAC,
    hc_number="HC 730",
    session="2022-23",
)


def origin(source: str, name: str) -> Origin:
    digest = sha256(f"{source} {name}".encode()).hexdigest()
    return Origin(source, "1", name, digest, None, None, "https://example.org/licence", "Somebody")


def page(  # noqa: PLR0913 - a page shows all of these or not
    words: str,
    number: str,
    *,
    at: int | None = None,
    committee: str | None = PAC,
    report: Report | None = None,
    kind: FindingKind = FindingKind.RECOMMENDATION,
    host: str = "accountabilityindex.uk",
) -> SourceRecord:
    """A tracker's page, with its address or pasted without it."""
    key: Key = (TRACKER, "4", str(at)) if at else (CONTENT, committee or "", number, words)
    finding = Finding(key, kind, committee, number, text=Passage(words, 0), report=report)
    entry = TrackerEntry(key, TRACKER, number)
    name = f"{host} {at} {number} {words}"
    return SourceRecord(origin("record_pages", name), FindingRecord(finding, tracker_entry=entry))


def minute(
    restated: Sequence[tuple[str, str | None]],
    report: Report = REPORT,
    name: str = "minute",
    conclusions: Sequence[str] = (),
) -> SourceRecord:
    """A document that answers a report, item by item: number and restated recommendation."""
    response: Key = ("command-paper", name, "HM Government")
    items = tuple(
        ResponseItem(
            response,
            "HM Government",
            report.key,
            number,
            finding_key(report.key, FindingKind.RECOMMENDATION, number),
            concluded=finding_key(report.key, FindingKind.CONCLUSION, number)
            if conclusion
            else None,
            conclusion=Passage(conclusion, 0) if conclusion else None,
            recommendation=Passage(words, 0) if words else None,
        )
        for (number, words), conclusion in zip(
            restated, [*conclusions, *[""] * (len(restated) - len(conclusions))], strict=True
        )
    )
    paper = Response(response, ResponseKind.TREASURY_MINUTE, "HM Government", reports=(report,))
    content = ResponseDocumentRecord((paper,), items)
    return SourceRecord(origin("treasury_minutes", f"{name} {restated}"), content)


def _concluded(report: Report, number: str) -> Key:
    return finding_key(report.key, FindingKind.CONCLUSION, number)


def facts(
    number: str,
    kind: FindingKind = FindingKind.RECOMMENDATION,
    *,
    at: int | None = None,
    report: Report | None = REPORT,
) -> SourceRecord:
    """Facts that a curator read of a finding, on its page or in its report."""
    place = report.key if report else ("facts", "somewhere")
    key: Key = (TRACKER, "4", str(at)) if at else finding_key(place, kind, number)
    finding = Finding(key, kind, PAC, number, report=report)
    record = FindingRecord(finding, curation=Curation(key, "A sentence of ours."))
    return SourceRecord(origin("finding_facts", f"{number} {kind} {at}"), record)


def identify(records: Iterable[SourceRecord], corrections: Iterable[Correction] = ()) -> Identities:
    """What is decided of some records."""
    evidence = IdentityEvidence()
    for record in records:
        evidence.add(record)
    return evidence.decide(corrections)


def findings_of(records: Sequence[SourceRecord], identities: Identities) -> list[tuple[Key, ...]]:
    """For each record, the keys of the findings that it is about, in the order of its items."""
    listed: list[tuple[Key, ...]] = []
    for record in records:
        content = identities.settle(record).content
        if isinstance(content, FindingRecord):
            listed.append((content.finding.key,))
        elif isinstance(content, ResponseDocumentRecord):
            listed.append(tuple(item.finding for item in content.items))
    return listed
