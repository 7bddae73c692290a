"""A cleaned text: source text without extraction noise, and the map back to the original.

The original is never changed. A cleaned text is the original plus a list of edits: with both one
can go from either text to the other, and any span of the cleaned text resolves in the original.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """One piece of extraction noise and what the cleaned text has in its place.

    Attributes:
        start: Offset of the noise in the original, in code points.
        end: Offset just past it.
        flag: Local name in the flag scheme, such as ``footnote-mark``.
        replacement: Characters that stand there in the cleaned text; mostly none.
    """

    start: int
    end: int
    flag: str
    replacement: str = ""


@dataclass(frozen=True)
class CleanedText:
    """A source text and the edits that make it readable.

    Edits are in order and do not overlap. An edit with `start == end` and no replacement marks a
    place, such as a text that stops in mid-word, and changes nothing.
    """

    original: str
    edits: tuple[TextEdit, ...] = ()

    def __post_init__(self) -> None:
        """Refuse edits that would make the map ambiguous.

        Raises:
            ValueError: If edits overlap, are out of order or lie outside the text.
        """
        for before, after in pairwise(self.edits):
            if not before.start <= before.end <= after.start:
                raise ValueError(f"edits overlap or are out of order: {before}, {after}")
        if self.edits and not 0 <= self.edits[0].start <= self.edits[-1].end <= len(self.original):
            raise ValueError("an edit lies outside the text")

    @cached_property
    def text(self) -> str:
        """The cleaned text: the original with every edit applied."""
        pieces: list[str] = []
        offset = 0
        for edit in self.edits:
            pieces += (self.original[offset : edit.start], edit.replacement)
            offset = edit.end
        return "".join([*pieces, self.original[offset:]])

    @cached_property
    def _shifts(self) -> tuple[list[int], list[int]]:
        """Reading offset just past each edit, and what to add to offsets from there on."""
        growth = list(accumulate(e.end - e.start - len(e.replacement) for e in self.edits))
        return [edit.end - shift for edit, shift in zip(self.edits, growth, strict=True)], growth

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the cleaned text to the original.

        Noise inside the span is included; noise at its edges is not. What was put in where the
        original has nothing has no place there: a span of it alone comes out empty.

        Args:
            start: Offset of the span's first character in the cleaned text.
            end: Offset just past its last character; greater than `start`.

        Returns:
            Start and end of the same characters in the original.
        """
        return self._original(start)[0], self._original(end - 1)[1]

    def _original(self, offset: int) -> tuple[int, int]:
        """Start and end in the original of the cleaned text's character at `offset`."""
        ends, growth = self._shifts
        passed = bisect_right(ends, offset)
        if passed < len(self.edits):
            edit = self.edits[passed]
            begins = ends[passed] - len(edit.replacement)
            if begins <= offset < ends[passed]:
                start = min(edit.start + offset - begins, max(edit.start, edit.end - 1))
                return start, min(start + 1, edit.end)
        start = offset + (growth[passed - 1] if passed else 0)
        return start, start + 1
