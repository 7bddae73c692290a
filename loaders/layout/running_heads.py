"""Page furniture: page numbers, running heads and footers that stand between lines of text.

A bare number is a page number if it carries on the count of pages. What stands next to a page
number, or first or last on a page, and does so again and again, is a running head, unless it is a
piece of a sentence or a line that answering documents repeat by nature.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Row = tuple[str, int, bool]

_NUMBER = re.compile(
    r"(?:Page\s+)?(?:[-–|]\s*)?(?P<number>\d{1,4})(?:\s+of\s+\d{1,4})?(?:\s*[-–|])?", re.IGNORECASE
)
_NEVER = re.compile(
    r"[^A-Z0-9]|.*[.:;,]$|(?:Revised\s+)?Target\b|Recommendations?\b|Conclusions?\b"
    r"|\d{1,3}[a-h]?\s*[.:)]|PAC\b|.*\b(?:(?:dis)?agree|accept|reject)s?\b"
    r"|(?:[A-Z][\w’]*\s+){0,4}[Rr]esponse$|.*\b[Rr]esponse\s+to\s+(?:[Rr]ecommendation|[Cc]onclusion)"
)
"""Lines that are no running heads: pieces of sentences, and what responses repeat by nature."""

_STEPS = (1, 2, 3)
"""By how much the number of a page may exceed that of the last page that shows one."""

_DEPTH = 3
"""Lines at each end of a page among which running heads are sought."""

_OFTEN = 3

_HEAD_WITH_NUMBER = re.compile(
    r"(?:(?P<before>\d{1,4})\s+)?(?P<words>[^\d\s].{10,160}?)(?:\s+(?P<after>\d{1,4}))?"
)
_COUNTS = re.compile(
    r"(?:\b(?:recommendations?|conclusions?|paragraphs?|paras?|nos?\.?|numbers?|parts?|items?|response"
    r"|reply|annex|figure|table|chapter|section|questions?|session|[12]\d{3}[–—-])|[.,;:])$",
    re.IGNORECASE,
)
"""Words after which a number counts something else than pages."""

_COVER = 12
"""Lines among which the title stands that heads the pages."""

_FARTHEST = 12
"""Pages that may lie between two pages that show a running head."""

_CLOSED = re.compile(r"[.!?:;][\"”’)\]]*\d{0,3}$")
_RULE = re.compile(r"[_—–-]{5,}")
_NOTE_NUMBER = re.compile(r"\d{1,3}(?=\s+[A-Z“‘\"(])")
_DATE = re.compile(r"\d{1,2} [A-Z][a-z]{2,8} \d{4}")
_FOOTNOTE = re.compile(r"\d{1,3}\s+(?=[A-Z(“‘\"])(?!\d+[.):])")
_CITES = re.compile(
    r"\bpp?\.\s?\d|\bpara(?:graph)?s?\.?\s\d|\bQq?\s?\d|\bHC\s\d|\bHL\s|\bC[mP]\s?\d|https?:|www\.|\b[Ii]bid\b"
    r"|\b[A-Z]{2,5}\d{3,4}\b|\b(?:19|20)\d\d\b"
)
"""What notes at the foot of a page hold: the place that they cite."""

_ASSERTS = re.compile(
    r"\b(?:will|shall|should|must|may|can|has|have|had|is|are|was|were|[Ww]e|accepts?|agrees?|do(?:es)?)\b"
)
"""What a sentence holds and a citation does not."""


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
    often = max(2, min(_OFTEN, rows[-1][1] // 2 if rows and rows[-1][1] > 1 else len(numbers)))
    heads = {index for side, index in edges if seen[side, _key(rows[index][0])] >= often}
    furniture = numbers | heads | _heads_with_numbers(rows) | _within_sentences(rows, numbers)
    return frozenset(furniture | _footnotes(rows, furniture))


def _heads_with_numbers(rows: Sequence[Row]) -> set[int]:
    """Lines of the same words again and again, each with the number of its page beside them."""
    places: dict[str, list[tuple[int, int, bool]]] = {}
    cover = {" ".join(text.casefold().split()) for text, _, _ in rows[:_COVER]}
    for index, (text, _, _) in enumerate(rows):
        match = _HEAD_WITH_NUMBER.fullmatch(text)
        if match and bool(match["before"]) != bool(match["after"]):
            if match["after"] and _COUNTS.search(match["words"]):
                continue
            number = int(match["before"] or match["after"])
            places.setdefault(" ".join(match["words"].casefold().split()), []).append(
                (number, index, bool(match["before"]))
            )
    return {
        index
        for words, occurrences in places.items()
        if (_is_running(occurrences) or (words in cover and all(row[2] for row in occurrences)))
        and _rises(number for number, _, _ in occurrences)
        for _, index, _ in occurrences
    }


def _is_running(occurrences: Sequence[tuple[int, int, bool]]) -> bool:
    """Whether words with numbers stand often, or on the outer side of two pages that face."""
    if len(occurrences) >= _OFTEN:
        return True
    sides = [before for _, _, before in occurrences]
    return (
        len(occurrences) > 1
        and sides[0] != sides[1]
        and abs(occurrences[0][0] - occurrences[1][0]) == 1
    )


def _rises(numbers: Iterable[int]) -> bool:
    """Whether numbers go up in steps as pages do."""
    return all(0 < after - before <= _FARTHEST for before, after in pairwise(numbers))


def _within_sentences(rows: Sequence[Row], numbers: set[int]) -> set[int]:
    """Titles beside a page number in the midst of a sentence, which stand elsewhere as well."""
    often = Counter(text for text, _, _ in rows)
    heads: set[int] = set()
    for number in numbers:
        for first, last in ((number, number + 1), (number - 1, number)):
            if first < 1 or last + 1 >= len(rows):
                continue
            title = rows[last if first == number else first][0]
            broken = not _CLOSED.search(rows[first - 1][0]) and rows[last + 1][0][:1].islower()
            if broken and often[title] > 1 and not _NEVER.match(title):
                heads.add(last if first == number else first)
    return heads


def _below_rules(rows: Sequence[Row]) -> set[int]:
    """A line that is drawn across the page, and the notes in their order below it."""
    notes: set[int] = set()
    for rule, (text, _, _) in enumerate(rows):
        if not _RULE.fullmatch(text):
            continue
        number, index = 0, rule + 1
        while index < len(rows) and (match := _NOTE_NUMBER.match(rows[index][0])):
            if number and int(match[0]) != number + 1:
                break
            number, index = int(match[0]), index + 1
        notes |= set(range(rule, index)) if number else set()
    return notes


def _footnotes(rows: Sequence[Row], furniture: set[int]) -> set[int]:
    """Notes that stand beside other furniture of a page, below a rule, or at the end of a page."""
    notes = _below_rules(rows) | {
        index for index in range(1, len(rows) - 1) if _breaks_a_sentence(rows, index)
    }
    if not rows or rows[-1][1] <= 1:
        return notes | _above(rows, furniture)
    for members in _pages(rows):
        for order in (members, members[::-1]):
            for index in order:
                if index in furniture:
                    continue
                if not _is_note(rows[index][0]):
                    break
                notes.add(index)
    return notes


def _breaks_a_sentence(rows: Sequence[Row], index: int) -> bool:
    """Whether a note stands where a sentence goes on from the line above to the line below."""
    above, text, below = (rows[place][0] for place in (index - 1, index, index + 1))
    goes_on = below[:1].islower() and not _CLOSED.search(above)
    return goes_on and _is_note(text) and not _DATE.fullmatch(text)


def _above(rows: Sequence[Row], furniture: set[int]) -> set[int]:
    """Notes right above the foot of a page, in a text that does not say where pages end."""
    notes: set[int] = set()
    for foot in furniture:
        index = foot - 1
        while index >= 0 and index not in furniture and _is_note(rows[index][0]):
            notes.add(index)
            index -= 1
    return notes


def _is_note(text: str) -> bool:
    """Whether a line is a note: a number without a stop, and a citation that asserts nothing."""
    begins = _FOOTNOTE.match(text) is not None
    return begins and _CITES.search(text) is not None and _ASSERTS.search(text) is None


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
