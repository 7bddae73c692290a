"""What was read in answers: parts, what they answer, positions, undertakings and statuses.

All of it is derived and stands in the default graph. A part of an answer is one thing, wherever it
is printed, and so is each position in it: counting positions counts no copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rdflib.namespace import DCTERMS, PROV, RDF, RDFS

from graph.answers import Object
from graph.ntriples import Statement, english, iri, literal, partial_date, typed
from graph.statements.findings import finding, finding_iri, finding_label, reply_iri
from graph.statements.responses import item_iri
from ontology.schemes import BASIS, DELIVERY, POSITION, RULE, VOICE
from ontology.terms import CITO, JU, OA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.namespace import DefinedNamespace

    from graph.alignments import AnswerPart, DistinctAnswer, Tie
    from graph.answers import Commitment, ReadReply, Update, Verdict
    from graph.identity import Minter
    from graph.records import Reply, ResponseItem

A = iri(RDF.type)
LABEL = iri(RDFS.label)
AS_STATED = iri(JU.asStated)
STATED_ON = iri(JU.statedOn)
ON_FINDING = iri(JU.onFinding)
ATTRIBUTED = iri(PROV.wasAttributedTo)
DERIVED_FROM = iri(PROV.wasDerivedFrom)
REPLIES_TO = iri(CITO.repliesTo)
SHOWN_WITH = iri(JU.shownWith)
RESPONDENT = iri(JU.respondent)
IS_PART_OF = iri(DCTERMS.isPartOf)
GOVERNMENT = iri(VOICE.government)
ACTOR_AS_STATED = iri(JU.actorAsStated)
ALIGNMENT = iri(JU.Alignment)
HAS_BASIS = iri(JU.basis)
COMMITMENT = iri(JU.Commitment)
CONFIDENCE = iri(JU.confidence)
COPY_OF = iri(JU.copyOf)
DECISION = iri(JU.decision)
DELIVERY_STATUS = iri(JU.deliveryStatus)
DELIVERY_UPDATE = iri(JU.DeliveryUpdate)
DUE_AS_STATED = iri(JU.dueAsStated)
DUE_EARLIEST = iri(JU.dueEarliest)
DUE_LATEST = iri(JU.dueLatest)
GOVERNMENT_WORDS = iri(BASIS["government-words"])
HAS_BODY = iri(OA.hasBody)
HAS_TARGET = iri(OA.hasTarget)
IMPLEMENTED = iri(DELIVERY.implemented)
PARAGRAPH_NUMBER = iri(JU.paragraphNumber)
PART_NUMBER = iri(JU.partNumber)
PART_OF_REPLY = iri(JU.partOfReply)
A_POSITION = iri(JU.Position)
RELATED_FINDING = iri(JU.relatedFinding)
RESPONSE_PART = iri(JU.ResponsePart)
RESTATES = iri(JU.restates)
HAS_RULE = iri(JU.rule)
HAS_VOICE = iri(JU.voice)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where words were read: the part they stand in, its text, whose it is, and its date."""

    part: str
    text: str
    agent: str
    date: str | None
    on: tuple[str, ...]


