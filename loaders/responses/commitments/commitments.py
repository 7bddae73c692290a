"""Undertakings with a date: what the government says it will do, who, and until when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.replies import Commitment
from loaders.responses.commitments.dates import Found, times
from loaders.responses.stance import lexicon
from loaders.text.patterns import compile_pattern
from loaders.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.records.replies import ReplyPart, ReplyShape

_WHICH = r"(?:(?P<which>[Rr]evised|[Nn]ew|[Oo]riginal|[Pp]revious)\s+)?"
_TARGET = compile_pattern(
    rf"(?:Government\s+)?{_WHICH}target\s+(?:implementation\s+|completion\s+)?date\b",
    re.IGNORECASE,
)
"""A line of a Treasury Minute, which holds nothing but the date or dates."""

_REVISED = re.compile(r"\b(?:revised|new)\s+target\s+(?:\w+\s+)?date\b", re.IGNORECASE)
_NO_LONGER = frozenset({"original", "previous"})
"""Target dates that a revised one stands in place of."""

_UNDERTAKES = re.compile(
    r"\b(?:will|shall|(?:aims?|intends?|plans?|expects?|commits?|agrees?|is\s+due|are\s+due|is\s+committed|"
    r"are\s+committed|is\s+expected|are\s+expected|hopes?)\s+to)\b(?!\s+not\b)"
)
_MAY_UNDERTAKE = compile_pattern(rf"{_UNDERTAKES.pattern}|(?i:target)")
_REACHED_BY = re.compile(
    r"(?:^|[\s(])(?:by|in|before|during|from|on|until|at|for|no\s+later\s+than|ahead\s+of|around)\s+(?:the\s+)?$"
)
_REACH = 300
"""Characters before a time, or before a verb, among which what belongs to it stands."""
_OF_ITS_OWN = re.compile(r"within|later|next|this|over|during|in\s", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?P<word>\w+ed|made|drawn|begun|held|set|given|taken|written|seen|laid|put|sent|agreed)"
    r"(?:\s+(?:up|out|off|down|on))?\s+(?:by|in|on|during|from)\s+(?:the\s+)?$"
)
"""A participle right before a time: that is when something else was done."""
_STILL_TO_BE = re.compile(r"(?:be|been|have|fully|be\s+\w+ly)\s+$")
_OPENS = re.compile(
    r"[\W\d]*(?:(?:By|In|From|Before|During|On|Until|At|No\s+later\s+than)\b)?"
    r"(?:\s*\b(?:the|early|mid|late|end|start|beginning|of)\b-?){0,4}\s*",
    re.IGNORECASE,
)
"""All that may stand in a sentence before the time that opens it."""

_FOLLOWS = compile_pattern(
    r",?\s+(?P<subject>(?!(?:the\s+)?(?:Committee|PAC|NAO|House|Parliament)\b)"
    r"(?:(?!will\b|shall\b|said\b|told\b|that\b|which\b|who\b|(?-i:[a-z]+ed)\b)[\w’'&()-]+\s+){1,8})"
    rf"(?={_UNDERTAKES.pattern})",
    re.IGNORECASE,
)
"""The subject and the verb after it, with no other verb between."""

_ACTOR = compile_pattern(
    rf"(?P<actor>{lexicon.OWN}|{lexicon.NAMED}|\b[Ii]t|\b[Tt]hey)(?:\s*\([^()]{{0,60}}\))?"
    r"(?:\s+(?:also|now|therefore|then))?\s*$"
)


def commitments(
    text: str, shape: ReplyShape, written: date | None = None
) -> tuple[tuple[Commitment, ...], ...]:
    """Read the dated undertakings of each part of a reply.

    Args:
        text: The reply exactly as printed.
        shape: Its parts; words the committee said before are not read.
        written: Date of the answering document, if known.

    Returns:
        For each part, its undertakings in order.
    """
    return tuple(tuple(_in_part(text, part, written)) for part in shape.parts)


def _in_part(text: str, part: ReplyPart, written: date | None) -> Iterator[Commitment]:
    revised = _REVISED.search(text, part.start, part.end) is not None
    for paragraph in part.paragraphs:
        for start, end in split_sentences(text).within(paragraph.body, paragraph.end):
            if not _MAY_UNDERTAKE.search(text, start, end):
                continue
            for time in times(text, start, end, written):
                if revised and _is_replaced(text[start : time.start]):
                    continue
                commitment = _commitment(text, start, end, time)
                if commitment:
                    yield commitment


def _commitment(text: str, start: int, end: int, time: Found) -> Commitment | None:
    """The undertaking a time belongs to; None if the sentence only tells of that time."""
    before = text[start : time.start]
    if _TARGET.match(before):
        return Commitment(None, time.due, start, end, time.start, time.end)
    undertaken = list(_UNDERTAKES.finditer(before))
    if not undertaken and (follows := _opens_undertaking(before, text[time.end : end])):
        actor = _actor(follows["subject"])
        return Commitment(actor, time.due, start, end, time.start, time.end)
    if not undertaken or not _is_due(before, text[time.start : time.end]):
        return None
    return Commitment(
        _actor(before[: undertaken[-1].start()]), time.due, start, end, time.start, time.end
    )


def _is_replaced(before: str) -> bool:
    """Whether the words before a time make it a target date in whose place another one stands."""
    which = [match["which"] for match in _TARGET.finditer(before)]
    return bool(which and which[-1] and which[-1].lower() in _NO_LONGER)


def _is_due(before: str, words: str) -> bool:
    """Whether the words before a time make it the time of the undertaking."""
    near = max(0, len(before) - _REACH)
    participle = _TOLD.search(before, near)
    if participle and not _STILL_TO_BE.search(before, near, participle.start("word")):
        return False
    return _REACHED_BY.search(before, near) is not None or _OF_ITS_OWN.match(words) is not None


def _opens_undertaking(before: str, after: str) -> re.Match[str] | None:
    """What undertakes where the time opens the sentence: "In June 2026, the department will"."""
    return _FOLLOWS.match(after) if _OPENS.fullmatch(before) else None


def _actor(before: str) -> str | None:
    """Who undertakes, as printed right before the verb."""
    match = _ACTOR.search(before, max(0, len(before) - _REACH))
    return match["actor"] if match else None
