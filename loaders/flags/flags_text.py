"""Flags on damage: text cut off, text begun in mid-sentence, page furniture among the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.quality_flags import Flag, Severity
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

_ENDED = re.compile(r"(?:[.?!:;…][\"”’')\]]*|[\"”)\]])(?:\d{1,3}(?:,\s?\d{1,3})*)?\s*$")
_VERDICT_ONLY = re.compile(
    r"\W*(?:partially\s+|not\s+)?(?:agreed?|accept(?:ed)?|reject(?:ed)?|disagree|noted|deferred)"
    r"(?:\s+in\s+(?:part|principle))?\s*",
    re.IGNORECASE,
)

SUBSTANTIAL = 120
"""Characters from which a reply can hardly be said not to address the finding."""

_TAIL = 60
"""Last characters of a text, among which the signs of an end are sought."""

_DATE_END = re.compile(r"(?:19|20)\d\d\s*$|implemented\s*$")
_PAGE_END = re.compile(r"[a-z.)]\s\d{1,3}\s*$")

_SENTENCE_END = re.compile(r"[.?!:;)”…]\d{0,3}(?:,\s?\d{1,3})*\s+(?=\S)")
_LONGEST_HEADING = 14
"""Words that a heading may have."""

_MEASURING = (
    "about", "around", "nearly", "over", "than", "all", "of", "by", "to", "from", "the", "for",
    "in", "at", "and", "only", "every", "least", "under", "within", "paragraph", "recommendation",
    "number", "next", "past", "last", "first", "some",
)  # fmt: skip
_MEASURES = "".join(rf"(?<!{word}\s[0-9])" for word in _MEASURING)
"""No page number follows these words."""

_GOES_ON = (
    "how|where|when|which|who|whether|what|the|an?|to|and|is|are|was|has|have|its?|in|by|for|that|"
    "with|from|as|at|on|or|not|understand"
)
_FURNITURE = (
    (
        "block of footnotes",
        (
            r"[0-9](?<!\w[0-9])\d{0,2} "
            r"(?:Qq? ?\d|C&AG’s Report|CA&G’s Report|[A-Z]{3,4}\d{4}\b|HC \d|https?:)"
        ),
    ),
    (
        "running head",
        (
            r"(?P<head>[0-9](?<=[a-z,;]\s[0-9])\d{0,2}\s+[A-Z][a-z]+(?:\s+[a-z]+){2,9})"
            r"\s+(?=[a-z]+s?\b)(?=[^.]*\.)"
        ),
    ),
    ("page number", r"(?P<head>[0-9](?<=[a-z.)]\s[0-9])\d{0,2})\s*$"),
    (
        "page number",
        rf"(?P<head>[0-9](?<=[a-z]\s[0-9]){_MEASURES}\d?)\s(?=(?:{_GOES_ON})\b)",
    ),
    (
        "page number",
        (
            r"(?P<head>[0-9](?<=[a-z]\.\s[0-9])\d{0,2})\s"
            r"(?=[A-Z][a-z]|[Rr]ecommendation|[a-d]\.\s)"
        ),
    ),
    ("footnote number", r"(?P<head>[0-9](?<=[a-z]{4}[0-9])\d?)(?=\s[a-z]|\.\s|,\s)"),
)
"""Every pattern begins with a figure, so that a search tries few places."""

_COMPILED = tuple((name, compile_pattern(pattern)) for name, pattern in _FURNITURE)
_PLAIN_WORD = re.compile(r"(?:^|[^\w-])[a-z]{4,}$")
_MID_SENTENCE = re.compile(r"[.,;:]?\s*[a-z]")
_LOST_PIECE = re.compile(
    r"\b(?:recommendation|(?:dis)?agrees|accepts|rejects)\.\s+(?P<rest>[a-z][\w’-]*)"
)
_UNNUMBERED = re.compile(r"\W*(?P<rest>[Tt]he\s+[Gg]overnment)\b")
_STRAY_STOP = re.compile(r"\s*[.,;]\s")


def texts(case: Case) -> Iterator[tuple[str, str]]:
    """The committee's text and the reply of a case, each with the name of its field."""
    if case.row.finding.text:
        yield "text", case.row.finding.text.text
    if case.row.reply:
        yield "reply", case.row.reply.text.text


