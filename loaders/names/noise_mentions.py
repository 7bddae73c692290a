"""Names in extraction noise: in footnotes and what else a cleaned text leaves out.

They stand in the source, so they are mentions, marked as standing in noise: they define nothing,
nothing points back to them, they play no role and state no relation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.cleaned_text import CleanedText
from loaders.names.annotated_text import AnnotatedText
from loaders.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.mentions import Mention
    from loaders.names.document_context import DocumentContext
    from loaders.names.linking import Linker

_SHORTEST = 3
_HEAD = "running-head"
"""A running head names the report on every page of it; that is no mention in the text."""

_CONFIDENCE = 0.7


def mentions_in_noise(
    cleaned_text: CleanedText, linker: Linker, context: DocumentContext
) -> Iterator[Mention]:
    """Names in the extraction noise of a text, with offsets of the original."""
    for edit in cleaned_text.edits:
        if edit.replacement or edit.flag == _HEAD or edit.end - edit.start < _SHORTEST:
            continue
        noise = cleaned_text.original[edit.start : edit.end]
        folded = fold(noise)
        text = AnnotatedText(
            0, CleanedText(noise), noise, folded, *linker.matcher.find_matches(folded)
        )
        linker.link(text, context)
        for mention in text.mentions:
            yield mention._replace(
                start=mention.start + edit.start,
                end=mention.end + edit.start,
                confidence=min(mention.confidence, _CONFIDENCE),
                in_noise=True,
            )
