"""What was read in answers: parts, what they answer, positions, undertakings and statuses.

All of it is derived and stands in the default graph. A part of an answer is one thing, wherever it
is printed, and so is each position in it: counting positions counts no copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.replies import Object
from graph.statements.finding_statements import finding, finding_name
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.identity import IriFactory
    from graph.partial_date import PartialDate
    from graph.records.answer_links import AnswerLink, AnswerPart, DistinctAnswer
    from graph.records.findings import Key, Reply
    from graph.records.replies import Commitment, ReadReply, Stance, Update
    from graph.records.response_documents import ResponseItem
    from graph.statements.record_iris import ItemIris


@dataclass(frozen=True, slots=True)
class _Words:
    """Where words were read: the part they stand in, its text, whose it is, its date, and on what.

    All but text and date are IRIs in N-Triples syntax.
    """

    part: str
    text: str
    agent: str
    date: PartialDate | None
    findings: tuple[str, ...]


class AnswerStatements:
    """Writes what was read in answers."""

    def __init__(self, iris: IriFactory) -> None:
        """Use `iris` for every IRI."""
        self._iris = iris

    def answer(self, answer: DistinctAnswer) -> Iterator[Statement]:
        """State a distinct answer: its copies, its parts, and all that was read in them."""
        fullest = self._reply(answer.fullest)
        copies = dict.fromkeys(map(self._reply, answer.copies))
        shown = dict.fromkeys(self._finding(copy.finding) for copy in answer.copies)
        for copy in copies:
            if copy != fullest:
                yield copy, JU.copyOf, fullest
        for number, part in enumerate(answer.parts):
            subject = iri(
                self._iris.response_item(part.item)
                if part.item
                else self._iris.from_content("part", answer.digest, str(number))
            )
            for copy in copies:
                yield subject, JU.partOfReply, copy
            yield from self._linked(subject, part.ties, shown)
            if part.item is None:
                yield from self._unprinted_part(subject, part, answer.fullest)

    def _unprinted_part(self, subject: str, part: AnswerPart, reply: Reply) -> Iterator[Statement]:
        """State a part that no document prints: its numbers, and all that was read in it."""
        text = reply.text.text
        agent = iri(self._iris.body(reply.respondent)[0])
        yield from self._part(subject, part, text)
        yield subject, JU.respondent, agent
        if part.unseen:
            address = self._iris.finding(part.unseen.key)
            yield from finding(self._iris, part.unseen, address)
            unseen = iri(address)
            yield unseen, RDFS.label, english(finding_name(part.unseen))
            yield unseen, PROV.wasDerivedFrom, subject
        words = _Words(
            subject, text, agent, None, tuple(self._finding(link.finding) for link in part.ties)
        )
        about = [item for item in part.stances if item.object is Object.RECOMMENDATION]
        yield from self._readings(words, about, part.commitments, part.updates)

    def item(
        self, item: ResponseItem, minted: ItemIris, reading: ReadReply, issued: PartialDate | None
    ) -> Iterator[Statement]:
        """State what was read in an item of a response, which itself says what it answers.

        Args:
            item: The item.
            minted: Its IRIs.
            reading: What was read in its reply.
            issued: Date of the response, as exactly as it shows it.
        """
        subject = iri(minted.item)
        agent = iri(self._iris.body(item.respondent)[0])
        text = item.reply.text if item.reply else ""
        for paragraph in reading.shape.paragraphs:
            if paragraph.number:
                yield subject, JU.paragraphNumber, literal(paragraph.number)
        stances = [stance for part in reading.stances for stance in part]
        answered = {Object.RECOMMENDATION}
        if item.finding == item.concluded:
            answered.add(Object.CONCLUSION)
        words = _Words(subject, text, agent, issued, (iri(minted.finding),))
        yield from self._readings(
            words,
            [stance for stance in stances if stance.object in answered],
            [commitment for part in reading.commitments for commitment in part],
            [update for part in reading.updates for update in part],
        )
        if minted.concluded:
            words = _Words(subject, text, agent, issued, (iri(minted.concluded),))
            about = [stance for stance in stances if stance.object is Object.CONCLUSION]
            yield from self._readings(words, about, (), ())

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

    def _linked(
        self, subject: str, links: Iterable[AnswerLink], shown: Iterable[str]
    ) -> Iterator[Statement]:
        """State what a part answers, with the rule that says so, and where it is only shown."""
        answered = []
        for link in links:
            answer_to = self._finding(link.finding)
            answered.append(answer_to)
            alignment = iri(self._iris.from_content("alignment", subject, answer_to))
            yield alignment, A, JU.Alignment
            yield alignment, OA.hasTarget, subject
            yield alignment, OA.hasBody, answer_to
            yield alignment, JU.rule, RULE[link.basis.value]
            yield alignment, JU.confidence, typed(f"{link.confidence:.2f}", "decimal")
            yield subject, CITO.repliesTo, answer_to
        for beside in shown:
            yield subject, JU.shownWith, beside
            for answer_to in answered:
                if beside not in answered:
                    yield beside, JU.relatedFinding, answer_to

    def _readings(
        self,
        words: _Words,
        stances: Iterable[Stance],
        commitments: Iterable[Commitment],
        updates: Iterable[Update],
    ) -> Iterator[Statement]:
        if not words.findings:
            return
        for stance in stances:
            yield from self._position(words, stance)
        for commitment in commitments:
            yield from self._commitment(words, commitment)
        for update in updates:
            yield from self._update(words, update)

    def _position(self, words: _Words, stance: Stance) -> Iterator[Statement]:
        subject = self._subject("position", words, stance.concept, stance.start)
        yield subject, A, JU.Position
        yield subject, JU.decision, POSITION[stance.concept]
        yield subject, JU.voice, VOICE.government
        yield subject, JU.basis, BASIS["government-words"]
        yield from self._from(subject, words, stance.start, stance.end)
        for finding_node in words.findings:
            yield finding_node, JU.answeredAs, POSITION[stance.concept]

    def _commitment(self, words: _Words, commitment: Commitment) -> Iterator[Statement]:
        subject = self._subject(
            "commitment", words, commitment.due.as_written, commitment.due_start
        )
        yield subject, A, JU.Commitment
        yield subject, JU.dueAsStated, literal(commitment.due.as_written)
        if commitment.due.earliest:
            yield subject, JU.dueEarliest, typed(commitment.due.earliest.isoformat(), "date")
        if commitment.due.latest:
            yield subject, JU.dueLatest, typed(commitment.due.latest.isoformat(), "date")
        if commitment.actor:
            yield subject, JU.actorAsStated, literal(commitment.actor)
        if commitment.replacement:
            yield (
                subject,
                JU.replacedBy,
                self._subject("commitment", words, *commitment.replacement),
            )
        yield from self._from(subject, words, commitment.start, commitment.end)

    def _update(self, words: _Words, update: Update) -> Iterator[Statement]:
        subject = self._subject("delivery-update", words, update.delivery, update.start)
        yield subject, A, JU.DeliveryUpdate
        yield subject, JU.deliveryStatus, DELIVERY[update.delivery]
        yield subject, JU.voice, VOICE.government
        if update.reached:
            yield subject, JU.reachedAsStated, literal(update.reached.as_written)
            if update.reached.latest:
                yield subject, JU.reachedLatest, typed(update.reached.latest.isoformat(), "date")
        yield from self._from(subject, words, update.start, update.end)

    def _from(self, subject: str, words: _Words, start: int, end: int) -> Iterator[Statement]:
        """Say on what, in which words, in which part, by whom and when a thing was stated."""
        for finding_node in words.findings:
            yield subject, JU.onFinding, finding_node
        yield subject, JU.asStated, literal(words.text[start:end])
        yield subject, PROV.wasDerivedFrom, words.part
        yield subject, PROV.wasAttributedTo, words.agent
        if words.date:
            yield subject, JU.statedOn, partial_date(words.date)

    def _subject(self, kind: str, words: _Words, what: str, start: int) -> str:
        return iri(self._iris.from_content(kind, words.part, what, str(start)))

    def _finding(self, key: Key) -> str:
        return iri(self._iris.finding(key))

    def _reply(self, reply: Reply) -> str:
        return iri(self._iris.reply(reply.respondent, reply.text.text))
