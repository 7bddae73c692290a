"""Which way of marking items a document uses: the one by which most of it is read whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.sources.government_responses.grouped_entries import divided
from loaders.sources.government_responses.item_heads import (
    answering,
    asking,
    boxed,
    bracketed,
    by_paragraph,
    labelled,
    number_first,
    numbered,
    quoted,
    referring,
    spoken,
)
from loaders.sources.government_responses.response_entries import read_items
from loaders.sources.government_responses.table_entries import read_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from loaders.layout.document_lines import DocumentLine, DocumentLines
    from loaders.sources.government_responses.item_heads import Head
    from loaders.sources.government_responses.response_entries import ResponseEntry

_SCHEMES: tuple[Callable[[Sequence[DocumentLine]], Iterator[Head]], ...] = (
    labelled,
    number_first,
    bracketed,
    quoted,
    boxed,
    numbered,
    asking,
    referring,
    by_paragraph,
    spoken,
    answering,
)
"""Ways of marking, the surest first: of two that read as much, the surer is believed."""


@dataclass(frozen=True, slots=True)
class ReadingOfItems:
    """What one way of marking gives of a document.

    Attributes:
        first: Index of the line at which the first item begins.
        entries: The items.
        aside: Lines between them that belong to none.
    """

    first: int
    entries: tuple[ResponseEntry, ...] = ()
    aside: tuple[DocumentLine, ...] = ()

    @property
    def whole(self) -> int:
        """How many items have the committee's words and a reply, each by itself."""
        return sum(bool(entry.restated and entry.replies) for entry in self.entries)


def read_by_best_scheme(sheet: DocumentLines) -> ReadingOfItems:
    """Read the items of a document, in the way in which it marks them.

    Args:
        sheet: The document.

    Returns:
        The reading with most whole items; of those with as many, that with most items of any sort,
        then the surest.
    """
    lines = sheet.lines
    readings = [_read_tables(sheet)]
    for heads_of in _SCHEMES:
        heads = _without_contents(list(heads_of(lines)))
        if heads:
            entries, aside = read_items(sheet, lines, heads)
            readings.append(ReadingOfItems(heads[0].index, tuple(entries), tuple(aside)))
    best = max(readings, key=lambda reading: (reading.whole, bool(reading.entries)))
    if not best.entries:
        return ReadingOfItems(len(lines))
    return replace(best, entries=tuple(divided(sheet, best.entries)))


def _without_contents(heads: list[Head]) -> list[Head]:
    """Heads without those that first stand line upon line, as in a table of contents."""
    run = next(
        (
            count
            for count, (head, following) in enumerate(pairwise(heads), start=1)
            if following.index != head.index + 1
        ),
        len(heads),
    )
    later = {head.numbers for head in heads[run:]}
    announced = run > 1 and all(head.numbers and head.numbers in later for head in heads[:run])
    return heads[run:] if announced else heads


def _read_tables(sheet: DocumentLines) -> ReadingOfItems:
    """What the tables of a document hold; the lines outside of them are set aside."""
    entries, first, aside = read_tables(sheet)
    return ReadingOfItems(first, tuple(entries), tuple(aside))
