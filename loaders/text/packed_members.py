"""A file that was packed into another, as archives and mails hold it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from graph.store.desktop_files import is_desktop_file

_ABSOLUTE = re.compile(r"/|[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class PackedMember:
    """One file in a container.

    Attributes:
        name: Its name in the container.
        raw: Its bytes; none where it is not read.
        problem: Why it is not read, and what to do, in a sentence; empty if it is.
        encoding: Its character encoding, where the container says it.
        minor: True for what nobody expects to be read, such as the covering note of a mail.
        note: What may be wrong with it though it is read, in a sentence; empty if nothing is.
    """

    name: str
    raw: bytes = b""
    problem: str = ""
    encoding: str | None = None
    minor: bool = False
    note: str = ""


def outside_problem(name: str) -> str:
    """Why a member of this name is not read: it would lie outside its archive; else empty."""
    parts = name.replace("\\", "/")
    if _ABSOLUTE.match(parts) or ".." in PurePosixPath(parts).parts or "\x00" in name:
        return (
            "Its name leads to a place outside the archive, as no sound archive has it, so it is "
            "not read. Unpack the archive with a program that you trust, and name the file."
        )
    return ""


def is_passed_over(name: str) -> bool:
    """Whether a member is hidden, or of the kind that systems add to any archive."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return any(
        (part.startswith(".") and part != "..") or part == "__MACOSX" or is_desktop_file(part)
        for part in parts
    )
