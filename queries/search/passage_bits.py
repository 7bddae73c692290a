"""Sets of passages as rows of bits.

In Python they are whole numbers, so that sets of tens of thousands are joined, cut and counted in
microseconds; in the index, and where SQLite is to look into one, they are bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


def from_numbers(numbers: Collection[int]) -> int:
    """The set of some numbers."""
    flags = np.zeros(max(numbers, default=0) + 1, dtype=np.uint8)
    flags[np.fromiter(numbers, dtype=np.int64, count=len(numbers))] = 1
    return from_bytes(np.packbits(flags, bitorder="little").tobytes())


def from_bytes(row: bytes) -> int:
    """A set as the index keeps it."""
    return int.from_bytes(row, "little")


def as_bytes(passages: int) -> bytes:
    """A set as the index keeps it: a bit for each number from 0."""
    return passages.to_bytes((passages.bit_length() + 7) // 8, "little")


def as_flags(passages: int) -> bytes:
    """A set as SQLite can look into it: a byte for each number from 0, 1 if it is in the set."""
    bits = np.frombuffer(as_bytes(passages), dtype=np.uint8)
    return np.unpackbits(bits, bitorder="little").tobytes()


def numbers_in(passages: int) -> Iterator[int]:
    """The numbers of a set, in order."""
    flags = np.frombuffer(as_flags(passages), dtype=np.uint8)
    return (int(number) for number in np.flatnonzero(flags))


def distinct_partners(passages: int, pairs: bytes) -> int:
    """How many different second numbers stand beside the passages of a set.

    Args:
        passages: The set.
        pairs: Numbers in pairs, each of four bytes, the first of a pair that of a passage.
    """
    numbers = np.frombuffer(pairs, dtype="<u4").reshape(-1, 2)
    flags = np.frombuffer(as_flags(passages), dtype=np.uint8)
    within = numbers[numbers[:, 0] < len(flags)]
    return int(np.unique(within[flags[within[:, 0]] == 1, 1]).size)


def as_pairs(pairs: Collection[tuple[int, int]]) -> bytes:
    """Numbers in pairs, as the index keeps them."""
    return np.array(list(pairs), dtype="<u4").tobytes()
