"""Of which recommendations a stance speaks, where it names them by their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.replies import Object
from loaders.references.item_numbers import NUMBERS, item_numbers
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from graph.records.replies import Stance

_NUMBERED = compile_pattern(rf"\b[Rr]ecommendations?\s+(?P<numbers>{NUMBERS})")
_NEAR = 20
"""Characters after the words that decide within which the numbers stand."""


def is_about(text: str, stance: Stance, number: str) -> bool:
    """Whether a stance may be about the recommendation of a number.

    One that names others is about those: "We accept recommendations 1 and 3 and reject
    recommendation 2."
    """
    if stance.object is not Object.RECOMMENDATION:
        return True
    near = min(stance.cue_end + _NEAR, stance.end)
    match = _NUMBERED.search(text, stance.cue_start, stance.end)
    if match is None or match.start() > near:
        return True
    return number in item_numbers(match["numbers"])
