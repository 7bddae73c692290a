"""Values of answers, whatever their type: what a field holds if it is of the type it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

Json = dict[str, Any]
"""A JSON object."""

_MOST_DIGITS = 18
"""Digits of a 64-bit number."""


def number_of(value: object) -> int | None:
    """A number that identifies something, as a number or in digits; None if it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if value >= 0 else None
    if (
        isinstance(value, str)
        and value.isascii()
        and value.isdigit()
        and len(value) <= _MOST_DIGITS
    ):
        return int(value)
    return None


def text_of(value: object) -> str:
    """A text without blanks at its ends; empty for anything else."""
    return value.strip() if isinstance(value, str) else ""


def objects_of(value: object) -> list[Json]:
    """The objects of a list; of a single object, itself."""
    values: Sequence[object] = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, dict)]
