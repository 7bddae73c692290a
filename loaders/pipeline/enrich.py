"""From records to N-Quads: what each says, and what the run derives from it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from itertools import chain, islice
from typing import TYPE_CHECKING

from graph.identity import IriFactory
from graph.records.findings import Curation, Finding, Position, ReportedCommitment
from graph.statements import (
    VOCABULARY_GRAPH,
    DerivedStatements,
    describe_source,
    record_iri,
    state,
    vocabulary,
)
from graph.statements.answers import AnswerStatements
from graph.statements.corrections import correction, correction_iri
from graph.statements.findings import finding_iri, finding_name, span_iri, undertaking_iri
from graph.statements.ntriples import in_both_graphs, in_default_graph, iri
from graph.statements.quality_flags import FlaggedRecord, quality_flag
from graph.statements.registers import initiative, organisation
from loaders.cleaning.rules import read as read_damage
from loaders.flags import quality_flags, rules_by_reach
from loaders.pipeline.registers import registers_digest
from loaders.pipeline.report import Tally
from loaders.pipeline.texts import issued, items_of, published, texts_of
from loaders.responses.commitments.dates import times
from loaders.responses.linking.case_queue import pack, pack_item
from loaders.responses.linking.cases import read_row, row_of
from loaders.responses.linking.cross_record import link_cases
from loaders.responses.linking.distinct_answers import answers_of
from loaders.responses.linking.printed_answers import printed_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.records.cleaned_text import CleanedText
    from graph.records.mentions import DocumentSpan, EntityKey, RecognisedNames
    from graph.records.source_record import SourceRecord
    from graph.statements.ntriples import Statement
    from loaders.corrections.hand_corrections import Corrections
    from loaders.names.recogniser import Recogniser
    from loaders.pipeline.texts import RecordText
    from loaders.responses.linking.case_queue import CaseGroup, Job, SerializedCase
    from loaders.responses.linking.cases import Case


VERSION = version("joinedup")


def preamble(iris: IriFactory, registers: Iterable[SourceRecord], corrections: Corrections) -> str:
    """What every graph says: its terms in words, how it was made, and how it was corrected."""
    terms = in_both_graphs(VOCABULARY_GRAPH, vocabulary())
    in_force = [correction_iri(iris, line) for line in corrections.lines]
    about = DerivedStatements(iris, VERSION).dataset(registers_digest(registers), in_force)
    return terms + in_default_graph(chain(about, _corrected(iris, corrections)))


def _corrected(iris: IriFactory, corrections: Corrections) -> Iterator[Statement]:
    """The corrections, and the candidates that they accept into the registers."""
    for line in corrections.lines:
        yield from correction(iris, line)
    organisations, initiatives = corrections.accepted()
    for body in organisations:
        yield from organisation(iris, body)
    for undertaking in initiatives:
        yield from initiative(iris, undertaking)


def described(iris: IriFactory, record: SourceRecord) -> str:
    """Who publishes the source of a record, and what read it; needed once for each source."""
    return in_default_graph(describe_source(iris, record.origin))


def stated(iris: IriFactory, record: SourceRecord) -> str:
    """What a record says, with where it was read; nothing derived from it."""
    return in_both_graphs(iri(record_iri(iris, record)), state(iris, record))


def called(iris: IriFactory, names: Mapping[str, Name]) -> str:
    """The one name of each finding, chosen when all that name it are read."""
    best = ((finding, name) for finding, (_, name) in sorted(names.items()))
    return in_default_graph(DerivedStatements(iris, VERSION).called(best))


Name = tuple[bool, str]
"""A name for a finding, after whether its report is unknown: the least is the best."""


@dataclass(frozen=True, slots=True)
class Enriched:
    """What came of some records.

    Attributes:
        nquads: Everything that the graph says because of each of them, in UTF-8.
        tally: What was found in them, and how long it took.
        told: What was read in their replies, for the survey beside those of other records.
        names: What each of their findings may be called, by its IRI.
    """

    nquads: bytes
    tally: Tally
    told: tuple[SerializedCase, ...] = ()
    names: tuple[tuple[str, Name], ...] = ()


class Enricher:
    """Reads the texts of records, recognises names in them, and states everything."""

    def __init__(self, base: str, recogniser: Recogniser, corrections: Corrections) -> None:
        """Mint IRIs at `base`, and recognise names with `recogniser`."""
        self._iris = IriFactory(base)
        self._recogniser = recogniser
        self._derived = DerivedStatements(self._iris, VERSION)
        self._answers = AnswerStatements(self._iris)
        self._dismissed = corrections.dismissed

    def enrich(self, records: Sequence[SourceRecord]) -> Enriched:
        """State records, and what each of their texts says by itself."""
        tally = Tally()
        told: list[SerializedCase] = []
        nquads = "".join([self._enrich(record, tally, told) for record in records])
        names = tuple(name for record in records for name in self._names(record))
        return Enriched(nquads.encode(), tally, tuple(told), names)

    def _names(self, record: SourceRecord) -> Iterator[tuple[str, Name]]:
        for claim in record.claims:
            if isinstance(claim, Finding):
                known = claim.report is None, finding_name(claim)
                yield finding_iri(self._iris, claim.key), known

    def link_cases(self, job: Job) -> Enriched:
        """State what replies say side by side: distinct answers, and the flags that shows."""
        tally = Tally()
        nquads = [self._survey(group, tally) for group in job]
        return Enriched("".join(nquads).encode(), tally)

    def _survey(self, group: CaseGroup, tally: Tally) -> str:
        with tally.stage("survey"):
            cases = link_cases(group.cases(), "/".join(group.scope), one_report=group.one_report)
            answers = list(answers_of(cases, group.documents()))
        tally.answers += len(answers)
        with tally.stage("state"):
            stated = in_default_graph(chain.from_iterable(map(self._answers.answer, answers)))
            flagged = (self._flags(case, beside_others=True) for case in cases)
            return stated + in_default_graph(chain.from_iterable(flagged))

    def _enrich(self, record: SourceRecord, tally: Tally, told: list[SerializedCase]) -> str:
        with tally.stage("read replies"):
            row = row_of(record.claims, record.origin)
            cases = [read_row(row)] if row else []
            items = items_of(record)
            told += [pack(case) for case in cases if case.row.finding.text or case.read]
            told += chain.from_iterable(map(pack_item, printed_in(record)))
        with tally.stage("recognise"):
            texts = texts_of(self._iris, record, cases, items)
            readings = [read_damage(text.text) for text in texts]
            names = self._recogniser.recognise_document(
                readings, published=published(record), voices=[text.owner for text in texts]
            )
        for reading, found in zip(readings, names, strict=True):
            tally.count(reading, found)
        with tally.stage("state"):
            said = stated(self._iris, record)
            date = issued(record)
            derived = chain(
                self._derive(record, texts, readings, names),
                *(self._answers.item(told.item, told.read, date) for told in items),
                *(self._flags(case, beside_others=False) for case in cases),
            )
            return said + in_default_graph(derived)

    def _flags(self, case: Case, *, beside_others: bool) -> Iterator[Statement]:
        """State the flags that a case shows by itself, or beside those of the same report."""
        row = case.row
        about = FlaggedRecord(row.finding, row.reply, row.origin if row.entry else None)
        finding = finding_iri(self._iris, row.finding.key).rpartition("/")[2]
        for flag in quality_flags(case, rules_by_reach(beside_others=beside_others)):
            dismissed = self._dismissed.get((finding, flag.code))
            yield from quality_flag(self._iris, flag, about, dismissed)

    def _derive(
        self,
        record: SourceRecord,
        texts: list[RecordText],
        readings: list[CleanedText],
        names: list[RecognisedNames],
    ) -> Iterator[Statement]:
        for claim in record.claims:
            if isinstance(claim, Curation):
                finding = finding_iri(self._iris, claim.finding)
                yield from self._derived.concerned(finding, _read(claim))
            elif isinstance(claim, ReportedCommitment):
                yield from self._dated(claim)
            elif isinstance(claim, Position):
                on = finding_iri(self._iris, claim.finding)
                yield from self._derived.positioned(on, claim)
        for text, reading, found in zip(texts, readings, names, strict=True):
            yield from self._annotate(text, reading, found, texts)
            yield from self._derived.candidates(found.candidates)
            yield from self._tie(text, found)

    def _dated(self, claim: ReportedCommitment) -> Iterator[Statement]:
        """The days that the words for the time of a reported undertaking can mean."""
        for found in islice(times(claim.due, 0, len(claim.due), None), 1):
            yield from self._derived.due(iri(undertaking_iri(self._iris, claim)), found.due)

    def _annotate(
        self,
        text: RecordText,
        reading: CleanedText,
        found: RecognisedNames,
        texts: list[RecordText],
    ) -> Iterator[Statement]:
        """State what stands in one of the texts of a record."""
        annotations = self._derived.annotations(text.text)
        yield from annotations.reading(reading)
        for mention in found.mentions:
            basis = self._span(texts, mention.basis) if mention.basis else None
            yield from annotations.mention(mention, text.voice(mention), basis)
        for unclear in found.ambiguous:
            yield from annotations.unclear(unclear)
        for relation in found.relations:
            yield from annotations.relation(relation)

    def _span(self, texts: list[RecordText], span: DocumentSpan) -> str:
        """IRI of a span in one of the texts of a record."""
        number, start, end = span
        return span_iri(self._iris, texts[number].text, (start, end))

    def _tie(self, text: RecordText, found: RecognisedNames) -> Iterator[Statement]:
        """Shortcut edges. A reply mentions only what the government's own words name.

        Names in footnotes and running heads are mentions, but no finding concerns them.
        """
        named = [mention for mention in found.mentions if not mention.in_noise]
        if not text.echoes:
            mine = (mention.entity for mention in named if text.voice(mention) is text.owner)
            yield from self._derived.mentioned(text.holder, dict.fromkeys(mine))
        everything = (mention.entity for mention in named)
        yield from self._derived.concerned(text.finding, dict.fromkeys(everything))


def _read(claim: Curation) -> list[EntityKey]:
    return [
        *(("organisation", key) for key in claim.organisations),
        *(("initiative", key) for key in claim.initiatives),
    ]
