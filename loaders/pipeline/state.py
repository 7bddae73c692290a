"""The third stage: records, and what was extracted from them and linked, to N-Quads."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from graph.identity import span_of_text
from graph.records.replies import Due
from graph.records.source_record import FindingRecord
from graph.statements.answer_statements import AnswerStatements
from graph.statements.derived import DerivedStatements
from graph.statements.flag_statements import flag_statements
from graph.statements.ntriples import in_both_graphs, in_default_graph, iri
from graph.statements.provenance import is_provenance, provenance
from graph.statements.record_iris import FindingIris
from graph.statements.record_statements import record_statements
from graph.statements.retold_words import tag_printed, tag_quoted
from graph.statements.text_annotations import SpokenMention, TextAnnotations
from loaders.names.addressees import ASKED
from loaders.pipeline.preamble import VERSION
from loaders.responses.commitments.dates import times

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.identity import IriFactory
    from graph.records.answer_links import DistinctAnswer
    from graph.records.findings import Curation, ReportedCommitment
    from graph.records.mentions import DocumentSpan, EntityKey
    from graph.records.quality_flags import Flag
    from graph.records.source_record import SourceRecord
    from graph.statements.ntriples import Statement
    from graph.statements.record_iris import RecordIris
    from loaders.corrections.hand_corrections import Corrections
    from loaders.pipeline.extract import Extraction, RecordText, TextExtraction
    from loaders.pipeline.link import LinkedGroup


class QuadWriter:
    """Writes what records say and what the run worked out from them, as N-Quads."""

    def __init__(self, iris: IriFactory, corrections: Corrections) -> None:
        """Make IRIs with `iris`, and mark the flags that `corrections` dismiss."""
        self._iris = iris
        self._derived = DerivedStatements(iris, VERSION)
        self._answers = AnswerStatements(iris)
        self._dismissed = corrections.dismissed

    def write_derived(
        self, record: SourceRecord, minted: RecordIris, extraction: Extraction
    ) -> str:
        """Write what was extracted from a record; what it says by itself is `record_quads`."""
        derived: Iterator[Statement] = chain(
            self._reported(record, minted),
            self._addressed(minted, extraction),
            self._texts(minted, extraction.texts),
            *(
                self._answers.item(
                    reading.item, minted.items[reading.number], reading.reply, extraction.issued
                )
                for reading in extraction.items
            ),
            self._flags(record.content, minted.shown, extraction.flags)
            if isinstance(record.content, FindingRecord) and minted.shown
            else (),
        )
        if record.origin.retold:
            derived = tag_quoted(derived)
        return in_default_graph(derived)

    def write_links(self, linked: LinkedGroup) -> str:
        """Write what a group of records shows side by side."""
        answers = chain.from_iterable(map(self._answer, linked.answers))
        raised = (
            self._flags(case.record, FindingIris.mint(self._iris, case.record, case.origin), flags)
            for case, flags in linked.flags
            if flags
        )
        return in_default_graph(answers) + in_default_graph(chain.from_iterable(raised))

    def _answer(self, answer: DistinctAnswer) -> Iterator[Statement]:
        statements = self._answers.answer(answer)
        return tag_quoted(statements) if answer.retold else statements

    def _flags(
        self,
        content: FindingRecord,
        shown: FindingIris,
        flags: Iterable[Flag],
    ) -> Iterator[Statement]:
        key = shown.finding.rpartition("/")[2]
        for flag in flags:
            dismissed = self._dismissed.get((key, flag.code))
            yield from flag_statements(self._iris, flag, content, shown, dismissed)

    def _reported(self, record: SourceRecord, minted: RecordIris) -> Iterator[Statement]:
        """State what follows from what a record says, its texts not counted."""
        content = record.content
        if not isinstance(content, FindingRecord) or minted.shown is None:
            return
        if content.curation:
            yield from self._derived.concerns(
                minted.shown.finding, _entities_read(content.curation)
            )
        for position in content.positions:
            yield from self._derived.stance(self._iris.finding(position.finding), position)
        for commitment in content.commitments:
            yield from self._due(commitment)

    def _addressed(self, minted: RecordIris, extraction: Extraction) -> Iterator[Statement]:
        """State whom a finding asks to act, where a tracker prints who that is."""
        if minted.shown:
            bodies: list[EntityKey] = [("organisation", key) for key in extraction.addressees]
            yield from self._derived.addressed(minted.shown.finding, bodies)

    def _due(self, commitment: ReportedCommitment) -> Iterator[Statement]:
        """State the days that the words for the time of a reported commitment can mean."""
        subject, due = iri(self._iris.commitment(commitment)), commitment.due
        if commitment.day:
            yield from self._derived.due(subject, Due(due, commitment.day, commitment.day))
        elif first := next(iter(times(due, 0, len(due), None)), None):
            yield from self._derived.due(subject, first.due)

    def _texts(self, minted: RecordIris, texts: Sequence[TextExtraction]) -> Iterator[Statement]:
        text_iris = [_text_iri(minted, text.source) for text in texts]
        for text, text_iri in zip(texts, text_iris, strict=True):
            yield from self._annotations(text, text_iri, text_iris)
            yield from self._derived.candidates(text.names.candidates)
            yield from self._shortcuts(text, minted)

    def _annotations(
        self, text: TextExtraction, text_iri: str, text_iris: Sequence[str]
    ) -> Iterator[Statement]:
        """State what stands in one of the texts of a record."""
        annotations = TextAnnotations(self._iris, text_iri, text.source.text, text.sentences)
        yield from annotations.noise(text.cleaned)
        yield from annotations.mentions(
            [
                SpokenMention(
                    mention,
                    text.source.voice(mention),
                    _span_iri(text_iris, mention.basis) if mention.basis else None,
                )
                for mention in text.names.mentions
            ]
        )
        for ambiguity in text.names.ambiguous:
            yield from annotations.unclear(ambiguity)
        for span in text.names.unresolved:
            yield from annotations.open_expression(span)
        for relation in text.names.relations:
            yield from annotations.relation(relation)

    def _shortcuts(self, text: TextExtraction, minted: RecordIris) -> Iterator[Statement]:
        """State shortcut edges. A reply mentions only what the government's own words name.

        Names in footnotes and running heads are mentions, but no finding concerns them.
        """
        source = text.source
        in_argument = [mention for mention in text.names.mentions if not mention.in_noise]
        holder, finding = _holder_and_finding(minted, source)
        if not source.echoes:
            own = (item.entity for item in in_argument if source.voice(item) is source.owner)
            yield from self._derived.mentions(holder, dict.fromkeys(own))
        if source.reply is None:
            addressees = (item.entity for item in in_argument if item.role == ASKED)
            yield from self._derived.addressed(finding, dict.fromkeys(addressees))
        entities = (mention.entity for mention in in_argument)
        yield from self._derived.concerns(finding, dict.fromkeys(entities))


@dataclass(frozen=True, slots=True)
class RecordQuads:
    """What is stated of a record, nothing derived from it, as N-Quads.

    Attributes:
        own: What it says, each statement in its own graph first and then in the default graph.
        about: Where it was read and whose words it holds, in the default graph alone.
    """

    own: str
    about: str

    @property
    def nquads(self) -> str:
        """Both, one after the other."""
        return self.own + self.about

    def in_default_graph(self) -> list[bytes]:
        """The lines of both that stand in the default graph."""
        return [*self.own.encode().splitlines()[1::2], *self.about.encode().splitlines()]


def record_quads(iris: IriFactory, record: SourceRecord, minted: RecordIris) -> RecordQuads:
    """State what a record says, and where it was read; nothing derived from it."""
    graph = iri(minted.record)
    statements = record_statements(iris, record, minted)
    if record.origin.retold:
        statements = tag_printed(statements)
    about = list(provenance(iris, record.origin, graph))
    own: list[Statement] = []
    for statement in statements:
        (about if is_provenance(statement) else own).append(statement)
    return RecordQuads(in_both_graphs(graph, own), in_default_graph(about))


def _text_iri(minted: RecordIris, text: RecordText) -> str:
    if text.item is not None:
        item = minted.items[text.item]
        restated = item.concluded_text if text.concluded else item.answered_text
        address = item.text if text.reply else restated
    elif minted.shown and text.reply:
        address = minted.shown.reply_text
    else:
        address = minted.shown.text if minted.shown else None
    if address is None:
        raise ValueError("a text was extracted that the record does not show")
    return address


def _holder_and_finding(minted: RecordIris, text: RecordText) -> tuple[str, str]:
    """IRIs of the finding, reply or item whose text it is, and of the finding it stands with."""
    if text.item is not None:
        item = minted.items[text.item]
        finding = item.concluded if text.concluded and item.concluded else item.finding
        return item.item if text.reply else finding, finding
    if minted.shown is None:
        raise ValueError("a text was extracted that the record does not show")
    reply = minted.shown.reply if text.reply else None
    return reply or minted.shown.finding, minted.shown.finding


def _span_iri(text_iris: Sequence[str], span: DocumentSpan) -> str:
    """IRI of a span in one of the texts of a record."""
    number, start, end = span
    return span_of_text(text_iris[number], (start, end))


def _entities_read(curation: Curation) -> list[EntityKey]:
    return [
        *(("organisation", key) for key in curation.organisations),
        *(("initiative", key) for key in curation.initiatives),
    ]
