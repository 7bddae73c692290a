"""Plain text, and every file that shows no other format: CSV, JSON Lines, standard input."""

from __future__ import annotations

from loaders.text.encodings import decode_text
from loaders.text.shown_text import ShownText

SUFFIXES = (".txt",)


def recognises(raw: bytes) -> bool:  # noqa: ARG001 - every format is asked so
    """Never: nothing in its bytes shows that a text is plain."""
    return False


def decode(raw: bytes, name: str, encoding: str | None) -> str:
    """Decode a text.

    Raises:
        InputError: If it is not in the encoding given, or in UTF-8 where none is.
    """
    return decode_text(raw, name, encoding)


def extract(text: str) -> ShownText:
    """The text as it stands."""
    return ShownText(text)
