"""Dates that stand in place of others: "the deadline has moved from March to May 2024".

Where one sentence names the old time and the new, both are kept, the old one with what replaced it.
In a part of a Treasury Minute, the revised target date replaces every other target date.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.records.replies import Commitment
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.responses.commitments.dates import Found

REVISED = "revised"

_DATED = (
    r"(?:dates?|deadlines?|targets?|milestones?|timetables?|completion|delivery|launch|opening"
    r"|publication|implementation|start|go-live|roll-?out)"
)
_CHANGED = (
    r"(?:moved|slipped|slips|delayed|put\s+back|pushed\s+back|brought\s+forward|changed|extended"
    r"|revised|postponed|deferred|rescheduled)"
)
_MOVED = compile_pattern(
    rf"\b{_DATED}\b[^.;]{{0,100}}\b{_CHANGED}\s(?:[^.;]{{0,60}}\s)?from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+(?:to|until)\s+(?:the\s+)?")
_CHANGED_TO = compile_pattern(
    rf"\s+(?:has\s+been|have\s+been|was|were|is\s+now)\s+{_CHANGED}\s+(?:back\s+)?(?:to|until)\s+(?:the\s+)?"
)
_OF_DATE = compile_pattern(rf"\b{_DATED}\s+(?:of|in|for)\s+(?:the\s+)?$", re.IGNORECASE)
_RATHER_THAN = re.compile(r",?\s+(?:rather\s+than|instead\s+of)\s+(?:in\s+|by\s+)?(?:the\s+)?")
_EXPECTED = re.compile(r"\b(?:will|expected|due|planned|expects?|now|aims?|plans?|intends?)\b")
_FORMER = compile_pattern(
    r"\b(?:had\s+(?:\w+\s+)?(?:planned|expected|intended|hoped|aimed|undertaken|committed|said)"
    r"|(?:was|were)\s+(?:\w+\s+)?(?:due|expected|planned|scheduled|intended|meant)"
    r"|original(?:ly)?|previous(?:ly)?|initial(?:ly)?|first\s+target)\b"
)
_NOW = re.compile(r"\b(?:now|(?:new|revised)\s+(?:target\s+)?(?:date|deadline|timetable|target))\b")
_MAY_REVISE = compile_pattern(rf"\b(?:{_CHANGED}|rather|instead|[Nn]ow|new|revised)\b")
_REACH = 300
"""Characters before or after a time among which the words stand that tell which one it is."""


def revisions(
    text: str, start: int, end: int, named: Sequence[Found]
) -> Iterator[tuple[Found, Found]]:
    """Pairs of times in a sentence: the old one, and the one that stands in its place.

    Args:
        text: The text.
        start: Offset of the sentence.
        end: Offset just past it.
        named: The times in it.
    """
    if not _MAY_REVISE.search(text, start, end):
        return
    for first, second in pairwise(named):
        before = text[max(start, first.start - _REACH) : first.start]
        between = text[first.end : second.start]
        if len(between) > _REACH:
            continue
        moved = _TO.fullmatch(between) and _MOVED.search(before)
        changed = _CHANGED_TO.fullmatch(between) and _OF_DATE.search(before)
        if moved or changed:
            yield first, second
        elif _RATHER_THAN.fullmatch(between) and _EXPECTED.search(before):
            yield second, first
        elif _NOW.search(between) and _FORMER.search(before):
            yield first, second


def former_time(text: str, start: int, end: int, named: Sequence[Found]) -> Found | None:
    """The one time of a sentence that tells when something was once to be done."""
    if len(named) != 1 or _NOW.search(text, start, end):
        return None
    time = named[0]
    return time if _FORMER.search(text, max(start, time.start - _REACH), time.start) else None


def is_now(sentence: str) -> bool:
    """Whether a sentence gives a time as the one that holds now."""
    return _NOW.search(sentence) is not None


def as_pair(start: int, end: int, old: Found, new: Found) -> tuple[Commitment, Commitment]:
    """Both times of a sentence as undertakings, the old one with what replaced it."""
    first = Commitment(None, old.due, start, end, old.start, old.end)
    second = Commitment(None, new.due, start, end, new.start, new.end)
    return replaced_by(first, second), as_revised(second)


def as_revised(item: Commitment) -> Commitment:
    """An undertaking whose time stands in place of another."""
    return replace(item, due=replace(item.due, kind=REVISED))


def replaced_by(item: Commitment, revised: Commitment) -> Commitment:
    """An undertaking in the place of whose time another stands."""
    return replace(item, replacement=(revised.due.as_written, revised.due_start))
