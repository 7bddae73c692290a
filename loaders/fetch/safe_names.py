"""Names of files that a service gives, made such that any system can hold them, and no more.

No name leads out of its folder, is one that Windows keeps for devices, is hidden, or ends in a way
that some system cuts off.
"""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from pathlib import PurePosixPath

LONGEST_NAME = 120
"""Bytes of a name; Windows allows 260 characters for a whole path."""

_LONGEST_SUFFIX = 10


def safe_name(name: str, fallback: str) -> str:
    """The name of a file, as near to what the service calls it as any system can hold.

    Args:
        name: What the service calls it; folders in it are left out.
        fallback: The name if nothing of it can be kept.
    """
    from pathvalidate import sanitize_filename  # noqa: PLC0415 - an optional dependency

    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    printable = "".join(
        char if unicodedata.category(char)[0] != "C" and char not in '<>:"|?*' else "-"
        for char in last
    )
    short = _shortened(printable.strip(". "))
    return sanitize_filename(short, platform="universal").strip(". ") or fallback


def _shortened(name: str) -> str:
    """A name that is not too long; of one that is, the beginning, a digest and the ending."""
    if len(name.encode()) <= LONGEST_NAME:
        return name
    suffix = PurePosixPath(name).suffix
    if len(suffix.encode()) > _LONGEST_SUFFIX:
        suffix = ""
    end = f"-{sha256(name.encode()).hexdigest()[:8]}{suffix}"
    start = name.encode()[: LONGEST_NAME - len(end.encode())].decode(errors="ignore")
    return f"{start.rstrip('. ')}{end}"
