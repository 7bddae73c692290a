"""The ending for a file whose name has none, by its first bytes; builds tell files by endings."""

from __future__ import annotations

_BEGINNINGS = (
    (b"%PDF-", ".pdf"),
    (b"PK\x03\x04", ".docx"),
    (b"{\\rtf", ".rtf"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
)


def ending_of(content: bytes) -> str:
    """The ending, with its dot; that of a text if nothing else is seen."""
    head = content[:64].lstrip().lower()
    return next((ending for start, ending in _BEGINNINGS if head.startswith(start.lower())), ".txt")
