"""A sentence made ready for the rules on positions: quotations blotted out, broken words whole."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTED = re.compile(r"“[^”]*+”?|\"[^\"]*+\"?")
_CLOSING = {"“": "”", '"': '"'}
_QUOTED_STRAIGHT = re.compile(r"\"[^\"]*+\"?")

_LINE_BREAKS = str.maketrans("\r\n\t\f\v\u2028\u2029\u0085", " " * 8)
"""Where a line is broken says nothing of what its sentence means."""


_IN_CAPITALS = re.compile(
    r"\b(?:THE|GOVERNMENT|DOES|DO|HAS|HAVE|IS|ARE|WILL|NOT|CANNOT|NO|NEITHER|IN|PART|PARTIALLY|PARTLY"
    r"|BROADLY|LARGELY|MOSTLY|GENERALLY|FULLY|WHOLLY|PRINCIPLE"
    r"|Does|Not|Cannot|Partially|Partly|Broadly|Fully|Wholly)\b"
)
"""Words of a verdict as headings and formulas print them, or writers who stress them."""


def mask_quotations(sentence: str) -> str:
    """Put a sentence on one line, with what it quotes blotted out, its capitals made small.

    Args:
        sentence: As printed.

    Returns:
        As many characters, each where it stood.
    """
    sentence = _IN_CAPITALS.sub(lambda word: word[0].lower(), sentence.translate(_LINE_BREAKS))
    if "“" not in sentence and '"' not in sentence:
        return sentence
    return _QUOTED.sub(_blotted, sentence)


def _blotted(quote: re.Match[str]) -> str:
    """As many marks as a quotation has characters; one that is never closed is none."""
    words = quote[0]
    if len(words) > 1 and words[-1] == _CLOSING[words[0]]:
        return "_" * len(words)
    inner = _QUOTED_STRAIGHT if words[0] == "“" else _QUOTED
    return words[0] + inner.sub(_blotted, words[1:])


_BROKEN_WORD = re.compile(r"(?<=[a-z])-\s++(?=[a-z]{3})|\xad\s*+")


def rejoin_words(masked: str) -> tuple[str, Sequence[int]]:
    """Make the broken words of a sentence whole.

    Args:
        masked: A sentence on one line.

    Returns:
        Its words, and where each of its characters stood; one place more for the end.
    """
    if not _BROKEN_WORD.search(masked):
        return masked, range(len(masked) + 1)
    gaps = [match.span() for match in _BROKEN_WORD.finditer(masked)]
    edges = [0, *(edge for gap in gaps for edge in gap), len(masked)]
    pieces = [range(first, stop) for first, stop in zip(edges[::2], edges[1::2], strict=True)]
    places = [*chain.from_iterable(pieces), len(masked)]
    return "".join(masked[piece.start : piece.stop] for piece in pieces), places
