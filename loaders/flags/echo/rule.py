"""A reply that only repeats the committee's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.quality_flags import FlagEvidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = False


def check(case: Case) -> Iterator[FlagEvidence]:
    """The whole reply, with how alike the two texts are."""
    if case.read_reply and case.read_reply.echo and case.record.reply:
        likeness = case.read_reply.echo.likeness
        cut = ", and breaks off" if case.read_reply.echo.cut else ""
        yield FlagEvidence(
            "reply",
            0,
            len(case.record.reply.text.text),
            f"The reply repeats the committee's own text ({likeness:.0f} per cent alike){cut}: "
            "the government says nothing in it.",
        )
