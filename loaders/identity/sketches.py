"""A sketch of a text: a few of its sequences of words, by which alike texts are found."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHINGLE = 3
"""Words of a sequence."""

SKETCH = 40
"""Sequences that stand for a text: those whose digests are least, which alike texts share."""


def sketch(words: Sequence[str]) -> bytes:
    """The least digests of the sequences of words of a text, ascending, four bytes each."""
    digests = {
        crc32(" ".join(words[position : position + _SHINGLE]).encode())
        for position in range(max(1, len(words) - _SHINGLE + 1))
    }
    return np.array(sorted(digests)[:SKETCH], dtype=np.uint32).tobytes()
