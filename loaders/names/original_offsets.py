"""From offsets of cleaned texts to offsets of the originals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.records.mentions import RecognisedNames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.records.cleaned_text import CleanedText
    from graph.records.mentions import DocumentSpan, Mention


def to_original_offsets(
    names: RecognisedNames, cleaned_text: CleanedText, cleaned_texts: Sequence[CleanedText]
) -> RecognisedNames:
    """Move every offset to the original.

    Args:
        names: What was recognised in one cleaned text.
        cleaned_text: That cleaned text.
        cleaned_texts: Those of all texts of the document, into which the bases of mentions point.
    """
    mentions = []
    for mention in names.mentions:
        start, end = cleaned_text.span(mention.start, mention.end)
        cue = cleaned_text.span(*mention.cue) if mention.cue else None
        provision = cleaned_text.span(*mention.provision) if mention.provision else None
        basis = _basis(mention, cleaned_texts)
        mentions.append(
            mention._replace(start=start, end=end, cue=cue, basis=basis, provision=provision)
        )
    ambiguous = []
    for unclear in names.ambiguous:
        start, end = cleaned_text.span(unclear.start, unclear.end)
        ambiguous.append(replace(unclear, start=start, end=end))
    relations = []
    for relation in names.relations:
        start, end = cleaned_text.span(relation.start, relation.end)
        relations.append(
            replace(relation, start=start, end=end, cue=cleaned_text.span(*relation.cue))
        )
    return RecognisedNames(
        tuple(mentions),
        tuple(ambiguous),
        names.candidates,
        tuple(relations),
        tuple(cleaned_text.span(*span) for span in names.unresolved),
    )


def _basis(mention: Mention, cleaned_texts: Sequence[CleanedText]) -> DocumentSpan | None:
    if mention.basis is None:
        return None
    number, start, end = mention.basis
    return (number, *cleaned_texts[number].span(start, end))
