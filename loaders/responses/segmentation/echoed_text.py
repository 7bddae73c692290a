"""Is a reply only the committee's own text again?

Some pages print the committee's paragraph a second time where the answer should stand, without
its footnote numbers and cut off. Such a reply holds no word of the government.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from graph.records.replies import Echo
from loaders.text.normalisation import normal_form

if TYPE_CHECKING:
    from graph.records.replies import ReplyShape

MATCH = 90.0
"""Least likeness, in per cent, of reply and committee text for an echo.

A reply that takes over the committee's text with its footnotes removed and some spelling changed
stays above 95. Prose on the same subject by another writer stays below 60, and a reply that
repeats a sentence of the committee before it answers falls below 90 as soon as the answer makes
up a tenth of it.
"""

PIECE, PIECES = 9, 40
"""Letters of a piece, and how many pieces are looked for."""

LEAST = 40
"""Least letters and figures for a reply to be called an echo: fewer are too few to tell."""


def echo(reply: str, shape: ReplyShape, committee_text: str) -> Echo | None:
    """Compare a reply with the committee's text it is shown with.

    Only what the reply does not itself label as restated is compared, so a Treasury Minute that
    restates before it answers is no echo.

    Args:
        reply: The reply exactly as printed.
        shape: Its parts.
        committee_text: The committee's text exactly as printed.

    Returns:
        The echo, or None if the reply says something of its own or too little to tell.
    """
    answered = "".join(reply[item.body : item.end] for item in shape.paragraphs)
    if not _shares_pieces(answered, committee_text):
        return None
    own, source = normal_form(answered), normal_form(committee_text)
    if len(own) < LEAST or len(source) < LEAST:
        return None
    if source.startswith(own):
        return Echo(100.0, cut=len(own) < len(source))
    if len(own) > len(source) * 100 / MATCH:
        return None
    likeness = fuzz.partial_ratio(own, source, score_cutoff=MATCH)
    return Echo(likeness, cut=not _reaches_end(own, source)) if likeness >= MATCH else None


def _shares_pieces(own: str, source: str) -> bool:
    """Whether a few of many short pieces of the reply stand in the source, as with every echo.

    One misprint in ten letters leaves two pieces of five whole; other prose shares almost none.
    This is far cheaper than what follows, and most replies need no more.
    """
    starts = range(0, len(own) - PIECE + 1, max(PIECE, len(own) // PIECES))
    shared = sum(own[offset : offset + PIECE] in source for offset in starts)
    return shared * 8 >= len(starts)


def _reaches_end(own: str, source: str) -> bool:
    """Whether the last letters of the reply are the last of the text it repeats."""
    tail = own[-LEAST // 2 :]
    return fuzz.ratio(tail, source[-len(tail) :]) >= MATCH
