"""Whether a reply takes two sides, as where it holds the answers to two recommendations."""

from __future__ import annotations

from graph.records.replies import Object
from loaders.responses.reply_reader import read_reply


def takes_both_sides(reply: str, number: str | None = None) -> bool:
    """Whether a reply accepts and refuses what is recommended, each without reserve.

    Args:
        reply: The reply.
        number: Number of the recommendation that it answers, if it has one.
    """
    concepts = {
        stance.concept
        for part in read_reply(reply, number=number).stances
        for stance in part
        if stance.object is Object.RECOMMENDATION
    }
    return {"accepted", "rejected"} <= concepts
