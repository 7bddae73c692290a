"""XML that is data, such as a law of legislation.gov.uk; it shows no words of its own."""

from __future__ import annotations

import re

from loaders.text.encodings import decode_text
from loaders.text.shown_text import ShownText

SUFFIXES = (".xml", ".feed")

_HEAD = 2048
"""Bytes in which a file shows that it is XML, and of which kind."""

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?\bencoding=[\"']([\w.:-]{1,40})[\"']")
_DATA = re.compile(rb"\s*(?:<[?!][^>]{0,1000}>\s*)*<(?:[\w-]+:)?(?:Legislation|feed)\b")
"""How the files begin that a source reads; any other XML is known by its ending alone."""


def recognises(raw: bytes) -> bool:
    """Whether a file begins as a law of legislation.gov.uk, or as a list in Atom."""
    return _DATA.match(raw[:_HEAD].lstrip(b"\xef\xbb\xbf")) is not None


def decode(raw: bytes, name: str, encoding: str | None) -> str:
    """Decode XML, by the encoding that it declares where the user says none.

    Raises:
        InputError: If it is not in that encoding.
    """
    declared = _DECLARED.search(raw[:_HEAD])
    return decode_text(raw, name, encoding, declared[1].decode("ascii") if declared else None)


def extract(text: str) -> ShownText:  # noqa: ARG001 - every format is asked so
    """Nothing: what it holds is data."""
    return ShownText("")
