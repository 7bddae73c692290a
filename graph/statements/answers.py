"""What was read in answers: parts, what they answer, positions, undertakings and statuses.

All of it is derived and stands in the default graph. A part of an answer is one thing, wherever it
is printed, and so is each position in it: counting positions counts no copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.replies import Object
from graph.statements.findings import finding, finding_iri, finding_name, reply_iri
from graph.statements.ntriples import Statement, english, iri, literal, partial_date, typed
from graph.statements.ntriples_terms import (
    BASIS,
    CITO,
    DELIVERY,
    JU,
    OA,
    POSITION,
    PROV,
    RDFS,
    RULE,
    VOICE,
    A,
)
from graph.statements.responses import item_iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.identity import IriFactory
    from graph.partial_date import PartialDate
    from graph.records.answer_links import AnswerLink, AnswerPart, DistinctAnswer
    from graph.records.findings import Reply
    from graph.records.replies import Commitment, ReadReply, Update, Verdict
    from graph.records.response_documents import ResponseItem


@dataclass(frozen=True, slots=True)
class _Source:
    """Where words were read: the part they stand in, its text, whose it is, and its date."""

    part: str
    text: str
    agent: str
    date: PartialDate | None
    on: tuple[str, ...]


class AnswerStatements:
    """Writes what was read in answers."""

    def __init__(self, iris: IriFactory) -> None:
        """Use `iris` for every IRI."""
        self._iris = iris

    def answer(self, answer: DistinctAnswer) -> Iterator[Statement]:
        """State a distinct answer: its copies, its parts, and all that was read in them."""
        fullest = iri(reply_iri(self._iris, answer.fullest.respondent, answer.fullest.text.text))
        copies = dict.fromkeys(
            iri(reply_iri(self._iris, copy.respondent, copy.text.text)) for copy in answer.copies
        )
        shown = dict.fromkeys(self._finding(copy.finding) for copy in answer.copies)
        for copy in copies:
            if copy != fullest:
                yield copy, JU.copyOf, fullest
        for at, part in enumerate(answer.parts):
            digested = self._iris.from_content("part", answer.digest, str(at))
            subject = iri(item_iri(self._iris, part.item) if part.item else digested)
            for copy in copies:
                yield subject, JU.partOfReply, copy
            yield from self._tied(subject, part.ties, shown)
            if part.item is None:
                yield from self._read(subject, part, answer.fullest)

    def _read(self, subject: str, part: AnswerPart, reply: Reply) -> Iterator[Statement]:
        """State a part that no document prints: its numbers, and all that was read in it."""
        text = reply.text.text
        agent = iri(self._iris.from_slug("organisation", reply.respondent))
        yield from self._part(subject, part, text)
        yield subject, JU.respondent, agent
        if part.unseen:
            yield from finding(self._iris, part.unseen)
            unseen = self._finding(part.unseen.key)
            yield unseen, RDFS.label, english(finding_name(part.unseen))
            yield unseen, PROV.wasDerivedFrom, subject
        source = _Source(
            subject, text, agent, None, tuple(self._finding(t.finding) for t in part.ties)
        )
        about = [item for item in part.verdicts if item.object is Object.RECOMMENDATION]
        yield from self._said(source, about, part.commitments, part.updates)

    def item(
        self, item: ResponseItem, read: ReadReply, issued: PartialDate | None
    ) -> Iterator[Statement]:
        """State what was read in an item of a response, which itself says what it answers."""
        subject = iri(item_iri(self._iris, item))
        agent = iri(self._iris.from_slug("organisation", item.respondent))
        text = item.reply.text if item.reply else ""
        for paragraph in read.shape.paragraphs:
            if paragraph.number:
                yield subject, JU.paragraphNumber, literal(paragraph.number)
        verdicts = [verdict for part in read.verdicts for verdict in part]
        source = _Source(subject, text, agent, issued, (self._finding(item.finding),))
        yield from self._said(
            source,
            [verdict for verdict in verdicts if verdict.object is Object.RECOMMENDATION],
            [commitment for part in read.commitments for commitment in part],
            [update for part in read.updates for update in part],
        )
        if item.concluded and item.concluded != item.finding:
            source = _Source(subject, text, agent, issued, (self._finding(item.concluded),))
            on = [verdict for verdict in verdicts if verdict.object is Object.CONCLUSION]
            yield from self._said(source, on, (), ())

    def _part(self, subject: str, part: AnswerPart, text: str) -> Iterator[Statement]:
        yield subject, A, JU.ResponsePart
        if part.part.number:
            yield subject, JU.partNumber, literal(part.part.number)
            yield subject, RDFS.label, english(f"Answer part {part.part.number}")
        for paragraph in part.part.paragraphs:
            if paragraph.number:
                yield subject, JU.paragraphNumber, literal(paragraph.number)
        for restated in part.part.restated:
            yield subject, JU.restates, literal(text[restated.body : restated.end].strip())

    def _tied(
        self, subject: str, ties: Iterable[AnswerLink], shown: Iterable[str]
    ) -> Iterator[Statement]:
        """State what a part answers, with the rule that says so, and where it is only shown."""
        answered = []
        for tie in ties:
            answer_to = self._finding(tie.finding)
            answered.append(answer_to)
            note = iri(self._iris.from_content("alignment", subject, answer_to))
            yield note, A, JU.Alignment
            yield note, OA.hasTarget, subject
            yield note, OA.hasBody, answer_to
            yield note, JU.rule, RULE[tie.basis.value]
            yield note, JU.confidence, typed(f"{tie.confidence:.2f}", "decimal")
            yield subject, CITO.repliesTo, answer_to
        for place in shown:
            yield subject, JU.shownWith, place
            for answer_to in answered:
                if place not in answered:
                    yield place, JU.relatedFinding, answer_to

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
        subject = self._me("position", source, verdict.concept, verdict.start)
        yield subject, A, JU.Position
        yield subject, JU.decision, POSITION[verdict.concept]
        yield subject, JU.voice, VOICE.government
        yield subject, JU.basis, BASIS["government-words"]
        yield from self._from(subject, source, verdict.start, verdict.end)
        for on in source.on:
            yield on, JU.answeredAs, POSITION[verdict.concept]

    def _commitment(self, source: _Source, found: Commitment) -> Iterator[Statement]:
        subject = self._me("commitment", source, found.due.as_written, found.due_start)
        yield subject, A, JU.Commitment
        yield subject, JU.dueAsStated, literal(found.due.as_written)
        if found.due.earliest:
            yield subject, JU.dueEarliest, typed(found.due.earliest.isoformat(), "date")
        if found.due.latest:
            yield subject, JU.dueLatest, typed(found.due.latest.isoformat(), "date")
        if found.actor:
            yield subject, JU.actorAsStated, literal(found.actor)
        if found.done:
            yield subject, JU.deliveryStatus, DELIVERY.implemented
        yield from self._from(subject, source, found.start, found.end)

    def _update(self, source: _Source, update: Update) -> Iterator[Statement]:
        subject = self._me("delivery-update", source, update.delivery, update.start)
        yield subject, A, JU.DeliveryUpdate
        yield subject, JU.deliveryStatus, DELIVERY[update.delivery]
        yield subject, JU.voice, VOICE.government
        yield from self._from(subject, source, update.start, update.end)

    def _from(self, subject: str, source: _Source, start: int, end: int) -> Iterator[Statement]:
        """Say on what, in which words, in which part, by whom and when a thing was stated."""
        for on in source.on:
            yield subject, JU.onFinding, on
        yield subject, JU.asStated, literal(source.text[start:end])
        yield subject, PROV.wasDerivedFrom, source.part
        yield subject, PROV.wasAttributedTo, source.agent
        if source.date:
            yield subject, JU.statedOn, partial_date(source.date)

    def _me(self, kind: str, source: _Source, what: str, start: int) -> str:
        return iri(self._iris.from_content(kind, source.part, what, str(start)))

    def _finding(self, key: tuple[str, ...]) -> str:
        return iri(finding_iri(self._iris, key))
