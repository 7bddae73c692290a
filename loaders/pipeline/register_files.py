"""Which files may be registers, which are read before all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from loaders.interface.descriptor import Descriptor

_BEGINNING = 65_536
"""Bytes of a file among which its mark stands."""


def may_be_register(path: Path | None, suffix: str, descriptors: Iterable[Descriptor]) -> bool:
    """Whether a file has the ending of a register, and its mark where others have that ending.

    Args:
        path: The file; None for standard input.
        suffix: Ending of its name in lower case.
        descriptors: The registers there are.
    """
    for descriptor in descriptors:
        if suffix in descriptor.suffixes:
            mark = descriptor.marks.get(suffix)
            if mark is None or mark.encode() in _beginning(path):
                return True
    return False


def _beginning(path: Path | None) -> bytes:
    """The first bytes of a file; none if it cannot be read, which is said when it is its turn."""
    try:
        if path is None or not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_BEGINNING)
    except (OSError, ValueError):
        return b""
