"""Finds requests that share rare pairs of words, so that requests are never compared all with all.

With a word alone the number of its findings grows with the graph; with a pair of rare words it
stays small, so the work for one finding does not grow with the number of the others.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from loaders.identity.comparable_words import ComparableWords
from loaders.identity.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from loaders.repeats.asked_findings import Request
    from loaders.repeats.request_likeness import WordWeights

_RAREST = 9
"""Words of a request whose pairs are looked up."""


class RequestIndex:
    """Requests by the pairs of their rarest words."""

    def __init__(self, requests: Sequence[Request], weights: WordWeights) -> None:
        """Index requests, each known by its position."""
        self._texts = [_paired(request, weights) for request in requests]
        self._index = WordIndex(self._texts)

    def alike(self) -> Iterator[tuple[int, int]]:
        """Pairs of positions of requests that share pairs of rare words, each once."""
        yielded: set[tuple[int, int]] = set()
        for position, places in enumerate(self._index.like_each(self._texts)):
            for place in places:
                pair = min(position, place), max(position, place)
                if place != position and pair not in yielded:
                    yielded.add(pair)
                    yield pair


def _paired(request: Request, weights: WordWeights) -> ComparableWords:
    """The pairs of rare words of a request, as a sketch by which it is found."""
    rarest = weights.rarest(request.terms)[:_RAREST]
    pairs = {crc32(f"{a} {b}".encode()) for a, b in combinations(sorted(rarest), 2)}
    digests = sorted(pairs) or [crc32(request.sentence.encode())]
    return ComparableWords("", sketch=np.array(digests, dtype=np.uint32).tobytes())
