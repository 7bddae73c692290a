"""Wrapped lines: where a line breaks says nothing, also in the middle of a word.

Text that was copied from a screen or a message may be cut at a fixed width, wherever that falls.
What comes out here has as many characters as what went in, so that offsets hold.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_BREAK = re.compile(r"(?:(?<![ \t])[ \t]++)?(?:\r\n|\n|\r)[ \t]*")
_BROKEN_WORD = re.compile(r"(?<![A-Za-z])([A-Za-z]{1,20})\n([a-z]{1,20})(?![A-Za-z])")


def unwrap(text: str) -> str:
    r"""A text in one line: a line break becomes a space, or goes behind the word that it breaks.

    Args:
        text: The text as printed.

    Returns:
        As many characters: white space in place of each line break, and a word that was broken in
        one piece, with the space after it. The text itself if no line breaks.

    >>> unwrap("We do not accept this recommen\ndation.")
    'We do not accept this recommendation .'
    """
    if "\n" not in text and "\r" not in text:
        return text
    joined = _BROKEN_WORD.sub(_joined, text)
    return _BREAK.sub(lambda match: " " * len(match[0]), joined)


def _joined(match: re.Match[str]) -> str:
    """A word that is one of ours only when it is joined, with the line break behind it."""
    first, last = match[1], match[2]
    words = _words()
    whole = (first + last).casefold() in words
    are_words = first.casefold() in words and last in words
    return f"{first}{last}\n" if whole and not are_words else match[0]


@cache
def _words() -> frozenset[str]:
    path = Path(__file__).parent / "reply_words.txt"
    return frozenset(path.read_text(encoding="utf-8").split())
