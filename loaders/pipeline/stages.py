"""The stages of a build put together, for whatever process does the work."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from graph.identity import IriFactory
from graph.records.source_record import FindingRecord, ResponseDocumentRecord, restated_findings
from graph.statements.finding_statements import finding_name
from graph.statements.record_iris import RecordIris
from loaders.pipeline.extract import extract, read_answers
from loaders.pipeline.link import link
from loaders.pipeline.record_failures import not_extracted, not_linked, not_stated
from loaders.pipeline.report import BuildCounts
from loaders.pipeline.stage_memory import digests, record_name
from loaders.pipeline.state import QuadWriter, RecordQuads, record_quads
from loaders.responses.linking.case_queue import (
    serialize_case,
    serialize_finding,
    serialize_item,
    serialize_restated,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.records.findings import Finding
    from graph.records.source_record import SourceRecord
    from loaders.corrections.hand_corrections import Corrections
    from loaders.names.recogniser import Recogniser
    from loaders.pipeline.extract import Extraction
    from loaders.pipeline.preamble import LabelRank
    from loaders.pipeline.record_failures import RecordFailure
    from loaders.responses.linking.case_queue import Job, Scope, SerializedCase


@dataclass(frozen=True, slots=True)
class RecordNote:
    """What was made of one record, for whoever changes the graph later.

    Attributes:
        name: The name under which it is remembered.
        labels: What findings may be called because of it; see `RecordMemory`.
        scopes: The reports and committees among whose answers its own are.
        statements: Digests of its statements in the default graph.
    """

    name: str
    labels: tuple[tuple[str, int, str], ...]
    scopes: tuple[Scope, ...]
    statements: bytes


@dataclass(frozen=True, slots=True)
class StageOutput:
    """What came of one piece of work; the one message that a process sends back for it.

    Attributes:
        nquads: Everything that the graph says because of it, in UTF-8.
        counts: What was extracted, and how long it took.
        cases: What was read in replies, to be linked to that of other records.
        labels: What each finding may be called, by its IRI.
        failures: Records that defeated the program.
        notes: What was made of each record.
        linked: Reports and committees that were linked, in the order of the N-Quads, each with the
            bytes that they take there and its distinct answers.
        part: Digest of the part in which a worker has left the N-Quads; empty if they are here.
        links: File in which a worker has left what the cases hold; empty if they hold it.
    """

    nquads: bytes
    counts: BuildCounts
    cases: tuple[SerializedCase, ...] = ()
    labels: tuple[tuple[str, LabelRank], ...] = ()
    failures: tuple[RecordFailure, ...] = ()
    notes: tuple[RecordNote, ...] = ()
    linked: tuple[tuple[Scope, int, int], ...] = ()
    part: str = ""
    links: str = ""


class Stages:
    """Does the work of the stages: one recogniser and one writer for any number of records."""

    def __init__(self, base: str, recogniser: Recogniser, corrections: Corrections) -> None:
        """Make IRIs below `base`, and recognise names with `recogniser`."""
        self._iris = IriFactory(base, recogniser.registered_body)
        self._recogniser = recogniser
        self._writer = QuadWriter(self._iris, corrections)

    def extract_and_state(self, records: Sequence[SourceRecord]) -> StageOutput:
        """State records, and what each of them shows by itself.

        A record that defeats the program is stated without what its texts show, if it can be.
        """
        counts = BuildCounts()
        pieces: list[bytes] = []
        cases: list[SerializedCase] = []
        labels: list[tuple[str, LabelRank]] = []
        failures: list[RecordFailure] = []
        notes: list[RecordNote] = []
        for record in records:
            try:
                extraction = extract(record, self._recogniser, counts)
                with counts.stage("state"):
                    minted = RecordIris.mint(self._iris, record)
                    own = record_quads(self._iris, record, minted)
                    derived = self._writer.write_derived(record, minted, extraction).encode()
                to_link = tuple(_cases_to_link(record, extraction))
                named = tuple(self._labels(record))
                cases += to_link
                labels += named
                notes.append(_note(record, own, derived, to_link, named))
            except Exception as error:
                alone, failure = self._state_alone(record, error)
                pieces.append(alone)
                failures.append(failure)
                continue
            for text in extraction.texts:
                counts.count_text(text.cleaned, text.names)
            pieces += own.nquads.encode(), derived
        return StageOutput(
            b"".join(pieces), counts, tuple(cases), tuple(labels), tuple(failures), tuple(notes)
        )

    def read_cases(self, records: Sequence[SourceRecord]) -> StageOutput:
        """What records bring to the linking of answers; nothing is stated."""
        counts = BuildCounts()
        cases = [
            each for record in records for each in _cases_to_link(record, read_answers(record))
        ]
        return StageOutput(b"", counts, tuple(cases))

    def _state_alone(self, record: SourceRecord, error: Exception) -> tuple[bytes, RecordFailure]:
        """State what a record says, and nothing that its texts show."""
        try:
            minted = RecordIris.mint(self._iris, record)
            quads = record_quads(self._iris, record, minted).nquads.encode()
        except Exception as second_error:
            return b"", not_stated(record, second_error)
        return quads, not_extracted(record, error)

    def link_and_state(self, job: Job) -> StageOutput:
        """State what replies show side by side: distinct answers, and the flags that raises."""
        counts = BuildCounts()
        pieces: list[bytes] = []
        failures: list[RecordFailure] = []
        parts: list[tuple[Scope, int, int]] = []
        for group in job:
            try:
                with counts.stage("link"):
                    linked = link(group)
                with counts.stage("state"):
                    pieces.append(self._writer.write_links(linked).encode())
                parts.append((group.scope, len(pieces[-1]), len(linked.answers)))
            except Exception as error:
                failures.append(not_linked(group.scope, error))
                continue
            counts.answers += len(linked.answers)
        nquads = b"".join(pieces)
        return StageOutput(nquads, counts, failures=tuple(failures), linked=tuple(parts))

    def _labels(self, record: SourceRecord) -> Iterator[tuple[str, LabelRank]]:
        content = record.content
        if isinstance(content, FindingRecord):
            for finding in (content.finding, content.answered):
                if finding:
                    yield self._iris.finding(finding.key), _rank(finding, in_report=False)
        elif isinstance(content, ResponseDocumentRecord):
            for finding in restated_findings(content):
                yield self._iris.finding(finding.key), _rank(finding, in_report=True)


def _note(
    record: SourceRecord,
    own: RecordQuads,
    derived: bytes,
    cases: Sequence[SerializedCase],
    labels: Iterable[tuple[str, LabelRank]],
) -> RecordNote:
    """What is remembered of a record."""
    scopes = dict.fromkeys(case.scope for case in cases)
    in_default_graph = (*own.in_default_graph(), *derived.splitlines())
    return RecordNote(
        record_name(record),
        tuple((finding, lacks, name) for finding, (lacks, name) in labels),
        tuple(scopes),
        digests(in_default_graph),
    )


def _rank(finding: Finding, *, in_report: bool) -> LabelRank:
    """A name of a finding; one with the report, by its title, and with its number there is best."""
    report = finding.standing_in
    lacks = (report is None, report is None or not report.title, not in_report)
    return sum(flag << place for place, flag in enumerate(reversed(lacks))), finding_name(finding)


def _cases_to_link(record: SourceRecord, extraction: Extraction) -> Iterator[SerializedCase]:
    """What the linking of answers needs of a record: replies, items, and the findings it names."""
    content, case = record.content, extraction.case
    if case and (case.record.finding.text or case.read_reply):
        yield serialize_case(case)
    yield from chain.from_iterable(map(serialize_item, extraction.printed))
    if isinstance(content, FindingRecord):
        named = [content.answered, None if case and case.read_reply else content.finding]
        yield from (serialize_finding(finding) for finding in named if finding)
    elif isinstance(content, ResponseDocumentRecord):
        for finding in restated_findings(content):
            yield from serialize_restated(finding)
