"""The government's own words of an answer: without those of the committee that it restates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ANSWERS = "answers"
"""The file of passages that are answers."""

_BREAK = "\n\n"


def own_words(original: str, cleaned: str, restated: Iterable[str]) -> tuple[str, str]:
    """A text without what it restates, as it stands and without extraction noise.

    Args:
        original: The text as it stands.
        cleaned: The text without extraction noise; empty if it had none.
        restated: Words of the committee as they stand in the original, as often as they do.

    Returns:
        Both; the latter is empty where noise within the restated words keeps them from being told
        apart there.
    """
    for words in sorted(restated, key=lambda words: (-len(words), words)):
        if not any(character.isalnum() for character in words) or words not in original:
            continue
        original = original.replace(words, _BREAK, 1)
        cleaned = cleaned.replace(words, _BREAK, 1) if words in cleaned else ""
    return original, cleaned
