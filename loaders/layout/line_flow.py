"""How the lines of a document flow: which begin a paragraph, and what a few read as when joined.

Lines are broken where the page ends, in the midst of a label or of a sentence as well. Whoever
looks for words at the beginning of a paragraph asks here, so that a break changes no reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from loaders.text.shown_text import BlockRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from loaders.layout.document_lines import DocumentLine

FINISHED = re.compile(r"[.!?:;…][)\]”’\"']*\d{0,3}$|[)\]”\"•]$|\d$")
"""The end of a line with which a paragraph may end; a date line ends in a figure."""

_RUNS_ON = re.compile(
    r"(?:\b(?:the|to|its|our|of|in|and|or|for|from|with|a|an|as|on|by|at|under|see|that|this|No)|[’']s?"
    r"|,)$",
    re.IGNORECASE,
)
"""The end of a line whose sentence goes on in the next."""

_SLACK = 4
"""Characters by which a full line may fall short of the widest beside it."""

_WIDE = 0.9
"""Share of lines that are no longer than the width of a column."""


def stands_alone(flow: LineFlow, index: int) -> bool:
    """Whether a line that is a label and nothing else stands for itself, whatever is above it.

    It does so above a sentence, unless the line before it cannot be the end of its own.
    """
    below = flow.lines[index + 1].text if index + 1 < len(flow.lines) else ""
    return below[:1].isupper() and not flow.runs_on(index)


@dataclass(frozen=True, slots=True)
class JoinedLines:
    """Some lines joined by line breaks.

    Attributes:
        text: The words.
        starts: For each line, its offset in `text` and its offset in the document.
    """

    text: str
    starts: tuple[tuple[int, int], ...]

    def offset(self, position: int) -> int:
        """Offset in the document of a position in the joined text.

        The end of a line and the break after it lead to the line's own end.
        """
        begin, start = next(pair for pair in reversed(self.starts) if pair[0] <= position)
        return start + position - begin


@dataclass(frozen=True)
class LineFlow:
    """The lines of a document, or of a part of it, without page furniture.

    Attributes:
        lines: The lines.
    """

    lines: Sequence[DocumentLine]

    @cached_property
    def width(self) -> int:
        """Characters at which lines are broken, as the longest of them tell."""
        lengths = sorted(len(line.text) for line in self.lines)
        return lengths[int(len(lengths) * _WIDE)] if lengths else 0

    def begins_paragraph(self, index: int) -> bool:
        """Whether a line is the first of its paragraph, as far as what stands before it tells.

        A line goes on from the one before if its first word found no room there.
        """
        line = self.lines[index]
        if index == 0 or line.role in {BlockRole.HEADING, BlockRole.CELL}:
            return True
        before = self.lines[index - 1]
        if before.role is BlockRole.HEADING:
            return True
        if _RUNS_ON.search(before.text):
            return False
        if line.apart or FINISHED.search(before.text):
            return True
        first_word = line.text.partition(" ")[0]
        return len(before.text) + 1 + len(first_word) < self.width - _SLACK

    def runs_on(self, index: int) -> bool:
        """Whether the line before one cannot be the end of its sentence."""
        return index > 0 and _RUNS_ON.search(self.lines[index - 1].text) is not None

    def joined(self, index: int, most: int = 3) -> JoinedLines:
        """A line with those that may go on from it.

        Args:
            index: Index of the line.
            most: Lines to join at most.
        """
        words: list[str] = []
        starts: list[tuple[int, int]] = []
        length = 0
        for line in self.lines[index : index + most]:
            if words and line.apart:
                break
            starts.append((length, line.start))
            words.append(line.text)
            length += len(line.text) + 1
        return JoinedLines("\n".join(words), tuple(starts))

    def paragraph(self, index: int) -> str:
        """The words of a line and of all that go on from it, with single spaces."""
        words = [self.lines[index].text]
        for following in range(index + 1, len(self.lines)):
            if self.begins_paragraph(following):
                break
            words.append(self.lines[following].text)
        return " ".join(words)
