"""From offsets of reading texts to offsets of the originals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.records.mentions import RecognisedNames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.records.cleaned_text import CleanedText
    from graph.records.mentions import DocumentSpan, Mention


def in_original(
    names: RecognisedNames, reading: CleanedText, readings: Sequence[CleanedText]
) -> RecognisedNames:
    """Move every offset to the original.

    Args:
        names: What was found in one reading text.
        reading: That reading.
        readings: Those of all texts of the document, into which the bases of mentions point.
    """
    mentions = []
    for mention in names.mentions:
        start, end = reading.span(mention.start, mention.end)
        cue = reading.span(*mention.cue) if mention.cue else None
        basis = _basis(mention, readings)
        mentions.append(mention._replace(start=start, end=end, cue=cue, basis=basis))
    ambiguous = []
    for doubt in names.ambiguous:
        start, end = reading.span(doubt.start, doubt.end)
        ambiguous.append(replace(doubt, start=start, end=end))
    relations = []
    for relation in names.relations:
        start, end = reading.span(relation.start, relation.end)
        relations.append(replace(relation, start=start, end=end, cue=reading.span(*relation.cue)))
    return RecognisedNames(
        tuple(mentions),
        tuple(ambiguous),
        names.candidates,
        tuple(relations),
        tuple(reading.span(*place) for place in names.unresolved),
    )


def _basis(mention: Mention, readings: Sequence[CleanedText]) -> DocumentSpan | None:
    if mention.basis is None:
        return None
    number, start, end = mention.basis
    return (number, *readings[number].span(start, end))
