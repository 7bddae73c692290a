"""Web pages that a browser saved with their pictures in one file (.mhtml): the page is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import InputError
from loaders.text.mail_parts import mail_parts
from loaders.text.web_page import decode_page, read_page

if TYPE_CHECKING:
    from loaders.text.shown_text import ShownText

SUFFIXES = (".mhtml", ".mht")

_HEAD = 4_000
_PAGE_KINDS = ("text/html", "application/xhtml+xml")
_SAVED = re.compile(rb"(?im)^From: {0,3}<?Saved by|^Snapshot-Content-Location:")
_HEADER = re.compile(rb"\s{0,9}[A-Za-z][A-Za-z-]{1,40}:")


def recognises(raw: bytes) -> bool:
    """Whether a file begins with the headers that browsers write above a saved page."""
    head = raw[:_HEAD]
    return _HEADER.match(head) is not None and _SAVED.search(head) is not None


def decode(raw: bytes, name: str, encoding: str | None) -> str:
    """Take the HTML of the page out of the file.

    Raises:
        InputError: If it is broken, holds no page, or the page is not in the encoding it declares.
    """
    pages = [part for part in mail_parts(raw, name) if part.kind in _PAGE_KINDS]
    if not pages:
        raise InputError(f"{name} holds no web page. Save the page again, as HTML.")
    page = pages[0]
    return decode_page(page.raw, name, encoding or page.charset)


def extract(text: str) -> ShownText:
    """What a browser shows of the page."""
    return read_page(text)