class AnswerStatements:
    """Writes what was read in answers."""

    def __init__(self, mint: Minter) -> None:
        """Use `mint` for every IRI."""
        self._mint = mint

    def answer(self, answer: DistinctAnswer) -> Iterator[Statement]:
        """State a distinct answer: its copies, its parts, and all that was read in them."""
        fullest = iri(reply_iri(self._mint, answer.fullest.respondent, answer.fullest.text.text))
        copies = dict.fromkeys(
            iri(reply_iri(self._mint, copy.respondent, copy.text.text)) for copy in answer.copies
        )
        shown = dict.fromkeys(self._finding(copy.finding) for copy in answer.copies)
        for copy in copies:
            if copy != fullest:
                yield copy, COPY_OF, fullest
        for at, part in enumerate(answer.parts):
            digested = self._mint.digested("part", answer.digest, str(at))
            me = iri(item_iri(self._mint, part.item) if part.item else digested)
            for copy in copies:
                yield me, PART_OF_REPLY, copy
            yield from self._tied(me, part.ties, shown)
            if part.item is None:
                yield from self._read(me, part, answer.fullest)

    def _read(self, me: str, part: AnswerPart, reply: Reply) -> Iterator[Statement]:
        """State a part that no document prints: its numbers, and all that was read in it."""
        text = reply.text.text
        agent = iri(self._mint.named("organisation", reply.respondent))
        yield from self._part(me, part, text)
        yield me, RESPONDENT, agent
        if part.unseen:
            yield from finding(self._mint, part.unseen)
            yield from finding_label(self._mint, part.unseen)
            yield self._finding(part.unseen.key), DERIVED_FROM, me
        source = _Source(me, text, agent, None, tuple(self._finding(t.finding) for t in part.ties))
        about = [item for item in part.verdicts if item.object is Object.RECOMMENDATION]
        yield from self._said(source, about, part.commitments, part.updates)

    def item(self, item: ResponseItem, read: ReadReply, issued: str | None) -> Iterator[Statement]:
        """State what was read in an item of a response, which itself says what it answers."""
        me = iri(item_iri(self._mint, item))
        agent = iri(self._mint.named("organisation", item.respondent))
        text = item.reply.text if item.reply else ""
        for paragraph in read.shape.paragraphs:
            if paragraph.number:
                yield me, PARAGRAPH_NUMBER, literal(paragraph.number)
        verdicts = [verdict for part in read.verdicts for verdict in part]
        source = _Source(me, text, agent, issued, (self._finding(item.finding),))
        yield from self._said(
            source,
            [verdict for verdict in verdicts if verdict.object is Object.RECOMMENDATION],
            [commitment for part in read.commitments for commitment in part],
            [update for part in read.updates for update in part],
        )
        if item.concluded and item.concluded != item.finding:
            source = _Source(me, text, agent, issued, (self._finding(item.concluded),))
            on = [verdict for verdict in verdicts if verdict.object is Object.CONCLUSION]
            yield from self._said(source, on, (), ())

    def _part(self, me: str, part: AnswerPart, text: str) -> Iterator[Statement]:
        yield me, A, RESPONSE_PART
        if part.part.number:
            yield me, PART_NUMBER, literal(part.part.number)
            yield me, LABEL, english(f"Answer part {part.part.number}")
        for paragraph in part.part.paragraphs:
            if paragraph.number:
                yield me, PARAGRAPH_NUMBER, literal(paragraph.number)
        for restated in part.part.restated:
            yield me, RESTATES, literal(text[restated.body : restated.end].strip())

    def _tied(self, me: str, ties: Iterable[Tie], shown: Iterable[str]) -> Iterator[Statement]:
        """State what a part answers, with the rule that says so, and where it is only shown."""
        answered = []
        for tie in ties:
            answer_to = self._finding(tie.finding)
            answered.append(answer_to)
            note = iri(self._mint.digested("alignment", me, answer_to))
            yield note, A, ALIGNMENT
            yield note, HAS_TARGET, me
            yield note, HAS_BODY, answer_to
            yield note, HAS_RULE, _concept(RULE, tie.basis.value)
            yield note, CONFIDENCE, typed(f"{tie.confidence:.2f}", "decimal")
            yield me, REPLIES_TO, answer_to
        for place in shown:
            yield me, SHOWN_WITH, place
            for answer_to in answered:
                if place not in answered:
                    yield place, RELATED_FINDING, answer_to

    def _said(
        self,
        source: _Source,
        verdicts: Iterable[Verdict],
        commitments: Iterable[Commitment],
        updates: Iterable[Update],
    ) -> Iterator[Statement]:
        if not source.on:
            return
        for verdict in verdicts:
            yield from self._position(source, verdict)
        for commitment in commitments:
            yield from self._commitment(source, commitment)
        for update in updates:
            yield from self._update(source, update)

    def _position(self, source: _Source, verdict: Verdict) -> Iterator[Statement]:
        me = self._me("position", source, verdict.concept, verdict.start)
        yield me, A, A_POSITION
        yield me, DECISION, _concept(POSITION, verdict.concept)
        yield me, HAS_VOICE, GOVERNMENT
        yield me, HAS_BASIS, GOVERNMENT_WORDS
        yield from self._from(me, source, verdict.start, verdict.end)

    def _commitment(self, source: _Source, found: Commitment) -> Iterator[Statement]:
        me = self._me("commitment", source, found.due.as_written, found.due_start)
        yield me, A, COMMITMENT
        yield me, DUE_AS_STATED, literal(found.due.as_written)
        if found.due.earliest:
            yield me, DUE_EARLIEST, typed(found.due.earliest.isoformat(), "date")
        if found.due.latest:
            yield me, DUE_LATEST, typed(found.due.latest.isoformat(), "date")
        if found.actor:
            yield me, ACTOR_AS_STATED, literal(found.actor)
        if found.done:
            yield me, DELIVERY_STATUS, IMPLEMENTED
        yield from self._from(me, source, found.start, found.end)

    def _update(self, source: _Source, update: Update) -> Iterator[Statement]:
        me = self._me("delivery-update", source, update.delivery, update.start)
        yield me, A, DELIVERY_UPDATE
        yield me, DELIVERY_STATUS, _concept(DELIVERY, update.delivery)
        yield me, HAS_VOICE, GOVERNMENT
        yield from self._from(me, source, update.start, update.end)

    def _from(self, me: str, source: _Source, start: int, end: int) -> Iterator[Statement]:
        """Say on what, in which words, in which part, by whom and when a thing was stated."""
        for on in source.on:
            yield me, ON_FINDING, on
        yield me, AS_STATED, literal(source.text[start:end])
        yield me, DERIVED_FROM, source.part
        yield me, ATTRIBUTED, source.agent
        if source.date:
            yield me, STATED_ON, partial_date(source.date)

    def _me(self, kind: str, source: _Source, what: str, start: int) -> str:
        return iri(self._mint.digested(kind, source.part, what, str(start)))

    def _finding(self, key: tuple[str, ...]) -> str:
        return iri(finding_iri(self._mint, key))


@cache
def _concept(scheme: type[DefinedNamespace], name: str) -> str:
    """A concept of a scheme; a name that the scheme does not hold raises AttributeError."""
    return iri(scheme[name])
