"""Numbered paragraphs that two answers have in common.

A Treasury Minute numbers its paragraphs throughout, so two of one number and the same words are
one paragraph. The replies around them may still differ, by what a page lost or mixed in, and then
are no copies of each other by their texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.replies import ReplyStyle
from loaders.responses.linking.answer_identity import SUBSTANCE, substance
from loaders.text.normalisation import normal_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.records.replies import Paragraph, ReadReply
    from loaders.responses.linking.answer_identity import Answer
    from loaders.responses.linking.answer_links import Shown

_OPENING = 12
"""Characters by which paragraphs are told apart before all their words are compared."""

Place = tuple[int, "Shown", "Paragraph"]


def overlaps(
    replies: Sequence[tuple[int, Shown]], answers: Mapping[int, Answer[int]]
) -> dict[int, Paragraph]:
    """Find the replies that share a numbered paragraph with another answer to another finding.

    Args:
        replies: Places of replies, and the replies.
        answers: The distinct answer at each place.

    Returns:
        For each such place, the first paragraph that is shared.
    """
    alike = _grouped(
        (f"{paragraph.number} {_words(item, paragraph)[:_OPENING]}", (position, item, paragraph))
        for position, item in replies
        if position in answers and item.read_reply.shape.style is ReplyStyle.TREASURY_MINUTE
        for paragraph in _numbered(item.read_reply)
    )
    shared_paragraphs: dict[int, Paragraph] = {}
    for places in alike:
        if len({answers[position].digest for position, _, _ in places}) > 1:
            for position, paragraph in _shared(places, answers):
                if (
                    position not in shared_paragraphs
                    or paragraph.start < shared_paragraphs[position].start
                ):
                    shared_paragraphs[position] = paragraph
    return shared_paragraphs


def _shared(
    places: Sequence[Place], answers: Mapping[int, Answer[int]]
) -> Iterator[tuple[int, Paragraph]]:
    """Those of some paragraphs whose words another answer, under another finding, has too."""
    same = _grouped(
        (normal_form(_words(item, paragraph)), (position, item, paragraph))
        for position, item, paragraph in places
    )
    for copies in same:
        if substance(_words(*copies[0][1:])) < SUBSTANCE:
            continue
        owners = {(item.finding.key, answers[position].digest) for position, item, _ in copies}
        for position, item, paragraph in copies:
            own, digest = item.finding.key, answers[position].digest
            if any(own != finding and digest != owner_digest for finding, owner_digest in owners):
                yield position, paragraph


def _numbered(read: ReadReply) -> Iterator[Paragraph]:
    """The numbered paragraphs that state no stance; those that do are alike in many answers."""
    for part, stances in zip(read.shape.parts, read.stances, strict=True):
        stance_starts = [item.start for item in stances]
        for paragraph in part.paragraphs:
            if paragraph.number and not any(
                paragraph.start <= position < paragraph.end for position in stance_starts
            ):
                yield paragraph


def _grouped(keyed: Iterator[tuple[str, Place]]) -> list[list[Place]]:
    """Places of one key, in the order in which the keys come first."""
    groups: dict[str, list[Place]] = {}
    for key, place in keyed:
        groups.setdefault(key, []).append(place)
    return [places for places in groups.values() if len(places) > 1]


def _words(item: Shown, paragraph: Paragraph) -> str:
    """The words of a paragraph, without its number."""
    return item.text[paragraph.body : paragraph.end]
