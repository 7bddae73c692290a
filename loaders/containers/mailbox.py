"""Mailboxes (.mbox), as Thunderbird and others keep or export mails: each mail is a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.text.packed_members import PackedMember

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".mbox",)

_BEGINNING = re.compile(rb"From [^\r\n]{0,200}\r?\n[A-Za-z-]{2,40}:")
_NEXT = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]{0,200}\r?\n(?=[A-Za-z-]{2,40}:)")
_ESCAPED = re.compile(rb"(?m)^>From ")


def recognises(raw: bytes, suffix: str) -> bool:  # noqa: ARG001 - every kind is asked so
    """Whether bytes begin with the line and the headers that begin a mail in a mailbox."""
    return _BEGINNING.match(raw) is not None


def members(raw: bytes, name: str) -> Iterator[PackedMember]:  # noqa: ARG001 - it cannot be broken
    """The mails, named by their numbers."""
    starts = [match.end() for match in _NEXT.finditer(raw)]
    ends = [match.start() for match in _NEXT.finditer(raw)][1:]
    for number, (start, end) in enumerate(zip(starts, [*ends, len(raw)], strict=True), start=1):
        yield PackedMember(f"{number}.eml", _ESCAPED.sub(b"From ", raw[start:end]))
