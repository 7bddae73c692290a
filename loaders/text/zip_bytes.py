"""Opens bytes as a zip file, within limits, and takes members out of it in memory."""

from __future__ import annotations

import lzma
import zlib
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from graph.errors import InputError

MOST_MEMBERS = 20_000
"""Entries that a zip file may list; a tracker of 6,000 findings is 6,000 pages."""

LARGEST_MEMBER = 64 * 1024 * 1024
"""Bytes that one member may have."""

MOST_RATIO = 250
"""Bytes of a member for one byte in the zip file: a Word document has 10 to 20."""

_SMALL = 1024 * 1024
"""Bytes that do no harm, whatever they were pressed into."""

_ENTRY = b"PK\x01\x02"
_BROKEN = (
    BadZipFile, LargeZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError,
    OverflowError, zlib.error, lzma.LZMAError,
)  # fmt: skip


def is_zip(raw: bytes) -> bool:
    """Whether bytes begin as a zip file does."""
    return raw.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def open_zip(raw: bytes, name: str) -> ZipFile:
    """Open a zip file; nothing is unpacked yet.

    Raises:
        InputError: If it is broken or lists too many members.
    """
    if raw.count(_ENTRY) > MOST_MEMBERS:
        raise InputError(
            f"{name} lists more than the {MOST_MEMBERS:,} files that are read of one archive. "
            "Unpack it and name the folder."
        )
    try:
        return ZipFile(BytesIO(raw))
    except _BROKEN as error:
        raise InputError(
            f"{name} is a broken zip file ({type(error).__name__}). Save or fetch it again."
        ) from None


def names_in_zip(raw: bytes) -> frozenset[str]:
    """Names of the members of a zip file; none if it cannot be opened."""
    if not is_zip(raw):
        return frozenset()
    try:
        return frozenset(open_zip(raw, "").namelist())
    except InputError:
        return frozenset()


def small_member(raw: bytes, member: str) -> bytes:
    """The bytes of a member by which a kind of file is told; none if it is large or not there."""
    if member not in names_in_zip(raw):
        return b""
    archive = open_zip(raw, "")
    if archive.getinfo(member).file_size > _SMALL:
        return b""
    try:
        return read_member(archive, member, member)
    except InputError:
        return b""


def read_member(archive: ZipFile, member: str | ZipInfo, shown: str) -> bytes:
    """The bytes of one member.

    Args:
        archive: The zip file.
        member: The member, or its name.
        shown: The member as messages name it.

    Raises:
        InputError: If it is too large, pressed too hard, encrypted or broken.
        KeyError: If there is no such member.
    """
    about = archive.getinfo(member) if isinstance(member, str) else member
    if about.flag_bits & 1:
        raise InputError(f"{shown} is encrypted. Unpack it with its password, and name it.")
    if about.file_size > LARGEST_MEMBER:
        raise _large(shown)
    if about.file_size > max(_SMALL, MOST_RATIO * about.compress_size):
        raise InputError(
            f"{shown} would unpack to more than {MOST_RATIO} times its size, as no document does, "
            "so it was left packed. If it is sound, unpack it and name it."
        )
    try:
        with archive.open(about) as file:
            raw = file.read(LARGEST_MEMBER + 1)
    except _BROKEN as error:
        raise InputError(
            f"{shown} cannot be unpacked ({type(error).__name__}). Save or fetch it again."
        ) from None
    if len(raw) > LARGEST_MEMBER:
        raise _large(shown)
    return raw


def _large(shown: str) -> InputError:
    return InputError(
        f"{shown} unpacks to more than the {LARGEST_MEMBER >> 20} MiB that are read of one file in "
        "an archive. Unpack it and name it."
    )
