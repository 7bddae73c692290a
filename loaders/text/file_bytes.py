"""The bytes of a file, up to a limit, from regular files alone."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from graph.errors import InputError
from loaders.text.file_names import file_name

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes that a file may have."""

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@dataclass(frozen=True, slots=True)
class FileBytes:
    """What a file holds.

    Attributes:
        raw: Its bytes.
        changed: ISO date of its last change; None where no calendar has that day.
    """

    raw: bytes
    changed: str | None


def read_file_bytes(path: Path) -> FileBytes:
    """Read a regular file.

    Anything else is refused before it is opened, since a pipe may never end and a device may do
    something when it is opened.

    Raises:
        InputError: If it cannot be read, is no regular file, or is too large; says what to do.
    """
    shown = file_name(path)
    try:
        _refuse_other_kinds(path.stat(), shown)
        with open(path, "rb", opener=_open_without_waiting) as file:
            about = os.fstat(file.fileno())
            _refuse_other_kinds(about, shown)
            refuse_large(shown, about.st_size)
            raw = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InputError(f"{shown} cannot be read: {error.strerror or error}.") from error
    except (ValueError, MemoryError) as error:  # ValueError: a NUL in the name
        raise InputError(f"{shown} cannot be read: {error or 'not enough memory'}.") from error
    refuse_large(shown, len(raw))
    return FileBytes(raw, day_of_change(about.st_mtime))


def refuse_large(shown: str, size: int) -> None:
    """Refuse what is larger than any file may be.

    Raises:
        InputError: If `size` bytes are too many.
    """
    if size > LARGEST_FILE:
        raise InputError(
            f"{shown} is larger than the {LARGEST_FILE >> 20} MiB that are read at once. "
            "Split it into several files."
        )


def day_of_change(seconds: float) -> str | None:
    """ISO date of a moment given in seconds since 1970; None outside the years 1 to 9999."""
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _refuse_other_kinds(about: os.stat_result, shown: str) -> None:
    if not stat.S_ISREG(about.st_mode):
        kind = next((words for is_kind, words in _KINDS if is_kind(about.st_mode)), "no file")
        raise InputError(
            f"{shown} is {kind}, and only regular files are read. To read the output of a command, "
            "pipe it in and name - as the source."
        )


def _open_without_waiting(path: str, flags: int) -> int:
    """Open a file; where it was swapped for a pipe meanwhile, do not wait for its other end."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
