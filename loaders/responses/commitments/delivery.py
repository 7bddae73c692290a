"""How far it has got: what an answer or a progress report says has been done, or not yet.

Only sentences that speak of the recommendation, of the work on it, or that are a status line by
themselves are read. That something else was finished says nothing of what was asked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.records.replies import Update
from graph.records.sentence_splitter import split_sentences
from loaders.responses.commitments.dates import times
from loaders.responses.stance import lexicon
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.replies import ReplyPart, ReplyShape
    from loaders.responses.commitments.dates import Found

_LINE = (
    r"^\W*(?:(?:Recommendation|(?:(?:Recommendation|Implementation|Delivery|Current|Latest|Overall)\s+)?"
    r"[Ss]tatus|(?:Progress\s+)?[Uu]pdate)\s*+(?:\d{1,2}[a-h]?\s*+)?[:–-]\s*)?"
)
_ENDS = (
    r"(?=[.:;]|\s*$|\s*(?:Original|Revised|New|Target|Expected|Planned|Implementation)\s+"
    r"(?:target\s+)?(?:implementation\s+|completion\s+)?date\b)"
)
"""What follows a status on its line: no more of its sentence, or the label of a date."""

_ABOUT = (
    r"\b(?:[Tt]h(?:is|e)|[Tt]he\s+Committee[’']s|[Tt]hat)\s+(?:recommendation|commitment|action)"
)

_CUES = (
    (
        "no-longer-planned",
        compile_pattern(
            rf"{_LINE}(?:No\s+longer\s+(?:planned|proceeding)|Withdrawn|Discontinued){_ENDS}"
            rf"|(?:{lexicon.OWN}|\b[Ii]t)\s+(?:no\s+longer\s+(?:plans?|intends?|proposes?|expects?)\s+to"
            r"|will\s+(?:now\s+not|not\s+now|no\s+longer))\b"
            rf"|{_ABOUT}\s+(?:has\s+been|is|was)\s+(?:withdrawn|abandoned|superseded|overtaken)\b"
        ),
    ),
    (
        "not-started",
        compile_pattern(
            rf"{_LINE}Not\s+(?:yet\s+)?(?:started|begun){_ENDS}"
            r"|\b[Ww]ork\s+(?:on\s+(?:this|the)\s+recommendation\s+)?has\s+not\s+(?:yet\s+)?(?:started|begun)\b"
        ),
    ),
    (
        "in-progress",
        compile_pattern(
            rf"{_LINE}(?:Work\s+in\s+progress|In\s+progress|Ongoing|Open){_ENDS}"
            rf"|{_ABOUT}\s+(?:is|remains)\s+(?:still\s+)?(?:in\s+progress|under\s+way|underway|ongoing|open|not\s+yet\s+(?:implemented|complete))\b"
            r"|\b[Ww]ork\s+(?:(?:on|to\s+implement)\s+(?:this|the)\s+recommendation\s+)?(?:is|remains|continues\s+to\s+be)\s+"
            r"(?:still\s+)?(?:in\s+progress|under\s+way|underway|ongoing)\b"
        ),
    ),
    (
        "implemented",
        compile_pattern(
            rf"{lexicon.DONE.pattern}|{_LINE}(?:Implemented|Completed?|Delivered)(?:{_ENDS}|\s+(?:\(|in\s|on\s))"
            rf"|{lexicon.OWN}\s+(?:(?:has|have|had)\s+)?(?:now\s+|already\s+|since\s+)?"
            r"(?:implemented|completed|delivered|fulfilled)\s+(?:this|that|the)\s+(?:recommendation|action|commitment)\b"
        ),
    ),
)
"""Statuses and the words that state them; the first that fits a sentence counts."""

_OF_WHAT_WAS_ASKED = re.compile(
    r"^\W*(?:In\s+progress|Ongoing|Open|Work\s+in\s+progress)\b|[Ss]tatus|ecommendation|ommitment"
    r"|\baction"
)
"""What speaks of the recommendation itself; other work may go on after it is implemented."""

_HINT = re.compile(r"ecommendation|ommitment|\baction|[Ww]ork\b|longer|now\s+not|not\s+now")
_LINE_HINT = re.compile(
    r"\W*(?:(?:\w+\s+)?[Ss]tatus|(?:\w+\s+)?[Uu]pdate|No|Not|In|Ongoing|Open|Withdrawn|Discontinued"
    r"|Already|[Ii]mplemented|Completed?|Delivered)\b"
)
"""One of these is in every sentence that states a status."""

_DONE_AT = compile_pattern(
    r"\b(?:implemented|completed?|delivered|met|actioned|fulfilled|closed)\b(?:\s+(?:late|fully|in\s+full))?"
    r"(?:\s+(?:this|the|that)\s+(?:recommendation|action|commitment))?"
    r"(?:\s*[:–(-]\s*|,?\s+(?:(?:in|on|by|at|during|from|since)\s+)?(?:the\s+)?)$",
    re.IGNORECASE,
)
"""What stands before the time at which something was done."""

_REACH = 120
_LATE = re.compile(r"\b(?:late|later\s+than\s+(?:planned|the\s+target))\b")
_SUPPOSED = re.compile(r"\b(?:if|once|when|until|unless|before)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


def updates(text: str, shape: ReplyShape) -> tuple[tuple[Update, ...], ...]:
    """Read what each part of a reply says of how far it has got.

    Args:
        text: The reply exactly as printed.
        shape: Its parts; words the committee said before are not read.

    Returns:
        For each part, its statuses in order, each sentence once. That work goes on after the
        recommendation is implemented is no status.
    """
    return tuple(_without_upkeep(text, tuple(_in_part(text, part))) for part in shape.parts)


def _without_upkeep(text: str, statuses: tuple[Update, ...]) -> tuple[Update, ...]:
    """Leave out the work that goes on where a sentence before it says all is implemented."""
    done = [item.start for item in statuses if item.delivery.startswith("implemented")]
    return tuple(
        item
        for item in statuses
        if not done
        or item.start < done[0]
        or item.delivery != "in-progress"
        or _OF_WHAT_WAS_ASKED.search(text[item.start : item.end])
    )


def _in_part(text: str, part: ReplyPart) -> Iterator[Update]:
    for paragraph in part.paragraphs:
        for start, end in split_sentences(text).within(paragraph.body, paragraph.end):
            if delivery := _status(text[start:end]):
                time = _reached(text, start, end) if delivery.startswith("implemented") else None
                if time:
                    due = replace(time.due, kind="delivered")
                    yield Update(delivery, start, end, due, time.start)
                else:
                    yield Update(delivery, start, end)


def _reached(text: str, start: int, end: int) -> Found | None:
    """The time that a sentence gives for what it says is done; None if it gives none."""
    for time in times(text, start, end, None):
        before = text[max(start, time.start - _REACH) : time.start]
        if _DONE_AT.search(before) and time.due.latest:
            return time
    return None


def _status(sentence: str) -> str | None:
    """The status that a sentence states, if any."""
    if not (_HINT.search(sentence) or _LINE_HINT.match(sentence)):
        return None
    for delivery, pattern in _CUES:
        match = pattern.search(sentence)
        if match and not _SUPPOSED.search(sentence[: match.start()]):
            late = delivery == "implemented" and _LATE.search(sentence)
            return "implemented-late" if late else delivery
    return None
