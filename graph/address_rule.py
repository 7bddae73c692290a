"""What counts as a web address: one rule wherever one is read, checked or written."""

from __future__ import annotations

import re
from urllib.parse import quote

WEB_ADDRESS = r"https?://[^\s/%<>\"{}|\\^`][^\s<>\"{}|\\^`]*"
"""Pattern of an address within other text, to be used without regard to case."""

EXPECTED = "it must begin with https://"
"""What an address looks like, for messages."""

_WHOLE = re.compile(WEB_ADDRESS, re.IGNORECASE)
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_SAFE = ":/?#@!$&'()*+,;=%~-._"


def encoded_address(text: str | None) -> str | None:
    """The address that a text writes; None if it writes none.

    Characters that no address may hold, such as spaces, are encoded, so that an address which a
    source prints carelessly is not lost.
    """
    if text is None:
        return None
    encoded = quote(_LONE_PERCENT.sub("%25", text), safe=_SAFE, errors="replace")
    return encoded if _WHOLE.fullmatch(encoded) else None


def is_web_address(text: str | None) -> bool:
    """Whether a text, as a whole, writes the address of something on the web."""
    return encoded_address(text) is not None
