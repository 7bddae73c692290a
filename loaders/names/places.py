"""An index of spans by place, so that work on a text grows with its length and no faster."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.records.mentions import Span

Value = TypeVar("Value")
_WIDTH = 256


class Places(Generic[Value]):
    """Values by the span of text they stand at."""

    def __init__(self, held: Iterable[tuple[Span, Value]] = ()) -> None:
        """Begin with the spans and values in `held`."""
        self._cells: dict[int, list[tuple[Span, Value]]] = defaultdict(list)
        for span, value in held:
            self.add(span, value)

    def add(self, span: Span, value: Value) -> None:
        """Put a value at a span."""
        for cell in range(span[0] // _WIDTH, (span[1] - 1) // _WIDTH + 1):
            self._cells[cell].append((span, value))

    def touching(self, span: Span) -> list[tuple[Span, Value]]:
        """Spans that share a character with `span`, with their values, in the order of adding."""
        start, end = span
        first, last = start // _WIDTH, (end - 1) // _WIDTH
        return [
            held
            for cell in range(first, last + 1)
            for held in self._cells.get(cell, ())
            if held[0][0] < end
            and start < held[0][1]
            and (cell == first or held[0][0] // _WIDTH == cell)
        ]
