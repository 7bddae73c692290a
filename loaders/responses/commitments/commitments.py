"""Undertakings with a date: what the government says it will do, who, and until when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from graph.records.replies import Commitment, Due
from graph.records.sentence_splitter import split_sentences
from loaders.responses.commitments.dates import Found, times
from loaders.responses.commitments.revisions import (
    as_pair,
    as_revised,
    former_time,
    is_now,
    replaced_by,
    revisions,
)
from loaders.responses.commitments.time_ranges import merge_ranges
from loaders.responses.stance import lexicon
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.records.replies import ReplyPart, ReplyShape

_WHICH = r"(?:(?P<which>[Rr]evised|[Nn]ew|[Oo]riginal|[Pp]revious)\s+)?"
_TARGET = compile_pattern(
    rf"(?:Government\s+)?{_WHICH}(?:target\s+(?:implementation\s+|completion\s+|delivery\s+)?"
    r"|(?:expected|planned)\s+(?:implementation|completion|delivery)\s+)date\b",
    re.IGNORECASE,
)
"""A line of a Treasury Minute, which holds nothing but the date or dates."""

_LABEL_AFTER = re.compile(r"\s*\((?P<which>original|previous|revised|new)\)", re.IGNORECASE)
_STANDING = frozenset({"revised", "new"})
"""Target dates that stand in place of all others of the same part."""

_UNDERTAKES = re.compile(
    r"\b(?:will|shall|(?:aims?|intends?|plans?|expects?|commits?|agrees?|is\s+due|are\s+due|is\s+committed|"
    r"are\s+committed|is\s+expected|are\s+expected|hopes?)\s+to|expects?\s+(?:the|its|our|this|these)\s+(?:\w+\s+){1,3}to"
    r"|(?:is|are)\s+to\s+(?:be\s+\w+ed|begin|end|start|follow|open|close|report|finish|publish))\b(?!\s+not\b)"
)
_MAY_UNDERTAKE = compile_pattern(
    rf"{_UNDERTAKES.pattern}|(?i:target|(?:expected|planned)\s+\w+\s+date)"
)
_REACHED_BY = re.compile(
    r"(?:^|[\s(])(?:by|in|before|during|from|on|until|at|for|over|through|throughout|no\s+later\s+than|not\s+later\s+than"
    r"|ahead\s+of|around)\s+(?:the\s+)?$"
)
_REACH = 300
"""Characters before a time, or before a verb, among which what belongs to it stands."""
_OF_ITS_OWN = re.compile(
    r"within|later|next|this|over|during|between|throughout|shortly|at\s+the\s+earliest|when\s|(?:in|by|before|until|from|early)\s",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(
    r"\b(?:reports?|accounts?|statistics|figures|data|estimates?|results|returns?|budgets?|survey"
    r"|strategy|settlement|allocations?)\s+(?:for|of)\s+(?:the\s+)?$"
)
"""What is for a year right before a time: that is the time the paper is about."""
_OF_THAT_YEAR = re.compile(r"\b(?:on|at|for|from|over|with)\s+the\s+$")
_YEAR = re.compile(r"(?:19|20)\d\d")
"""Behind "on the" and the like a year names a paper: "build on the 2021 white paper"."""
_BEFORE = re.compile(r"\bbefore\s+$", re.IGNORECASE)
_END = re.compile(r"(?:the\s+)?(?:end|close)\b", re.IGNORECASE)
_LIST_MARK = re.compile(r"\s*(?:[•▪●*–—-]\s+|[(\[]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)\]]\s+)")
_LIST_LINE = re.compile(r"\n[ \t]{0,20}(?=[•▪●*–—-]\s|\([a-z0-9ivx]{1,3}\)\s)")
_COUNTED_FROM = re.compile(r"\s+(?:of|after|from|following)(?:\s+[\w’'-]{1,30}){1,6}(?=,)")
_TOLD = re.compile(
    r"\b(?P<word>\w+ed|made|drawn|begun|held|set|given|taken|written|seen|laid|put|sent|agreed)"
    r"(?:\s+(?:up|out|off|down|on))?\s+(?:by|in|on|during|from)\s+(?:the\s+)?$"
)
"""A participle right before a time: that is when something else was done."""
_STILL_TO_BE = re.compile(r"(?:be|been|have|fully|be\s+\w+ly|will|shall|to)\s+$")
_OPENS = re.compile(
    r"[\W\d]*(?:(?:By|In|From|Before|During|Over|Throughout|On|Until|(?:By\s+)?Not?\s+later\s+than|At(?:\s+the\s+latest\s+by)?)\b)?"
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


def is_target_date(sentence: str) -> bool:
    """Whether a sentence is the line of a target date, as in a Treasury Minute."""
    return _TARGET.match(sentence) is not None


def is_revised_target(sentence: str) -> bool:
    """Whether a sentence is a line that gives a revised target date."""
    return any((match["which"] or "").lower() in _STANDING for match in _TARGET.finditer(sentence))


def _in_part(text: str, part: ReplyPart, written: date | None) -> Iterator[Commitment]:
    """The undertakings of a part, those in whose place another stands with what that is."""
    items = list(_read_part(text, part, written))
    labels = [_label_of(text, item) for item in items]
    standing = [item for item, label in zip(items, labels, strict=True) if label in _STANDING]
    for item, label in zip(items, labels, strict=True):
        if item in standing:
            yield as_revised(item)
        elif label is not None and standing:
            yield replaced_by(item, standing[-1])
        else:
            yield item


def _read_part(text: str, part: ReplyPart, written: date | None) -> Iterator[Commitment]:
    for paragraph in part.paragraphs:
        lead = ""
        former: Commitment | None = None
        sentences = split_sentences(text).within(paragraph.body, paragraph.end)
        for start, end in chain.from_iterable(_items(text, *span) for span in sentences):
            mark = _LIST_MARK.match(text, start, end)
            if not mark:
                lead = _lead(text[start:end])
            first = mark.end() if mark and (lead or not text[start].isdigit()) else start
            named = list(times(text, first, end, written))
            items = list(_in_sentence(text, first, end, named, lead if mark else ""))
            if former and len(items) == 1 and is_now(text[first:end]):
                yield replaced_by(former, items[0])
                items = [as_revised(items[0])]
            yield from items
            former = None if items else _former(text, first, end, named)


def _former(text: str, start: int, end: int, named: Sequence[Found]) -> Commitment | None:
    """When something was once to be done, if a sentence only tells of that."""
    time = former_time(text, start, end, named)
    return Commitment(None, time.due, start, end, time.start, time.end) if time else None


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a list that stands in a sentence; the sentence itself if it holds none."""
    first = start
    for line in _LIST_LINE.finditer(text, start, end):
        words = text[first : line.start()].rstrip()
        if words:
            yield first, first + len(words)
        first = line.end()
    yield first, end


