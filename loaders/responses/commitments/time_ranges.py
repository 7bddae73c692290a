"""Times that are two ends of one: "between September 2024 and March 2025"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.replies import Due
from loaders.responses.commitments.dates import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_TO = re.compile(r"\s+(?:to|until)\s+(?:the\s+)?|\s?[-–]\s?")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_REACH = 20


def merge_ranges(text: str, named: Iterable[Found]) -> Iterator[Found]:
    """The times of a sentence, where two of them are the ends of one as that one."""
    first: Found | None = None
    for second in named:
        merged = _merged(text, first, second) if first else None
        if first and not merged:
            yield first
        first = merged or second
    if first:
        yield first


def _merged(text: str, first: Found, second: Found) -> Found | None:
    """One time from the beginning of the first to the end of the second, if that is meant."""
    joint = text[first.end : second.start]
    if len(joint) > _REACH:
        return None
    start = first.start
    if _AND.fullmatch(joint):
        between = _BETWEEN.search(text[max(0, start - _REACH) : start])
        if not between:
            return None
        start -= len(between[0])
    elif not _TO.fullmatch(joint):
        return None
    earliest, latest = first.due.earliest, second.due.latest
    if earliest and latest and earliest > latest:
        return None
    due = Due(text[start : second.end], earliest, latest, first.due.vague or second.due.vague)
    return Found(start, second.end, due)
