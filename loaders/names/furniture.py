"""Furniture: names in what a reading leaves out, such as footnotes and running heads.

They stand in the source and so are told, but apart: they define nothing, nothing points back to
them, they play no role and state no relation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.cleaned_text import CleanedText
from loaders.names.texts import Text
from loaders.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.mentions import Mention
    from loaders.names.disambiguation import Surroundings
    from loaders.names.linking import Linker

_SHORTEST = 3
_CONFIDENCE = 0.7


def names_apart(reading: CleanedText, linker: Linker, around: Surroundings) -> Iterator[Mention]:
    """Names in the stretches that a reading leaves out, with offsets of the original."""
    for edit in reading.edits:
        if edit.replacement or edit.end - edit.start < _SHORTEST:
            continue
        left_out = reading.original[edit.start : edit.end]
        cased = fold(left_out)
        text = Text(0, CleanedText(left_out), left_out, cased, *linker.matcher.hits(cased))
        linker.link(text, around)
        for found in text.mentions:
            yield found._replace(
                start=found.start + edit.start,
                end=found.end + edit.start,
                confidence=min(found.confidence, _CONFIDENCE),
                apart=True,
            )
