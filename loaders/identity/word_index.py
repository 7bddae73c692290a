"""Finds texts that share rare sequences of words, so that texts are never compared all with all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.identity.comparable_words import ComparableWords

_SHINGLE = 3
"""Words of a sequence."""

_COMMON = 60
"""Texts that may share a sequence of words before it says nothing of which is meant."""

_MOST = 12
"""Texts that are compared with one, those that share most with it."""

SKETCH = 40
"""Sequences that stand for a text: those whose digests are least, which alike texts share."""


class WordIndex:
    """Texts by their sequences of words.

    Each text keeps the sequences whose digests are least. Two texts that are alike, or of which
    one holds the other, keep many of the same, however long they are.
    """

    def __init__(self, texts: Sequence[ComparableWords]) -> None:
        """Index the texts; each is known by its position."""
        sketches = [_sketch(text) for text in texts]
        counts = [len(sketch) for sketch in sketches]
        digests = np.concatenate(sketches) if sketches else np.empty(0, np.uint32)
        holders = np.repeat(np.arange(len(sketches), dtype=np.int32), counts)
        order = np.argsort(digests, kind="stable")
        self._digests = digests[order]
        self._holders = holders[order]

    def like(self, text: ComparableWords) -> list[int]:
        """Positions of the texts that share most with one, most first."""
        wanted = _sketch(text)
        first = np.searchsorted(self._digests, wanted, side="left")
        last = np.searchsorted(self._digests, wanted, side="right")
        shared: Counter[int] = Counter()
        for begin, end in zip(first.tolist(), last.tolist(), strict=True):
            if end - begin <= _COMMON:
                shared.update(self._holders[begin:end].tolist())
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        return [position for position, _ in ranked[:_MOST]]


def _sketch(text: ComparableWords) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    words = text.words
    digests = {
        crc32(" ".join(words[position : position + _SHINGLE]).encode())
        for position in range(max(1, len(words) - _SHINGLE + 1))
    }
    return np.array(sorted(digests)[:SKETCH], dtype=np.uint32)
