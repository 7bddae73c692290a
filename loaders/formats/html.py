"""Pages that come as HTML: how they are recognised and decoded; `web_page` reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.text.web_page import decode_page, read_page

if TYPE_CHECKING:
    from loaders.text.shown_text import ShownText

SUFFIXES = (".html", ".htm")

_LOOKS_LIKE_HTML = re.compile(
    rb"\s*(?:<!--|<\?xml(?![^>]*>\s*(?:<[?!][^>]*>\s*)*<(?:[\w-]+:)?(?:legislation|feed)\b)"
    rb"|<!doctype html|<html|<head|<body)",
    re.IGNORECASE,
)
"""How pages begin; XML that is data (`xml_data`) begins like XHTML, and is none."""


_HEAD = 2048
"""Bytes in which a page shows that it is one."""


def recognises(raw: bytes) -> bool:
    """Whether a file begins as web pages do, in whatever encoding."""
    head = raw[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    return _LOOKS_LIKE_HTML.match(head) is not None


def decode(raw: bytes, name: str, encoding: str | None) -> str:
    """Decode a page, by the encoding that it declares where the user says none.

    Raises:
        InputError: If it is not in that encoding.
    """
    return decode_page(raw, name, encoding)


def extract(text: str) -> ShownText:
    """Take the text out of a web page; nothing is fetched and no entity is read from outside.

    Raises:
        InputError: If the parser needs too long for it.
    """
    return read_page(text)
