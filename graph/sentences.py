"""Where sentences end in committee prose, so that every link can show its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right

_ENDS = re.compile(
    r"""
    (?<! \b[A-Z] ) (?<! \bNo ) (?<! \bMr ) (?<! \bDr ) (?<! \bSt ) (?<! \bMs ) (?<! \bvs )
    (?<! \be\.g ) (?<! \bi\.e ) (?<! \bpara )
    (?: [.!?] ["”’')\]]* | (?<!\d) [.!?] ["”’')\]]* \d{1,3} )   # a footnote mark may be glued on
    \s+
    (?= ["“‘(\[•]* (?: [A-Z] | \d+[a-z]? [.:] ) )
    | \n+ | \s+(?=•)
    """,
    re.VERBOSE,
)
_LONGEST = 1000


class Sentences:
    """The sentences of one text."""

    def __init__(self, text: str) -> None:
        """Find the sentence ends of `text`, in one pass."""
        self._text = text
        self._starts = [0, *(match.end() for match in _ENDS.finditer(text))]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Span of the sentence, or sentences, that hold the given span.

        A text without sentence ends is cut to a thousand characters on either side.

        Args:
            start: Offset of the first character, in code points.
            end: Offset just past the last; greater than `start`.

        Returns:
            Start and end of the surrounding sentences, without white space at the edges.
        """
        first = self._starts[bisect_right(self._starts, start) - 1]
        following = bisect_right(self._starts, end - 1)
        last = self._starts[following] if following < len(self._starts) else len(self._text)
        first, last = max(first, start - _LONGEST), min(last, end + _LONGEST)
        held = self._text[first:last]
        trimmed = first + len(held) - len(held.lstrip()), first + len(held.rstrip())
        return min(trimmed[0], start), max(trimmed[1], end)
