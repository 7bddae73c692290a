"""Read one reply: its parts, stances, undertakings and statuses; and is it a reply at all?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.records.replies import ReadReply
from loaders.responses.commitments.commitments import commitments
from loaders.responses.commitments.delivery import updates
from loaders.responses.segmentation.echoed_text import LEAST, echo
from loaders.responses.segmentation.parts import split
from loaders.responses.stance.positions import positions
from loaders.responses.stance.stated_numbers import is_about
from loaders.text.normalisation import normal_form
from loaders.text.wrapped_lines import unwrap

if TYPE_CHECKING:
    from datetime import date

    from graph.records.replies import Commitment, ReplyShape, Stance, Update

_KEPT = 4
"""Replies and texts of committees that are kept, since several items may share one."""


def read_reply(
    text: str,
    asked: str | None = None,
    written: date | None = None,
    number: str | None = None,
    speaker: str | None = None,
) -> ReadReply:
    """Read all that the words of a reply say.

    Args:
        text: The reply exactly as printed.
        asked: The committee's text it is shown with, if known. Sentences of it that the reply
            repeats, with a label or without one, are not the government's words.
        written: Date of the answering document, if known.
        number: Number of the recommendation that it answers, if it is printed with one. What it
            accepts or refuses of others, by their numbers, is not read.
        speaker: Who replies, where that is known. A body whose verdict is else no position of the
            government's, such as a regulator, speaks for itself.

    Returns:
        What was read. An echo holds neither stances nor undertakings
        nor statuses.
    """
    whole = _read_whole(text, written, speaker)
    shape, line, source = whole.shape, whole.line, _source(asked or "")
    stances = tuple(
        tuple(
            item
            for item in part
            if not _repeats(text, item, source) and (not number or is_about(line, item, number))
        )
        for part in whole.stances
    )
    repeated = echo(text, shape, asked) if asked and not any(stances) else None
    dated = tuple(
        tuple(item for item in part if not _repeats(text, item, source))
        for part in whole.commitments
    )
    nothing = tuple(() for _ in shape.parts)
    if repeated:
        return ReadReply(shape, stances, nothing, nothing, repeated)
    statuses = tuple(
        tuple(item for item in part if not _repeats(text, item, source)) for part in whole.updates
    )
    return ReadReply(shape, stances, dated, statuses)


@dataclass(frozen=True, slots=True)
class _WholeReply:
    """What the words of a reply say by themselves, whatever was asked.

    Attributes:
        shape: Its parts.
        line: Its words, the ends of wrapped lines made spaces.
        stances: Stances of each part.
        commitments: Undertakings of each part.
        updates: Statuses of each part.
    """

    shape: ReplyShape
    line: str
    stances: tuple[tuple[Stance, ...], ...]
    commitments: tuple[tuple[Commitment, ...], ...]
    updates: tuple[tuple[Update, ...], ...]


@lru_cache(maxsize=_KEPT)
def _read_whole(text: str, written: date | None, speaker: str | None) -> _WholeReply:
    """Read a reply; once, where the same words answer one item after another."""
    shape, line = split(text), unwrap(text)
    return _WholeReply(
        shape,
        line,
        positions(line, shape, speaker),
        commitments(line, shape, written),
        updates(line, shape),
    )


_source = lru_cache(maxsize=_KEPT)(normal_form)


def _repeats(text: str, item: Stance | Commitment | Update, source: str) -> bool:
    """Whether the sentence of what was read is one of the committee's, long enough to tell."""
    sentence = normal_form(text[item.start : item.end])
    return len(sentence) >= LEAST and sentence in source
