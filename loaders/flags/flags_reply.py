"""Flags on what a reply answers, if anything: echo, empty, shared, misaligned, misnumbered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.answer_links import AnswerRelation
from graph.records.quality_flags import Flag, Severity
from loaders.flags.flags_text import breaks_off, stops_early, stops_short
from loaders.responses.commitments.undertakings_in_text import only_regards, points_elsewhere
from loaders.responses.linking.answer_links import (
    common_abbreviations,
    common_words,
    procedural,
    uncommon_words,
)
from loaders.responses.linking.cases import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.replies import ReadReply
    from loaders.responses.linking.cases import Case

_FIGURE = re.compile(r"(?<![\w.])[£$€]?\d(?!\d{0,2}\s*$)")
"""A figure, other than the page number a reply may end in."""

_ADDRESS = re.compile(r"https?:\S+")
"""The address of a page, whose words are nobody's."""

_RECOMMENDED = re.compile(
    r"\b(?:the|this|[Cc]ommittee[’']s)\s+recommendation\s+"
    r"(?:that\s+(?!it\b|they\b)[^.;]{3,120}\b(?:should|must|be)\b|to\s+(?!the\b))[^.;]{10,}"
)
"""A recommendation told with what it asks for."""

_REQUEST = re.compile(
    r"\b(?:should|must|ought|recommend\w*|urge[sd]?|call(?:s|ed)?\s+(?:up)?on|needs?\s+to|expects?|"
    r"require[sd]?|essential|vital|imperative|ask(?:s|ed)?\s+(?:that|the)|suggest\w*|propos\w+|invite[sd]?)\b",
    re.IGNORECASE,
)
"""Words by which a text may ask for something, however mildly."""

_SHORT = 120
"""Characters below which a reply that breaks off may yet have gone on to say more."""

_NO_TIME = re.compile(r"shortly|due\s+course", re.IGNORECASE)
"""Words that stand where a time would, and tell none."""

LEAST_WORDS, LEAST_PAIRS = 8, 100
"""Least uncommon words in reply and in text, and least pairs of them, for none alike to tell.

That two texts on one matter share no word by chance is the less likely the more pairs of words
there are to compare.
"""


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
    """A reply that only points to what is yet to come, or only regards the matter."""
    if case.read is None or case.row.reply is None or case.read.echo or any(case.read.verdicts):
        return
    text = case.row.reply.text.text
    unsure = stops_early(case) and len(text) < _SHORT
    if unsure or _dated(case.read) or _FIGURE.search(text):
        return
    if points_elsewhere(text, case.read):
        what = "leaves the matter to what is yet to come"
    elif only_regards(text, case.read):
        what = "only recognises the matter"
    else:
        return
    yield Flag(
        "empty-answer",
        Severity.DOUBTFUL,
        "reply",
        0,
        len(text),
        f"The reply {what}: it gives no verdict, no time, no figure and no deed.",
    )


def _dated(read: ReadReply) -> bool:
    """Whether an undertaking has a time that says more than that it will come."""
    return any(
        not _NO_TIME.search(item.due.as_written) for part in read.commitments for item in part
    )


def shared_answer(case: Case) -> Iterator[Flag]:
    """One answer, or a numbered paragraph of one, printed under several findings."""
    if case.row.reply is None:
        return
    if case.sharers:
        yield Flag(
            "shared-answer",
            Severity.DOUBTFUL,
            "reply",
            0,
            len(case.row.reply.text.text),
            f"The same answer is printed under {len(case.sharers) + 1} findings: it counts once.",
        )
    elif case.overlap:
        yield Flag(
            "shared-answer",
            Severity.DOUBTFUL,
            "reply",
            case.overlap.start,
            case.overlap.end,
            f"Paragraph {case.overlap.number} is printed under another finding as well, in a reply "
            "that differs otherwise: the two may be one answer, but count as two.",
        )


def misaligned_answer(case: Case) -> Iterator[Flag]:
    """A reply that answers something else than the finding it is shown with."""
    if case.read is None or case.row.reply is None or case.read.echo:
        return
    own = case.row.finding
    elsewhere = [
        item
        for item in case.alignments
        if item.relation is AnswerRelation.ANSWERS and item.finding not in (None, own.key)
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
    elif match := _answers_a_request(case):
        yield Flag(
            "misaligned-answer",
            Severity.DOUBTFUL,
            "reply",
            *match.span(),
            "The reply speaks of a recommendation in words of its own; the finding it is shown "
            "with asks for nothing.",
        )
    elif _nothing_in_common(case):
        yield Flag(
            "misaligned-answer",
            Severity.DOUBTFUL,
            "reply",
            0,
            len(case.row.reply.text.text),
            "Reply and finding have no uncommon word or abbreviation in common: the reply may "
            "answer another.",
        )


def _answers_a_request(case: Case) -> re.Match[str] | None:
    """The words by which a reply names a recommendation that the finding does not make."""
    finding = case.row.finding
    if finding.text is None or case.read is None or case.row.reply is None:
        return None
    if stops_short(finding.text.text) or _REQUEST.search(finding.text.text):
        return None
    text = case.row.reply.text.text
    spans = (span for part in case.read.shape.parts for span in part.paragraphs)
    found = (_RECOMMENDED.search(text, span.body, span.end) for span in spans)
    return next((match for match in found if match), None)


def _nothing_in_common(case: Case) -> bool:
    """Whether reply and finding speak of different things; a stated number would explain it."""
    finding, reply, entry = case.row.finding, case.row.reply, case.row.entry
    if finding.text is None or reply is None or procedural(finding):
        return False
    if any(item.number for item in case.alignments):
        return False
    asked = _ADDRESS.sub(
        " ", f"{finding.text.text} {entry.title.text if entry and entry.title else ''}"
    )
    answered = _ADDRESS.sub(" ", reply.text.text)
    counts = len(uncommon_words(asked)), len(uncommon_words(answered))
    enough = min(counts) >= LEAST_WORDS and counts[0] * counts[1] >= LEAST_PAIRS
    shared = common_words(asked, answered) or common_abbreviations(asked, answered)
    return enough and not shared


def numbering(case: Case) -> Iterator[Flag]:
    """A reply that bears another number than the finding it is shown with."""
    own = case.row.finding.number
    for item in case.alignments:
        if item.number and item.relation is AnswerRelation.SHOWN_WITH and own and case.read:
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
