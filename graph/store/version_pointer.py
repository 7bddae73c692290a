"""The file `current` of a store: which version is queried, and which one it replaced.

Its first line names the one, its second line the other, if there is one. A file system replaces a
file at once or not at all, so there is never a moment without a current version.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

POINTER = "current"
DRAFT = "current.new"
VERSION_NAME = re.compile(r"[0-9a-f]{12}")
"""What versions are called; whatever else stands beside them is not ours."""


@dataclass(frozen=True, slots=True)
class VersionPointer:
    """Names of the version that is queried, and of the one before it."""

    current: str
    previous: str | None = None


def read_pointer(store_path: Path) -> VersionPointer | None:
    """What the file `current` says; None if it is not there or cannot be understood."""
    try:
        names = (store_path / POINTER).read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError):
        return None
    if len(names) not in {1, 2} or not all(map(VERSION_NAME.fullmatch, names)):
        return None
    return VersionPointer(*names)


def write_pointer(store_path: Path, pointer: VersionPointer) -> None:
    """Make a version the current one, durably.

    Raises:
        OSError: If the disk is full.
    """
    names = [pointer.current, *([pointer.previous] if pointer.previous else [])]
    draft = store_path / DRAFT
    with draft.open("w", encoding="ascii") as file:
        file.writelines(f"{name}\n" for name in names)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(store_path / POINTER)
