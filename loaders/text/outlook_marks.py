"""How a mail of Outlook is told from the other compound files of older office programs."""

from __future__ import annotations

COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")
"""How compound files begin: those of Word 97, Excel 97, Outlook, and protected documents."""

_PROPERTIES = "__properties_version1.0".encode("utf-16-le")
"""Name of a part that every mail of Outlook has, and other files have not."""


def is_outlook_mail(raw: bytes) -> bool:
    """Whether bytes are a compound file with the parts of a mail."""
    return raw.startswith(COMPOUND) and _PROPERTIES in raw
