"""From linked cases to distinct answers: each part once, tied to what it answers.

What any copy of an answer shows about a part holds for the part. Of what the copies show, the
surest basis decides: where one copy is printed beside the very recommendation it restates, the
places of the other copies say nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.identity import CONTENT, finding_key
from graph.records.answer_links import (
    Alignment,
    AlignmentBasis,
    AnswerLink,
    AnswerPart,
    AnswerRelation,
    DistinctAnswer,
)
from graph.records.findings import Finding, FindingKind
from loaders.responses.linking.printed_answers import Documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.records.findings import Key, Reply
    from graph.records.replies import ReadReply
    from loaders.responses.linking.answer_identity import Answer
    from loaders.responses.linking.cases import Case

NO_DOCUMENTS = Documents(())
_SUREST_FIRST = tuple(AlignmentBasis)
_UNSEEN = "Only an answer that states its number is at hand, not the report."


def answers_of(
    cases: Sequence[Case], documents: Documents = NO_DOCUMENTS
) -> Iterator[DistinctAnswer]:
    """The distinct answers of linked cases, in the order of their first copies.

    Args:
        cases: The cases.
        documents: Items of response documents, which parts of the answers may be.
    """
    answers = {case.answer.digest: case.answer for case in cases if case.answer}
    for answer in answers.values():
        fullest = cases[answer.fullest]
        if fullest.read_reply is None or fullest.record.reply is None:
            continue
        copies = [cases[position] for position in answer.copies]
        yield DistinctAnswer(
            answer.digest,
            fullest.record.reply,
            tuple(_replies(copies)),
            tuple(
                _printed(part, fullest.record.reply.text.text, documents)
                for part in _parts(answer, fullest, fullest.read_reply, copies)
            ),
            retold=fullest.origin is not None and fullest.origin.retold,
        )


def _printed(part: AnswerPart, text: str, documents: Documents) -> AnswerPart:
    """A part, as the item of a document that it is, if it is one."""
    matches = documents.find(text, part.part, [link.finding for link in part.ties])
    if matches is None:
        return part
    tie = AnswerLink(matches.finding, AlignmentBasis.RESTATED_TEXT, 1.0)
    return replace(part, ties=(tie,), unseen=None, item=matches.key)


def _replies(copies: Iterable[Case]) -> Iterator[Reply]:
    return (case.record.reply for case in copies if case.record.reply)


def _parts(
    answer: Answer[int], fullest: Case, read: ReadReply, copies: Sequence[Case]
) -> Iterator[AnswerPart]:
    links = _links_by_part(read, copies)
    for position, part in enumerate(read.shape.parts):
        unseen = None
        if part.number and any(item.finding is None for item in links[position]):
            unseen = _unseen(fullest, copies, part.number, answer.digest)
        yield AnswerPart(
            part,
            read.stances[position],
            read.commitments[position],
            read.updates[position],
            tuple(_ties(links[position], unseen)),
            unseen,
        )


def _links_by_part(read: ReadReply, copies: Iterable[Case]) -> list[list[Alignment]]:
    """For each part of the fullest copy, what the copies show it to answer, by the surest basis."""
    numbers = [part.number for part in read.shape.parts]
    matches: list[list[Alignment]] = [[] for _ in numbers]
    for case in copies:
        for item in case.alignments:
            if item.relation is AnswerRelation.ANSWERS:
                is_numbered = item.number in numbers if item.number else False
                position = numbers.index(item.number) if is_numbered else item.part
                if position < len(matches):
                    matches[position].append(item)
    return [list(_surest(items)) for items in matches]


def _surest(items: Sequence[Alignment]) -> Iterator[Alignment]:
    """Those of the surest basis; a finding at hand is surer than one that is not."""
    best = min((_SUREST_FIRST.index(item.basis) for item in items), default=0)
    chosen = [item for item in items if item.basis is _SUREST_FIRST[best]]
    seen = [item for item in chosen if item.finding is not None]
    yield from seen or chosen


def _ties(items: Iterable[Alignment], unseen: Finding | None) -> Iterator[AnswerLink]:
    links: dict[Key, AnswerLink] = {}
    for item in items:
        key = item.finding or (unseen.key if unseen else None)
        if key and (key not in links or links[key].confidence < item.confidence):
            links[key] = AnswerLink(key, item.basis, item.confidence)
    yield from links.values()


def _unseen(fullest: Case, copies: Iterable[Case], number: str, digest: str) -> Finding:
    """The recommendation of a number that an answer states and no source at hand shows."""
    report = next((report for case in copies if (report := case.record.finding.standing_in)), None)
    kind = FindingKind.RECOMMENDATION
    key = finding_key(report.key, kind, number) if report else (CONTENT, "answered", digest, number)
    return Finding(
        key=key,
        kind=kind,
        committee=fullest.record.finding.committee,
        number=number,
        report=report,
        why_no_report=None if report else _UNSEEN,
    )
