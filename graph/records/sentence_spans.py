"""Where the sentences of a text begin, so that every link can show its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_AROUND = 1000
_LONGEST_WITHIN = 3000
"""Characters that are read as one sentence: more is no sentence but damage."""


@dataclass(frozen=True, slots=True)
class SentenceSpans:
    """The sentences of one text, as the splitter cut it.

    Attributes:
        text: The text.
        starts: Offsets at which sentences begin, the first of them 0; a line of its own, such as
            a heading, is a sentence.
        starts_across_lines: The same for sentences that may run over the lines of a paragraph.
    """

    text: str
    starts: tuple[int, ...]
    starts_across_lines: tuple[int, ...]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Span of the sentence, or sentences, that hold the given span.

        A line of its own, such as a heading, is a sentence. A text without sentence ends is cut to
        a thousand characters on either side.

        Args:
            start: Offset of the first character, in code points.
            end: Offset just past the last; greater than `start`.

        Returns:
            Start and end of the surrounding sentences, without white space at the edges.
        """
        first = self.starts[bisect_right(self.starts, start) - 1]
        following = bisect_right(self.starts, end - 1)
        last = self.starts[following] if following < len(self.starts) else len(self.text)
        first, last = max(first, start - _LONGEST_AROUND), min(last, end + _LONGEST_AROUND)
        piece = self.text[first:last]
        trimmed = first + len(piece) - len(piece.lstrip()), first + len(piece.rstrip())
        return min(trimmed[0], start), max(trimmed[1], end)

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Spans of the sentences of a paragraph, which may run over its lines.

        What holds no letter or figure is no sentence and is left out; what is longer than three
        thousand characters comes in pieces of that length.

        Args:
            start: Offset of the paragraph.
            end: Offset just past it.

        Yields:
            Start and end of each sentence, without white space at the edges.
        """
        starts = self.starts_across_lines
        inner = starts[bisect_right(starts, start) : bisect_left(starts, end)]
        for first, last in pairwise([start, *inner, end]):
            for offset in range(first, last, _LONGEST_WITHIN):
                piece = self.text[offset : min(last, offset + _LONGEST_WITHIN)]
                if any(character.isalnum() for character in piece):
                    yield offset + len(piece) - len(piece.lstrip()), offset + len(piece.rstrip())
