"""What the ends of the texts of a case show: that they break off, or a heading after them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.text.text_ends import ENDED, stops_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

SUBSTANTIAL = 120
"""Characters from which a reply can hardly be said not to address the finding."""

_SENTENCE_END = re.compile(r"[.?!:;)”…]\d{0,3}(?:,\s?\d{1,3})*\s+(?=\S)")
_LONGEST_HEADING = 14
"""Words that a heading may have."""


def texts(case: Case) -> Iterator[tuple[str, str]]:
    """The committee's text and the reply of a case, each with the name of its field."""
    if case.record.finding.text:
        yield "text", case.record.finding.text.text
    if case.record.reply:
        yield "reply", case.record.reply.text.text


def reply_stops_short(case: Case) -> bool:
    """Whether the reply of a case breaks off, so that more may have stood there."""
    return case.record.reply is not None and stops_short(case.record.reply.text.text)


def enough_is_shown(case: Case) -> bool:
    """Whether enough of a reply is there for its want of a stance to mean something."""
    if case.read_reply is None or case.record.reply is None or not case.read_reply.shape.paragraphs:
        return False
    return not reply_stops_short(case) or len(case.record.reply.text.text) > SUBSTANTIAL


def record_stops_short(case: Case) -> bool:
    """Whether a record ends within the committee's text, so that a reply may have followed."""
    text = case.record.finding.text
    entry = case.record.tracker_entry
    nothing = case.record.reply is None and not (entry and entry.reply_label)
    return nothing and text is not None and stops_short(text.text)


def trailing_heading(case: Case, field: str, text: str) -> tuple[int, int] | None:
    """The heading that stands after the committee's text, where the record goes on after it.

    Returns:
        Where the heading begins and ends in the text; None if there is none.
    """
    goes_on = case.record.reply or (
        case.record.tracker_entry and case.record.tracker_entry.reply_label
    )
    if field != "text" or not goes_on or ENDED.search(text):
        return None
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    tail = text[ends[-1] :] if ends else ""
    if tail[:1].islower() or not 0 < len(tail.split()) <= _LONGEST_HEADING:
        return None
    return len(text) - len(tail), len(text.rstrip())
