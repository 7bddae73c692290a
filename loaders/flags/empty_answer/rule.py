"""A reply that only points to what is yet to come, or only regards the matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.records.quality_flags import FlagEvidence
from loaders.flags.evidence.text_ends import reply_stops_short
from loaders.responses.commitments.undertakings_in_text import only_regards, points_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.replies import ReadReply
    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = False

_FIGURE = re.compile(r"(?<![\w.])[£$€]?\d(?!\d{0,2}\s*$)")
"""A figure, other than the page number a reply may end in."""

_SHORT = 120
"""Characters below which a reply that breaks off may yet have gone on to say more."""

_NO_TIME = re.compile(r"shortly|due\s+course", re.IGNORECASE)
"""Words that stand where a time would, and tell none."""


def check(case: Case) -> Iterator[FlagEvidence]:
    """The whole reply, if it states no stance, time, figure or deed."""
    read = case.read_reply
    if read is None or case.record.reply is None or read.echo or any(read.stances):
        return
    text = case.record.reply.text.text
    unsure = reply_stops_short(case) and len(text) < _SHORT
    if unsure or _dated(read) or _FIGURE.search(text):
        return
    if points_elsewhere(text, read):
        what = "only points to something that is still to come"
    elif only_regards(text, read):
        what = "only recognises the problem"
    else:
        return
    explanation = (
        f"The reply {what}. It neither accepts nor rejects, and names no date, no figure and no "
        "action."
    )
    yield FlagEvidence("reply", 0, len(text), explanation)


def _dated(read: ReadReply) -> bool:
    """Whether a commitment has a time that says more than that it will come."""
    return any(
        not _NO_TIME.search(item.due.as_written) for part in read.commitments for item in part
    )
