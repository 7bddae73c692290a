"""Whole numbers as people type them: ASCII digits, within bounds."""

from __future__ import annotations

import re

LARGEST = 1_000_000_000
"""The largest number that any option or parameter takes; no graph here has so many rows."""

_DIGITS = re.compile("[0-9]{1,10}")


def read_whole_number(text: str, minimum: int = 0, maximum: int = LARGEST) -> int:
    """Read a whole number.

    Python would also take `1_000`, Thai digits, and signs.

    Raises:
        ValueError: If it is written otherwise, or out of bounds; the message says what is right.
    """
    number = int(text) if _DIGITS.fullmatch(text) else -1
    if not minimum <= number <= maximum:
        raise ValueError(f"{text!r} is no {describe_bounds(minimum, maximum)}")
    return number


def describe_bounds(minimum: int = 0, maximum: int = LARGEST) -> str:
    """What is taken, for messages."""
    return f"whole number from {minimum:,} to {maximum:,}, in digits"
