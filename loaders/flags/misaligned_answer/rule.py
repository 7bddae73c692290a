"""A reply that answers something else than the finding it is shown with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.answer_links import AnswerRelation
from graph.records.findings import FindingKind
from graph.records.quality_flags import FlagEvidence
from graph.records.replies import Object
from loaders.responses.linking.answer_links import procedural
from loaders.responses.linking.distinctive_words import (
    common_abbreviations,
    common_words,
    uncommon_words,
)
from loaders.responses.linking.requests import asks_for_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.answer_links import Alignment
    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = True

_ADDRESS = re.compile(r"https?:\S+")
"""The address of a page, whose words are nobody's."""

_RECOMMENDED = re.compile(
    r"\b(?:the|this|[Cc]ommittee[’']s)\s+recommendation\s+"
    r"(?:that\s+(?!it\b|they\b)[^.;]{3,120}\b(?:should|must|be)\b|to\s+(?!the\b))[^.;]{10,}"
)
"""A recommendation told with what it asks for."""

LEAST_WORDS, LEAST_PAIRS = 8, 100
"""Least uncommon words in reply and in text, and least pairs of them, for none alike to tell.

That two texts on one matter share no word by chance is the less likely the more pairs of words
there are to compare.
"""


def check(case: Case) -> Iterator[FlagEvidence]:
    """The part that answers another finding, or the words that speak for its doing so."""
    if case.read_reply is None or case.record.reply is None or case.read_reply.echo:
        return
    if link := _link_elsewhere(case):
        part, basis = case.read_reply.shape.parts[link.part], link.basis.value.replace("-", " ")
        explanation = f"This part answers another finding, to judge by its {basis}."
        yield FlagEvidence("reply", part.start, part.end, explanation)
    elif match := _answers_a_request(case):
        explanation = (
            "The reply speaks of a recommendation, but the finding it is shown with asks for "
            "nothing."
        )
        yield FlagEvidence("reply", *match, explanation)
    elif _nothing_in_common(case):
        explanation = (
            "The reply and the finding share no rare word or abbreviation, so the reply may answer "
            "another finding."
        )
        yield FlagEvidence("reply", 0, len(case.record.reply.text.text), explanation)


def _link_elsewhere(case: Case) -> Alignment | None:
    """The first link from the reply to another finding than the one it is shown with."""
    shown_with = case.record.finding.key
    return next(
        (
            link
            for link in case.alignments
            if link.relation is AnswerRelation.ANSWERS and link.finding not in (None, shown_with)
        ),
        None,
    )


def _answers_a_request(case: Case) -> tuple[int, int] | None:
    """The words by which a reply names a recommendation that the finding does not make."""
    finding = case.record.finding
    if finding.text is None or case.read_reply is None or case.record.reply is None:
        return None
    if not asks_for_nothing(finding.text.text):
        return None
    text = case.record.reply.text.text
    if judged := _judged_elsewhere(case, text):
        return judged
    spans = (span for part in case.read_reply.shape.parts for span in part.paragraphs)
    matches = (_RECOMMENDED.search(text, span.body, span.end) for span in spans)
    return next((match.span() for match in matches if match), None)


def _judged_elsewhere(case: Case, text: str) -> tuple[int, int] | None:
    """The verdict on a recommendation in a part that answers none of the findings at hand."""
    if case.read_reply is None or case.record.finding.kind is FindingKind.RECOMMENDATION:
        return None
    answering = {link.part for link in case.alignments if link.relation is AnswerRelation.ANSWERS}
    return next(
        (
            (stance.start, stance.end)
            for position, stances in enumerate(case.read_reply.stances)
            if position not in answering
            for stance in stances
            if stance.object is Object.RECOMMENDATION
            and "recommendation" in text[stance.start : stance.end].lower()
        ),
        None,
    )


def _nothing_in_common(case: Case) -> bool:
    """Whether reply and finding speak of different things; a stated number would explain it."""
    finding, reply, entry = case.record.finding, case.record.reply, case.record.tracker_entry
    if finding.text is None or reply is None or procedural(finding):
        return False
    if any(item.number for item in case.alignments):
        return False
    request = _ADDRESS.sub(
        " ", f"{finding.text.text} {entry.title.text if entry and entry.title else ''}"
    )
    answer = _ADDRESS.sub(" ", reply.text.text)
    counts = len(uncommon_words(request)), len(uncommon_words(answer))
    enough = min(counts) >= LEAST_WORDS and counts[0] * counts[1] >= LEAST_PAIRS
    shared = common_words(request, answer) or common_abbreviations(request, answer)
    return enough and not shared
