"""What a source record says: claims of every kind, and where the record was read."""

from __future__ import annotations

from dataclasses import dataclass

from graph.records.authorities import Initiative, Organisation
from graph.records.findings import (
    Curation,
    Finding,
    Origin,
    Position,
    Reply,
    ReportedCommitment,
    TrackerEntry,
)
from graph.records.response_documents import Response, ResponseItem

Claim = (
    Organisation
    | Initiative
    | Finding
    | Reply
    | TrackerEntry
    | Position
    | ReportedCommitment
    | Curation
    | Response
    | ResponseItem
)


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One record of a source: becomes one named graph, whose provenance is `origin`."""

    origin: Origin
    claims: tuple[Claim, ...]
