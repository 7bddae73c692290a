"""Flags on what a reply answers, if anything: echo, empty, shared, misaligned, misnumbered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.alignments import Relation
from graph.doubts import Flag, Severity
from loaders.answers.alignment import common_words, procedural, uncommon_words
from loaders.answers.cases import label_of
from loaders.answers.flags_text import breaks_off, stops_early

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.answers.cases import Case

_FIGURE = re.compile(r"(?<![\w.])[£$€]?\d(?!\d{0,2}\s*$)")
"""A figure, other than the page number a reply may end in."""

_SHORT = 120
"""Characters below which a reply that breaks off may yet have gone on to say more."""

LEAST_WORDS = 10
"""Least number of uncommon words in reply and text for their having none in common to tell."""


def echo(case: Case) -> Iterator[Flag]:
    """A reply that only repeats the committee's text."""
    if case.read and case.read.echo and case.row.reply:
        likeness = case.read.echo.likeness
        cut = ", and breaks off" if case.read.echo.cut else ""
        yield Flag(
            "echo",
            Severity.GRAVE,
            "reply",
            0,
            len(case.row.reply.text.text),
            f"The reply repeats the committee's own text ({likeness:.0f} per cent alike){cut}: "
            "it holds no word of the government.",
        )


def reply_not_shown(case: Case) -> Iterator[Flag]:
    """A label without words, or a reply that stops before the government speaks."""
    label = label_of(case.row)
    if case.read is None and label:
        yield Flag(
            "reply-not-shown",
            Severity.GRAVE,
            "label",
            None,
            None,
            f"The record says “{label}” but shows no reply.",
        )
    elif breaks_off(case):
        yield Flag(
            "reply-not-shown",
            Severity.GRAVE,
            "text",
            None,
            None,
            "The record breaks off within the committee's text: whether a reply followed is lost.",
        )
    elif case.read and case.row.reply and not case.read.shape.paragraphs:
        yield Flag(
            "reply-not-shown",
            Severity.GRAVE,
            "reply",
            0,
            len(case.row.reply.text.text),
            "The reply holds the committee's restated words only: the answer is not shown.",
        )


def empty_answer(case: Case) -> Iterator[Flag]:
    """A reply without a verdict, a time or a figure."""
    if case.read is None or case.row.reply is None or case.read.echo:
        return
    text = case.row.reply.text.text
    told = any(case.read.verdicts) or any(case.read.commitments)
    unsure = stops_early(case) and len(text) < _SHORT
    if case.read.shape.paragraphs and not (told or unsure or _FIGURE.search(text)):
        yield Flag(
            "empty-answer",
            Severity.SLIGHT,
            "reply",
            0,
            len(text),
            "The reply gives no verdict, no time and no figure.",
        )


def shared_answer(case: Case) -> Iterator[Flag]:
    """One answer printed under several findings."""
    if case.sharers and case.row.reply:
        yield Flag(
            "shared-answer",
            Severity.DOUBTFUL,
            "reply",
            0,
            len(case.row.reply.text.text),
            f"The same answer is printed under {len(case.sharers) + 1} findings: it counts once.",
        )


def misaligned_answer(case: Case) -> Iterator[Flag]:
    """A reply that answers something else than the finding it is shown with."""
    if case.read is None or case.row.reply is None or case.read.echo:
        return
    own = case.row.finding
    elsewhere = [
        item
        for item in case.alignments
        if item.relation is Relation.ANSWERS and item.finding not in (None, own.key)
    ]
    if elsewhere:
        part = case.read.shape.parts[elsewhere[0].part]
        yield Flag(
            "misaligned-answer",
            Severity.GRAVE,
            "reply",
            part.start,
            part.end,
            "By its "
            + elsewhere[0].basis.value.replace("-", " ")
            + " this part answers another finding.",
        )
    elif _nothing_in_common(case):
        yield Flag(
            "misaligned-answer",
            Severity.DOUBTFUL,
            "reply",
            0,
            len(case.row.reply.text.text),
            "Reply and finding have no uncommon word in common: the reply may answer another.",
        )


def _nothing_in_common(case: Case) -> bool:
    """Whether reply and finding speak of different things; a stated number would explain it."""
    finding, reply, entry = case.row.finding, case.row.reply, case.row.entry
    if finding.text is None or reply is None or procedural(finding):
        return False
    if any(item.number for item in case.alignments):
        return False
    asked = f"{finding.text.text} {entry.title.text if entry and entry.title else ''}"
    enough = min(len(uncommon_words(asked)), len(uncommon_words(reply.text.text))) >= LEAST_WORDS
    return enough and not common_words(asked, reply.text.text)


def numbering(case: Case) -> Iterator[Flag]:
    """A reply that bears another number than the finding it is shown with."""
    own = case.row.finding.number
    for item in case.alignments:
        if item.number and item.relation is Relation.SHOWN_WITH and own and case.read:
            part = case.read.shape.parts[item.part]
            yield Flag(
                "numbering",
                Severity.SLIGHT,
                "reply",
                part.start,
                part.end,
                f"The record is numbered {own}; the reply answers number {item.number} of the "
                "report's summary.",
            )


def label_drift(case: Case) -> Iterator[Flag]:
    """One item, or one answer, with different labels on different records."""
    own, entry = label_of(case.row), case.row.entry
    beside = entry.label if entry and entry.label else own
    others = [label for label in dict.fromkeys((beside, *case.labels)) if label and label != own]
    if own and others:
        named = ", ".join(f"“{label}”" for label in others)
        yield Flag(
            "label-drift",
            Severity.DOUBTFUL,
            "label",
            None,
            None,
            f"This record says “{own}”, elsewhere the same item or answer is labelled {named}.",
        )
