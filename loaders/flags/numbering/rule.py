"""A reply that bears another number than the finding it is shown with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.answer_links import AnswerRelation
from graph.records.quality_flags import FlagEvidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = True


def check(case: Case) -> Iterator[FlagEvidence]:
    """Each part of the reply that answers another number."""
    number = case.record.finding.number
    for item in case.alignments:
        if (
            item.number
            and item.relation is AnswerRelation.SHOWN_WITH
            and number
            and case.read_reply
        ):
            part = case.read_reply.shape.parts[item.part]
            explanation = (
                f"The record is numbered {number}; the reply answers number {item.number} of the "
                "report's summary."
            )
            yield FlagEvidence("reply", part.start, part.end, explanation)
