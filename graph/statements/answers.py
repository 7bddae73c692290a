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
from graph.statements.responses import item_iri
from graph.statements.terms import (
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.identity import Minter
    from graph.records.answer_links import AnswerPart, DistinctAnswer, Tie
    from graph.records.findings import Reply
    from graph.records.replies import Commitment, ReadReply, Update, Verdict
    from graph.records.response_documents import ResponseItem


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
                yield copy, JU.copyOf, fullest
        for at, part in enumerate(answer.parts):
            digested = self._mint.digested("part", answer.digest, str(at))
            me = iri(item_iri(self._mint, part.item) if part.item else digested)
            for copy in copies:
                yield me, JU.partOfReply, copy
            yield from self._tied(me, part.ties, shown)
            if part.item is None:
                yield from self._read(me, part, answer.fullest)

    def _read(self, me: str, part: AnswerPart, reply: Reply) -> Iterator[Statement]:
        """State a part that no document prints: its numbers, and all that was read in it."""
        text = reply.text.text
        agent = iri(self._mint.named("organisation", reply.respondent))
        yield from self._part(me, part, text)
        yield me, JU.respondent, agent
        if part.unseen:
            yield from finding(self._mint, part.unseen)
            unseen = self._finding(part.unseen.key)
            yield unseen, RDFS.label, english(finding_name(part.unseen))
            yield unseen, PROV.wasDerivedFrom, me
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
                yield me, JU.paragraphNumber, literal(paragraph.number)
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
        yield me, A, JU.ResponsePart
        if part.part.number:
            yield me, JU.partNumber, literal(part.part.number)
            yield me, RDFS.label, english(f"Answer part {part.part.number}")
        for paragraph in part.part.paragraphs:
            if paragraph.number:
                yield me, JU.paragraphNumber, literal(paragraph.number)
        for restated in part.part.restated:
            yield me, JU.restates, literal(text[restated.body : restated.end].strip())

    def _tied(self, me: str, ties: Iterable[Tie], shown: Iterable[str]) -> Iterator[Statement]:
        """State what a part answers, with the rule that says so, and where it is only shown."""
        answered = []
        for tie in ties:
            answer_to = self._finding(tie.finding)
            answered.append(answer_to)
            note = iri(self._mint.digested("alignment", me, answer_to))
            yield note, A, JU.Alignment
            yield note, OA.hasTarget, me
            yield note, OA.hasBody, answer_to
            yield note, JU.rule, RULE[tie.basis.value]
            yield note, JU.confidence, typed(f"{tie.confidence:.2f}", "decimal")
            yield me, CITO.repliesTo, answer_to
        for place in shown:
            yield me, JU.shownWith, place
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
        me = self._me("position", source, verdict.concept, verdict.start)
        yield me, A, JU.Position
        yield me, JU.decision, POSITION[verdict.concept]
        yield me, JU.voice, VOICE.government
        yield me, JU.basis, BASIS["government-words"]
        yield from self._from(me, source, verdict.start, verdict.end)
        for on in source.on:
            yield on, JU.answeredAs, POSITION[verdict.concept]

    def _commitment(self, source: _Source, found: Commitment) -> Iterator[Statement]:
        me = self._me("commitment", source, found.due.as_written, found.due_start)
        yield me, A, JU.Commitment
        yield me, JU.dueAsStated, literal(found.due.as_written)
        if found.due.earliest:
            yield me, JU.dueEarliest, typed(found.due.earliest.isoformat(), "date")
        if found.due.latest:
            yield me, JU.dueLatest, typed(found.due.latest.isoformat(), "date")
        if found.actor:
            yield me, JU.actorAsStated, literal(found.actor)
        if found.done:
            yield me, JU.deliveryStatus, DELIVERY.implemented
        yield from self._from(me, source, found.start, found.end)

    def _update(self, source: _Source, update: Update) -> Iterator[Statement]:
        me = self._me("delivery-update", source, update.delivery, update.start)
        yield me, A, JU.DeliveryUpdate
        yield me, JU.deliveryStatus, DELIVERY[update.delivery]
        yield me, JU.voice, VOICE.government
        yield from self._from(me, source, update.start, update.end)

    def _from(self, me: str, source: _Source, start: int, end: int) -> Iterator[Statement]:
        """Say on what, in which words, in which part, by whom and when a thing was stated."""
        for on in source.on:
            yield me, JU.onFinding, on
        yield me, JU.asStated, literal(source.text[start:end])
        yield me, PROV.wasDerivedFrom, source.part
        yield me, PROV.wasAttributedTo, source.agent
        if source.date:
            yield me, JU.statedOn, partial_date(source.date)

    def _me(self, kind: str, source: _Source, what: str, start: int) -> str:
        return iri(self._mint.digested(kind, source.part, what, str(start)))

    def _finding(self, key: tuple[str, ...]) -> str:
        return iri(finding_iri(self._mint, key))
