"""Sentences that grant one proposal and refuse another: "accepts the case for …, rejects the levy".

The committee asked for both, so its recommendation is accepted in part, though no words of the
reply name the recommendation. One side alone says nothing of the rest, and is no position.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.replies import Object, Stance
from loaders.responses.stance import lexicon
from loaders.responses.stance.clause_subjects import find_subject
from loaders.responses.stance.verdicts import holds_now
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaders.responses.stance.clause_subjects import SentencePosition

_ASKED_FOR = (
    r"(?:(?:the|its|our|this|that|any|all|a|an|both|your|committee[’']s)\s+){0,2}(?:\w+\s+)?"
    r"(?:proposals?\b(?!\s+that\s+\w+\s+(?:has|have|had|was|were)\b)|proposed\b|recommended\b|suggested\b"
    r"|(?:case|calls?|requests?|need)\s+(?:for|to)\b|suggestions?\s+(?:of|for|to)\b|idea\s+of\b)"
)
_TO_ACT = r"to\s+(?!(?:be|accept|agree|believe|concede)\b)[a-z]{1,30}(?<![^s]s)\b"
"""``to publish``; after "agree", a plural such as "to requests" is no act."""

_SHOULD_BE = (
    r"(?:with\s+the\s+committee\s+)?that\s+[^.,;:]{1,80}?\b"
    r"(?:should|must|ought|(?:is|are)\s+(?:needed|necessary|required|justified|desirable|warranted))\b"
)
_PROPOSAL = compile_pattern(
    rf"\s+(?:(?:with|to|on)\s+)?(?:{_ASKED_FOR}|{_TO_ACT}|{_SHOULD_BE})", re.IGNORECASE
)
_BUT_NOT = compile_pattern(
    rf"\b(?:but|though|although|and)\s+not\s+(?:with\s+|for\s+|to\s+)?(?:{_ASKED_FOR}|{_TO_ACT}"
    r"|(?:the|its|an?)\s+(?!grounds?\b|reasons?\b))",
    re.IGNORECASE,
)
_REACH = 200
"""Characters after a proposal within which "but not …" may follow."""


def granted_and_refused(
    sentence: str, verbs: Iterable[re.Match[str]], scope: SentencePosition
) -> Iterator[Stance]:
    """Read an acceptance in part off a sentence that grants one proposal and refuses another.

    Args:
        sentence: The sentence, as the rules on positions read it.
        verbs: The matches of `lexicon.VERB` in it.
        scope: What is known of its place.

    Yields:
        One stance, with offsets into the sentence, whose cue leads from the first to the last.
    """
    granted_spans: list[tuple[int, int]] = []
    refused_spans: list[tuple[int, int]] = []
    for verb in verbs:
        side = find_subject(sentence, verb, scope)
        proposal = _PROPOSAL.match(sentence, verb.end())
        if side is None or proposal is None or not holds_now(sentence, verb, side):
            continue
        denied = lexicon.REFUSED.search(side.chain.lower()) is not None
        span = (side.begin, proposal.end())
        if verb["refuse"] and not denied:
            refused_spans.append(span)
        elif denied:
            refused_spans += [span] if verb["accept"] or verb["support"] or verb["endorse"] else []
        elif verb["accept"] or verb["support"] or verb["endorse"]:
            granted_spans.append(span)
            rest = _BUT_NOT.search(sentence, proposal.end(), proposal.end() + _REACH)
            refused_spans += [rest.span()] if rest else []
    if granted_spans and refused_spans:
        spans = granted_spans + refused_spans
        start, end = min(first for first, _ in spans), max(last for _, last in spans)
        yield Stance(
            "accepted-in-part", Object.RECOMMENDATION, 0, 0, start, end, whole=not scope.cut
        )