def truncated(case: Case) -> Iterator[Flag]:
    """A text that stops within a word or sentence."""
    for field, text in texts(case):
        if stops_short(text) and not _heading(case, field, text):
            explanation = "The text stops before its sentence ends: what followed is lost."
            end = len(text.rstrip())
            start = end - len(text[:end].rsplit(maxsplit=1)[-1])
            yield Flag("truncated", Severity.DOUBTFUL, field, start, end, explanation)


def stops_early(case: Case) -> bool:
    """Whether the reply of a case breaks off, so that more may have stood there."""
    return case.row.reply is not None and stops_short(case.row.reply.text.text)


def enough_told(case: Case) -> bool:
    """Whether enough of a reply is there for its want of a verdict to mean something."""
    if case.read is None or case.row.reply is None or not case.read.shape.paragraphs:
        return False
    return not stops_early(case) or len(case.row.reply.text.text) > SUBSTANTIAL


def breaks_off(case: Case) -> bool:
    """Whether a record ends within the committee's text, so that a reply may have followed."""
    text = case.row.finding.text
    nothing = case.row.reply is None and not (case.row.entry and case.row.entry.reply_label)
    return nothing and text is not None and stops_short(text.text)


def stops_short(text: str) -> bool:
    """Whether a text ends neither with a sentence, nor with a date line or a page number."""
    whole = (_ENDED, _DATE_END, _PAGE_END)
    if not text.strip() or _VERDICT_ONLY.fullmatch(text):
        return False
    tail = text.rstrip()[-_TAIL:]
    return not any(pattern.search(tail) for pattern in whole)


def _heading(case: Case, field: str, text: str) -> tuple[int, int] | None:
    """The heading that stands after the committee's text, where the record goes on after it."""
    goes_on = case.row.reply or (case.row.entry and case.row.entry.reply_label)
    if field != "text" or not goes_on or _ENDED.search(text):
        return None
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    tail = text[ends[-1] :] if ends else ""
    if tail[:1].islower() or not 0 < len(tail.split()) <= _LONGEST_HEADING:
        return None
    return len(text) - len(tail), len(text.rstrip())


def furniture(case: Case) -> Iterator[Flag]:
    """Footnotes, page numbers and headings among the words, each kind once a field."""
    for field, text in texts(case):
        found: dict[str, tuple[int, int]] = {}
        for name, pattern in _COMPILED:
            match = None if name in found else pattern.search(text)
            if match and not (name == "footnote number" and _coded(text, match)):
                found[name] = match.start(match.lastgroup or 0), match.end()
        if heading := _heading(case, field, text):
            found["heading"] = heading
        for name, (start, end) in found.items():
            yield _furniture(field, start, end, name)


def _coded(text: str, match: re.Match[str]) -> bool:
    """Whether figures belong to a code, such as that of a form, and not to a plain word."""
    start = match.start("head")
    return _PLAIN_WORD.search(text[max(0, start - 40) : start]) is None


def _furniture(field: str, start: int, end: int, name: str) -> Flag:
    explanation = f"This is no part of the sentence but page furniture ({name})."
    return Flag("furniture", Severity.SLIGHT, field, start, end, explanation)


def fragment(case: Case) -> Iterator[Flag]:
    """A reply whose opening, or a piece after its verdict, is lost."""
    if case.row.reply is None:
        return
    text = case.row.reply.text.text
    match = _STRAY_STOP.match(text) or _MID_SENTENCE.match(text)
    lost = _LOST_PIECE.search(text) or _lost_number(case, text)
    if match:
        yield Flag(
            "fragment",
            Severity.DOUBTFUL,
            "reply",
            0,
            match.end(),
            "The reply begins in mid-sentence: its opening is lost.",
        )
    elif lost:
        yield Flag(
            "fragment",
            Severity.DOUBTFUL,
            "reply",
            lost.start("rest"),
            lost.end("rest"),
            "A piece of the reply is lost here: a number, or words after the verdict.",
        )


def _lost_number(case: Case, text: str) -> re.Match[str] | None:
    """The opening of a Treasury Minute's verdict whose paragraph number is lost."""
    paragraphs = case.read.shape.paragraphs if case.read else ()
    if len(paragraphs) > 1 and paragraphs[0].number is None and paragraphs[1].number:
        return _UNNUMBERED.match(text, paragraphs[0].start)
    return None
