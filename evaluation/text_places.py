"""Pairs what a gold file marks in a text with what was read there, by place."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from graph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from graph.records.mentions import Span


_Gold = TypeVar("_Gold")
_Read = TypeVar("_Read")


def places_in(text: str, words: Iterable[str], gold: Path) -> list[Span]:
    """Where words of a gold file stand in its text, each after the one before.

    Raises:
        InputError: If some of them do not.
    """
    places, end = [], 0
    for item in words:
        start = text.find(item, end)
        if start < 0:
            raise InputError(
                f"{gold}: the words {item!r} do not stand in {text[:60]!r}, or not in that order. "
                "Write them as the text has them."
            )
        end = start + len(item)
        places.append((start, end))
    return places


def paired_by_place(
    gold: Sequence[tuple[Span, _Gold]], readings: Sequence[tuple[Span, _Read]]
) -> Iterator[tuple[_Gold | None, _Read | None]]:
    """What stands at places that overlap, each once; then what stands alone."""
    left = list(readings)
    for (start, end), wanted in gold:
        partner = next((item for item in left if item[0][0] < end and start < item[0][1]), None)
        if partner is not None:
            left.remove(partner)
        yield wanted, partner[1] if partner is not None else None
    yield from ((None, value) for _, value in left)
