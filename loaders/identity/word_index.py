"""Finds texts that share rare sequences of words, so that texts are never compared all with all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from loaders.identity.sketches import sketch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.identity.comparable_words import ComparableWords

_COMMON = 60
"""Texts that may share a sequence of words before it says nothing of which is meant."""

_AT_ONCE = 500
"""Texts for which alike ones are looked up in one go."""

_MOST = 12
"""Texts that are compared with one, those that share most with it."""


class WordIndex:
    """Texts by their sequences of words.

    Each text keeps the sequences whose digests are least. Two texts that are alike, or of which
    one holds the other, keep many of the same, however long they are.
    """

    def __init__(self, texts: Sequence[ComparableWords]) -> None:
        """Index the texts; each is known by its position."""
        sketches = [_digests(text) for text in texts]
        counts = [len(sketch) for sketch in sketches]
        digests = np.concatenate(sketches) if sketches else np.empty(0, np.uint32)
        holders = np.repeat(np.arange(len(sketches), dtype=np.int32), counts)
        order = np.argsort(digests, kind="stable")
        self._digests = digests[order]
        self._holders = holders[order]

    def like_each(self, texts: Sequence[ComparableWords]) -> Iterator[list[int]]:
        """For each text, positions of those that share most with it, most first."""
        for start in range(0, len(texts), _AT_ONCE):
            yield from self._like(texts[start : start + _AT_ONCE])

    def _like(self, texts: Sequence[ComparableWords]) -> Iterator[list[int]]:
        """The same, for so few texts that all which they share fits into memory."""
        sketches = [_digests(text) for text in texts]
        wanted = np.concatenate(sketches)
        rows = np.repeat(np.arange(len(texts)), [len(each) for each in sketches])
        first = np.searchsorted(self._digests, wanted, side="left")
        sizes = np.searchsorted(self._digests, wanted, side="right") - first
        tells = (sizes > 0) & (sizes <= _COMMON)
        rows, first, sizes = rows[tells], first[tells], sizes[tells]
        places = np.arange(sizes.sum()) + np.repeat(first - np.cumsum(sizes) + sizes, sizes)
        pairs = np.repeat(rows, sizes) * len(self._holders) + self._holders[places]
        shared, counts = np.unique(pairs, return_counts=True)
        row, position = np.divmod(shared, max(len(self._holders), 1))
        order = np.lexsort((position, -counts, row))
        begins = np.searchsorted(row[order], np.arange(len(texts) + 1))
        for begin, end in pairwise(begins.tolist()):
            yield position[order[begin : min(end, begin + _MOST)]].tolist()


def _digests(text: ComparableWords) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return np.frombuffer(text.sketch or sketch(text.words), dtype=np.uint32)
