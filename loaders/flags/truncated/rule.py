"""A text that stops within a word or sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.quality_flags import FlagEvidence
from loaders.flags.evidence.text_ends import texts, trailing_heading
from loaders.text.text_ends import stops_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = False


def check(case: Case) -> Iterator[FlagEvidence]:
    """The last word of the committee's text, of the reply or of both."""
    for field, text in texts(case):
        if stops_short(text) and not trailing_heading(case, field, text):
            end = len(text.rstrip())
            start = end - len(text[:end].rsplit(maxsplit=1)[-1])
            explanation = "The text stops before its sentence ends; the rest is missing."
            yield FlagEvidence(field, start, end, explanation)
