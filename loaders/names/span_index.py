"""An index of spans by their offsets: work on a text then grows linearly with its length."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.records.mentions import Span

Value = TypeVar("Value")
_WIDTH = 256


class SpanIndex(Generic[Value]):
    """Values by the span of text they stand at."""

    def __init__(self, entries: Iterable[tuple[Span, Value]] = ()) -> None:
        """Begin with the spans and values in `entries`."""
        self._cells: dict[int, list[tuple[Span, Value]]] = defaultdict(list)
        for span, value in entries:
            self.add(span, value)

    def add(self, span: Span, value: Value) -> None:
        """Put a value at a span."""
        for cell in range(span[0] // _WIDTH, (span[1] - 1) // _WIDTH + 1):
            self._cells[cell].append((span, value))

    def overlapping(self, span: Span) -> list[tuple[Span, Value]]:
        """Spans that share a character with `span`, with their values, in the order of adding."""
        start, end = span
        first, last = start // _WIDTH, (end - 1) // _WIDTH
        return [
            (indexed, value)
            for cell in range(first, last + 1)
            for indexed, value in self._cells.get(cell, ())
            if indexed[0] < end
            and start < indexed[1]
            and (cell == first or indexed[0] // _WIDTH == cell)
        ]
