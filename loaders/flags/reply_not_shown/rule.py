"""A label without words, or a record that stops before the government speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.quality_flags import FlagEvidence
from loaders.flags.evidence.text_ends import record_stops_short
from loaders.responses.linking.cases import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = False


def check(case: Case) -> Iterator[FlagEvidence]:
    """The label, the text that breaks off, or the restated words that stand for a reply."""
    label = label_of(case.record)
    if case.read_reply is None and label:
        explanation = f"The record says “{label}” but shows no reply."
        yield FlagEvidence("label", None, None, explanation)
    elif record_stops_short(case):
        explanation = (
            "The record breaks off within the committee's text, so it cannot be seen whether a "
            "reply followed."
        )
        yield FlagEvidence("text", None, None, explanation)
    elif case.read_reply and case.record.reply and not case.read_reply.shape.paragraphs:
        explanation = (
            "The reply only restates the committee's words; the answer itself is not shown."
        )
        yield FlagEvidence("reply", 0, len(case.record.reply.text.text), explanation)
