"""A page as lines, each knowing where it stands in the text it was cut from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.findings import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BLANK = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\u200b\ufeff"
"""What is stripped from a line's edges: white space, and two marks that print nothing."""

_LONGEST_LABEL = 200

# A page that does not end in a line break runs into the next one when files are joined.
_GLUED = re.compile(r"(?=Source\s*·\s*Select Committees?\s*·\s)|(?=# url: https?://)")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line that is not blank.

    Attributes:
        start: Offset of its first character that is not white space.
        text: Its characters, without white space at the edges.
        number: Its number in the document, from 1.
        label: The same with inner white space made single, for comparison with labels; empty
            where the line is too long for one.
        apart: True if a blank line stands above it.
        furniture: True if the page's markup says that it is navigation or a footer.
    """

    start: int
    text: str
    number: int
    label: str
    apart: bool = False
    furniture: bool = False

    @property
    def end(self) -> int:
        """Offset just past the line's last character."""
        return self.start + len(self.text)

    @property
    def passage(self) -> Passage:
        """The line as source text."""
        return Passage(self.text, self.start)


def split(text: str, furniture: Sequence[tuple[int, int]] = ()) -> Iterator[PageLine]:
    """Cut a text into its lines that are not blank.

    Args:
        text: The text, with whatever line ends it has.
        furniture: Spans of navigation and footers, in order.
    """
    offset, apart, spans = 0, False, iter([*furniture, (len(text) + 1, len(text) + 1)])
    span = next(spans)
    for number, raw in enumerate(text.splitlines(keepends=True), start=1):
        apart = apart or not raw.strip(BLANK)
        for piece in _unglued(raw):
            if words := piece.strip(BLANK):
                start = offset + len(piece) - len(piece.lstrip(BLANK))
                while span[1] <= start:
                    span = next(spans)
                yield PageLine(start, words, number, _label(words), apart, span[0] <= start)
                apart = False
            offset += len(piece)


def passage(text: str, lines: Sequence[PageLine]) -> Passage | None:
    """The exact characters from the first line to the last; None where there are no lines."""
    if not lines:
        return None
    return Passage(text[lines[0].start : lines[-1].end], lines[0].start)


def _unglued(raw: str) -> list[str]:
    return _GLUED.split(raw)


def _label(words: str) -> str:
    return " ".join(words.split()) if len(words) <= _LONGEST_LABEL else ""
