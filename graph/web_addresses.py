"""What counts as a web address: one rule wherever one is read, checked or written."""

from __future__ import annotations

import re

WEB_ADDRESS = r"https?://[^\s/%<>\"{}|\\^`][^\s<>\"{}|\\^`]*"
"""Pattern of an address within other text, to be used without regard to case."""

EXPECTED = "it must begin with https:// and hold no spaces"
"""What an address looks like, for messages."""

_WHOLE = re.compile(WEB_ADDRESS, re.IGNORECASE)


def is_web_address(text: str | None) -> bool:
    """Whether a text, as a whole, is the address of something on the web."""
    return text is not None and _WHOLE.fullmatch(text) is not None
