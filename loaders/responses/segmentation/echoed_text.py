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

SHORT = 5_000
"""Letters up to which every part of the committee's text is tried."""

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
    likeness = _likeness(own, source)
    return Echo(likeness, cut=not _reaches_end(own, source)) if likeness >= MATCH else None


def _shares_pieces(own: str, source: str) -> bool:
    """Whether a few of many short pieces of the reply stand in the source, as with every echo.

    One misprint in ten letters leaves two pieces of five whole; other prose shares almost none.
    This is far cheaper than what follows, and most replies need no more.
    """
    starts = range(0, len(own) - PIECE + 1, max(PIECE, len(own) // PIECES))
    shared = sum(own[offset : offset + PIECE] in source for offset in starts)
    return shared * 8 >= len(starts)


def _likeness(own: str, source: str) -> float:
    """How like a reply is to the part of the source that it is most like, in per cent.

    Every part of the source is tried where it is short. In a long one that takes time that grows
    with the square of its length, so that only the parts are tried at which pieces stand.
    """
    if len(source) <= SHORT:
        return fuzz.partial_ratio(own, source, score_cutoff=MATCH)
    shorter, longer = sorted((own, source), key=len)
    starts = {0, len(longer) - len(shorter), *_shifts(shorter, longer)}
    parts = {longer[max(start, 0) : start + len(shorter)] for start in starts}
    return max(fuzz.ratio(shorter, part, score_cutoff=MATCH) for part in parts)


def _shifts(shorter: str, longer: str) -> list[int]:
    """How far pieces of one text stand further on in another, three of the middle ones.

    Words that only one of the texts has move what comes after them, so that the pieces disagree by
    a little; the middle is where they move it least.
    """
    shifts = sorted(
        longer.find(shorter[offset : offset + PIECE]) - offset
        for offset in range(0, len(shorter) - PIECE + 1, max(PIECE, len(shorter) // PIECES))
        if shorter[offset : offset + PIECE] in longer
    )
    return [shifts[len(shifts) * quarter // 4] for quarter in (1, 2, 3)] if shifts else []


def _reaches_end(own: str, source: str) -> bool:
    """Whether the last letters of the reply are the last of the text it repeats."""
    tail = own[-LEAST // 2 :]
    return fuzz.ratio(tail, source[-len(tail) :]) >= MATCH
