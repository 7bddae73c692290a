"""A reply whose opening, or a piece after its stance, is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.quality_flags import FlagEvidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = False

_STRAY_STOP = re.compile(r"\s*[.,;]\s")
_MID_SENTENCE = re.compile(r"[.,;:]?\s*[a-z]")
_LOST_PIECE = re.compile(
    r"\b(?:recommendation|(?:dis)?agrees|accepts|rejects)\.\s+(?P<rest>[a-z][\w’-]*)"
)
_UNNUMBERED = re.compile(r"\W*(?P<rest>[Tt]he\s+[Gg]overnment)\b")


def check(case: Case) -> Iterator[FlagEvidence]:
    """The beginning of the reply, or the place in it at which a piece is lost."""
    if case.record.reply is None:
        return
    text = case.record.reply.text.text
    if match := _STRAY_STOP.match(text) or _MID_SENTENCE.match(text):
        explanation = "The reply begins in the middle of a sentence; its beginning is missing."
        yield FlagEvidence("reply", 0, match.end(), explanation)
    elif match := _LOST_PIECE.search(text) or _lost_number(case, text):
        explanation = (
            "Something is missing from the reply here: a number, or words after “accepted” or "
            "“rejected”."
        )
        yield FlagEvidence("reply", *match.span("rest"), explanation)


def _lost_number(case: Case, text: str) -> re.Match[str] | None:
    """The opening of a Treasury Minute's stance whose paragraph number is lost."""
    paragraphs = case.read_reply.shape.paragraphs if case.read_reply else ()
    if len(paragraphs) > 1 and paragraphs[0].number is None and paragraphs[1].number:
        return _UNNUMBERED.match(text, paragraphs[0].start)
    return None
