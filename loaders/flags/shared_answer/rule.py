"""One answer, or a numbered paragraph of one, printed under several findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.quality_flags import FlagEvidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = True


def check(case: Case) -> Iterator[FlagEvidence]:
    """The whole reply, or the paragraph that another reply has too."""
    if case.record.reply is None:
        return
    if case.sharers:
        explanation = (
            f"The same answer is printed under {len(case.sharers) + 1} findings; it counts once."
        )
        yield FlagEvidence("reply", 0, len(case.record.reply.text.text), explanation)
    elif case.overlap:
        explanation = (
            f"Paragraph {case.overlap.number} is also printed under another finding, in a reply "
            f"that is otherwise different. The two may be one answer, but are counted as two."
        )
        yield FlagEvidence("reply", case.overlap.start, case.overlap.end, explanation)