def _lead(sentence: str) -> str:
    """The words before a list that undertake each of its items; empty if they do not."""
    words = sentence.rstrip()[-_REACH:]
    return f"{words} " if words.endswith(":") and _UNDERTAKES.search(words) else ""


def _in_sentence(
    text: str, start: int, end: int, named: Sequence[Found], lead: str
) -> Iterator[Commitment]:
    pairs = list(revisions(text, start, end, named))
    for old, new in pairs:
        yield from sorted(as_pair(start, end, old, new), key=lambda item: item.due_start)
    if not lead and not _MAY_UNDERTAKE.search(text, start, end):
        return
    paired = {time for pair in pairs for time in pair}
    for time in merge_ranges(text, (time for time in named if time not in paired)):
        commitment = _commitment(text, start, end, time, lead)
        if commitment:
            yield commitment


def _commitment(text: str, start: int, end: int, time: Found, lead: str) -> Commitment | None:
    """The undertaking a time belongs to; None if the sentence only tells of that time."""
    before = lead + text[start : time.start]
    if _TARGET.match(before):
        return Commitment(None, time.due, start, end, time.start, time.end)
    undertaken = list(_UNDERTAKES.finditer(before))
    if not undertaken and (follows := _opens_undertaking(before, text[time.end : end])):
        actor = _actor(follows["subject"])
        return Commitment(actor, _ended(time, before), start, end, time.start, time.end)
    if not undertaken or not _is_due(before, text[time.start : time.end]):
        return None
    actor = _actor(before[: undertaken[-1].start()])
    return Commitment(actor, _ended(time, before), start, end, time.start, time.end)


def _ended(time: Found, before: str) -> Due:
    """When something is due; "before March" ends with the last of February."""
    due = time.due
    if due.earliest is None or not _BEFORE.search(before) or _END.match(due.as_written):
        return due
    return replace(due, earliest=None, latest=due.earliest - timedelta(days=1))


def _label_of(text: str, item: Commitment) -> str | None:
    """Which target date an undertaking gives, as the words before the date say, or after it."""
    label = _label(text[item.start : item.due_start])
    after = _LABEL_AFTER.match(text, item.due_end, item.end) if label is not None else None
    return after["which"].lower() if after else label


def _label(before: str) -> str | None:
    """Which target date the words before a time make it; empty if a plain one; None if none."""
    if not _TARGET.match(before):
        return None
    which = [match["which"] for match in _TARGET.finditer(before)]
    return (which[-1] or "").lower()


def _is_due(before: str, words: str) -> bool:
    """Whether the words before a time make it the time of the undertaking."""
    near = max(0, len(before) - _REACH)
    if _OF_A_PAPER.search(before, near):
        return False
    if _YEAR.fullmatch(words) and _OF_THAT_YEAR.search(before, near):
        return False
    participle = _TOLD.search(before, near)
    if participle and not _STILL_TO_BE.search(before, near, participle.start("word")):
        return False
    return _REACHED_BY.search(before, near) is not None or _OF_ITS_OWN.match(words) is not None


def _opens_undertaking(before: str, after: str) -> re.Match[str] | None:
    """What undertakes where the time opens the sentence: "In June 2026, the department will"."""
    if not _OPENS.fullmatch(before) or before.strip().lower() == "the":
        return None
    counted = _COUNTED_FROM.match(after)
    return _FOLLOWS.match(after, counted.end() if counted else 0)


def _actor(before: str) -> str | None:
    """Who undertakes, as printed right before the verb."""
    match = _ACTOR.search(before, max(0, len(before) - _REACH))
    return match["actor"] if match else None
