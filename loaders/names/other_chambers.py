"""Committees of other parliaments, by their whole names: "Holyrood's Education Committee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.names.other_nations import chamber_around
from loaders.names.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.names.annotated_text import AnnotatedText


def committees_of_other_chambers(text: AnnotatedText) -> Iterator[Phrase]:
    """Find the names that were left out since a chamber stands beside them, each with it.

    Args:
        text: A text from which the names of bodies elsewhere were left out.

    Yields:
        The chamber and the name as one.
    """
    for name in sorted(text.left_out):
        span = chamber_around(text.folded_text, name)
        if span:
            yield Phrase(*span, "organisation", 0.75, "chamber")
