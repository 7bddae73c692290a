"""Page furniture: page numbers, running heads and footers that stand between lines of text.

A bare number is a page number if it carries on the count of pages. What stands next to a page
number, or first or last on a page, and does so again and again, is a running head. Lines that an
answering document repeats by nature, such as those on implementation, never are.
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
_REPEATED_BY_NATURE = re.compile(
    r"(?:Revised\s+)?Target\b|Recommendations?\b|Conclusions?\b|\d{1,3}[a-h]?\s*[.:)]|PAC\b|[•●▪–-]\s"
    r"|.*\b(?:dis)?agrees?\b|.*\b(?:accept|reject)s?\b|(?:The\s+)?(?:Government\s+)?[Rr]esponse\b"
    r"|.*:$",
    re.IGNORECASE,
)
_LONGEST_STEP = 3
"""Pages whose number may be missing between two that show it."""

_DEPTH = 2
"""Lines at each end of a page that may be running heads."""

_OFTEN = 3


def page_furniture(rows: Sequence[Row]) -> frozenset[int]:
    """Find page furniture.

    Args:
        rows: Text and page of each line, and whether it is known to be furniture.

    Returns:
        Indexes of the lines that are.
    """
    numbers = _page_numbers(rows)
    edges = list(_edges(rows, numbers))
    seen = Counter(_key(rows[at][0]) for at in dict.fromkeys(edges) if at not in numbers)
    often = max(2, min(_OFTEN, rows[-1][1] // 2)) if rows and rows[-1][1] > 1 else _OFTEN
    heads = {
        at
        for at in edges
        if seen[_key(rows[at][0])] >= often and not _REPEATED_BY_NATURE.match(rows[at][0])
    }
    return frozenset(numbers | heads)


def _page_numbers(rows: Sequence[Row]) -> set[int]:
    """The longest run of bare numbers that count pages, one for a page where pages are known."""
    paged = bool(rows) and rows[-1][1] > 1
    outer = set(_outer(rows, 1)) if paged else set(range(len(rows)))
    best: dict[int, tuple[int, int | None, int]] = {}
    chains: dict[int, tuple[int, int | None]] = {}
    for at in sorted(outer):
        match = _NUMBER.fullmatch(rows[at][0])
        if match:
            value = int(match["number"])
            before = [
                best[value - step] for step in range(1, _LONGEST_STEP + 1) if value - step in best
            ]
            longest = max(before, default=(0, None, 0))
            chains[at] = longest[0] + 1, longest[1] if longest[0] else None
            best[value] = max(
                best.get(value, (0, None, 0)), (longest[0] + 1, at, value), key=_length
            )
    return set(_chain(chains))


def _length(entry: tuple[int, int | None, int]) -> int:
    return entry[0]


def _chain(chains: dict[int, tuple[int, int | None]]) -> Iterator[int]:
    """The members of the longest chain, from its last."""
    at: int | None = max(chains, key=lambda key: chains[key][0], default=None)
    while at is not None:
        yield at
        at = chains[at][1]


def _edges(rows: Sequence[Row], numbers: set[int]) -> Iterator[int]:
    """Lines that stand where running heads do."""
    if rows and rows[-1][1] > 1:
        yield from (at for at in _outer(rows, _DEPTH + 1) if at not in numbers)
        return
    for number in numbers:
        for at in (number - 1, number + 1):
            if 0 <= at < len(rows) and at not in numbers:
                yield at


def _outer(rows: Sequence[Row], depth: int) -> Iterator[int]:
    """The first and last lines of every page."""
    pages: dict[int, list[int]] = {}
    for at, (_, page, _known) in enumerate(rows):
        pages.setdefault(page, []).append(at)
    for members in pages.values():
        yield from dict.fromkeys([*members[:depth], *members[-depth:]])


def _key(text: str) -> str:
    """A line as it recurs: white space single, figures alike."""
    return re.sub(r"\d+", "0", " ".join(text.casefold().split()))
