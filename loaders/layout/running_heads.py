"""Page furniture: page numbers, running heads and footers that stand between lines of text.

A bare number is a page number if it carries on the count of pages. What stands next to a page
number, or first or last on a page, and does so again and again, is a running head, unless it is a
piece of a sentence or a line that answering documents repeat by nature.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Row = tuple[str, int, bool]

_NUMBER = re.compile(
    r"(?:Page\s+)?(?:[-–|]\s*)?(?P<number>\d{1,4})(?:\s+of\s+\d{1,4})?(?:\s*[-–|])?", re.IGNORECASE
)
_NEVER = re.compile(
    r"[^A-Z0-9]|.*[.:;,]$|(?:Revised\s+)?Target\b|Recommendations?\b|Conclusions?\b"
    r"|\d{1,3}[a-h]?\s*[.:)]|PAC\b|.*\b(?:(?:dis)?agree|accept|reject)s?\b|(?:Government\s+)?Response\b"
)
"""Lines that are no running heads: pieces of sentences, and what responses repeat by nature."""

_STEPS = (1, 2, 3)
"""By how much the number of a page may exceed that of the last page that shows one."""

_DEPTH = 3
"""Lines at each end of a page among which running heads are sought."""

_OFTEN = 3


def page_furniture(rows: Sequence[Row]) -> frozenset[int]:
    """Find page furniture.

    Args:
        rows: Text and page of each line, and whether it is known to be furniture.

    Returns:
        Indexes of the lines that are.
    """
    numbers = _page_numbers(rows)
    edges = [
        (side, index)
        for side, index in _edges(rows, numbers)
        if index not in numbers and not _NEVER.match(rows[index][0])
    ]
    seen = Counter((side, _key(rows[index][0])) for side, index in edges)
    often = max(2, min(_OFTEN, rows[-1][1] // 2)) if rows and rows[-1][1] > 1 else _OFTEN
    heads = {index for side, index in edges if seen[side, _key(rows[index][0])] >= often}
    return frozenset(numbers | heads)


def _page_numbers(rows: Sequence[Row]) -> set[int]:
    """The longest run of bare numbers that count pages."""
    paged = bool(rows) and rows[-1][1] > 1
    outer = sorted(set(_outer(rows))) if paged else range(len(rows))
    last: dict[int, int] = {}
    length: dict[int, int] = {}
    before: dict[int, int] = {}
    for index in outer:
        match = _NUMBER.fullmatch(rows[index][0])
        if match:
            value = int(match["number"])
            nearest = [last[value - step] for step in _STEPS if value - step in last]
            if nearest:
                before[index] = max(nearest, key=length.__getitem__)
            length[index] = length[before[index]] + 1 if nearest else 1
            if value not in last or length[last[value]] <= length[index]:
                last[value] = index
    return set(_chain(max(length, key=length.__getitem__, default=None), before))


def _chain(last: int | None, before: dict[int, int]) -> Iterator[int]:
    """The members of a run, from its last."""
    while last is not None:
        yield last
        last = before.get(last)


def _edges(rows: Sequence[Row], numbers: set[int]) -> Iterator[tuple[int, int]]:
    """Lines that stand where running heads do, each with the side on which: -1 above, 1 below."""
    if rows and rows[-1][1] > 1:
        for members in _pages(rows):
            middle = len(members) // 2
            yield from ((-1, index) for index in members[: min(_DEPTH, middle)])
            yield from ((1, index) for index in members[max(middle, len(members) - _DEPTH) :])
        return
    for number in numbers:
        if number > 0:
            yield 1, number - 1
        if number + 1 < len(rows):
            yield -1, number + 1


def _outer(rows: Sequence[Row]) -> Iterator[int]:
    """The first and the last line of every page."""
    for members in _pages(rows):
        yield from dict.fromkeys((members[0], members[-1]))


def _pages(rows: Sequence[Row]) -> Iterator[list[int]]:
    """Indexes of the lines of each page."""
    pages: dict[int, list[int]] = {}
    for index, (_, page, _known) in enumerate(rows):
        pages.setdefault(page, []).append(index)
    yield from pages.values()


def _key(text: str) -> str:
    """A line as it recurs: white space single, figures alike."""
    return re.sub(r"\d+", "0", " ".join(text.casefold().split()))
