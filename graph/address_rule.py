"""What counts as a web address: one rule wherever one is read, checked or written."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode

WEB_ADDRESS = r"https?://[^\s/%<>\"{}|\\^`][^\s<>\"{}|\\^`]*"
"""Pattern of an address within other text, to be used without regard to case."""

EXPECTED = "it must begin with https:// and name a host, such as https://example.org/page"
"""What an address looks like, for messages."""

_PARTS = re.compile(r"(https?://)([^/?#]*)([^#]*)(#?)(.*)", re.IGNORECASE | re.DOTALL)
_WHOLE = re.compile(WEB_ADDRESS, re.IGNORECASE)
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_SAFE = ":/?@!$&'()*+,;=%~-._"


def encoded_address(text: str | None) -> str | None:
    """The address that a text writes; None if it writes none.

    Characters that no address may hold where they stand, such as spaces, `|` or a second `#`, are
    encoded, so that an address which a source prints carelessly is not lost. What cannot be mended
    so, such as a port that is no number, is no address. The engine's own reader has the last word:
    what it would refuse in a file must not get into a graph.
    """
    match = _PARTS.fullmatch(text or "")
    if match is None:
        return None
    scheme, host, path, mark, fragment = match.groups()
    encoded = f"{scheme}{_encoded(host, '[]')}{_encoded(path)}{mark}{_encoded(fragment)}"
    whole = _WHOLE.fullmatch(encoded) and is_iri(encoded) and _names_host(encoded)
    return encoded if whole else None


def is_web_address(text: str | None) -> bool:
    """Whether a text, as a whole, writes the address of something on the web."""
    return encoded_address(text) is not None


def is_iri(text: str) -> bool:
    """Whether a text is an absolute IRI (RFC 3987), as every reader of RDF must find it."""
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def _names_host(address: str) -> bool:
    """Whether an address has a host, and not only a user or the number of a port."""
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False


def _encoded(text: str, also_safe: str = "") -> str:
    return quote(_LONE_PERCENT.sub("%25", text), safe=_SAFE + also_safe, errors="replace")
