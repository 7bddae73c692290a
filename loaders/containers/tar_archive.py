"""Archives in the tar format, packed or not, and single files that gzip and the like packed."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from graph.errors import InputError
from loaders.text.packed_members import PackedMember, is_passed_over, outside_problem
from loaders.text.zip_bytes import LARGEST_MEMBER, MOST_MEMBERS, MOST_RATIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SUFFIXES = (".tar", ".tgz", ".gz", ".bz2", ".xz")

LARGEST_ARCHIVE = 512 * 1024 * 1024
"""Bytes to which a packed archive may unpack."""

_SMALL = 1024 * 1024
_PACKED: dict[bytes, Callable[[io.BytesIO], io.BufferedIOBase]] = {
    b"\x1f\x8b": lambda stream: gzip.GzipFile(fileobj=stream),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
}
_USTAR = slice(257, 262)
_BROKEN = (tarfile.TarError, EOFError, OSError, ValueError, zlib.error, lzma.LZMAError)
_ADVICE = "Save or fetch it again."
_LARGE = (
    f"It is larger than the {LARGEST_MEMBER >> 20} MiB that are read of one file in an archive. "
    "Unpack it and name it."
)


def recognises(raw: bytes, suffix: str) -> bool:
    """Whether bytes begin as a tar archive or as packed files do."""
    tarred = raw[_USTAR] == b"ustar" or (suffix == ".tar" and len(raw) > 511)  # noqa: PLR2004
    return tarred or any(raw.startswith(mark) for mark in _PACKED)


def members(raw: bytes, name: str) -> Iterator[PackedMember]:
    """The regular files of an archive, but hidden ones.

    Raises:
        InputError: If it is broken, or unpacks to too much, after the members before.
    """
    try:
        if _is_tar(raw):
            yield from _of_archive(_unpacked(raw, name), name)
        else:
            yield _single(_unpacked(raw, name).read(LARGEST_MEMBER + 1), name)
    except _BROKEN as error:
        raise InputError(
            f"{name} is a broken archive ({type(error).__name__}). {_ADVICE}"
        ) from None


def _single(content: bytes, name: str) -> PackedMember:
    """The one file that was packed, which is named as its archive is without the last ending."""
    stem = PurePosixPath(name).name.rpartition(".")[0] or "file"
    if len(content) > LARGEST_MEMBER:
        return PackedMember(stem, problem=_LARGE)
    return PackedMember(stem, content)


def _is_tar(raw: bytes) -> bool:
    if not any(raw.startswith(mark) for mark in _PACKED):
        return True
    return _opened(raw).read(512)[_USTAR] == b"ustar"


def _opened(raw: bytes) -> io.BufferedIOBase:
    opener = next((each for mark, each in _PACKED.items() if raw.startswith(mark)), None)
    stream = io.BytesIO(raw)
    return opener(stream) if opener else stream


def _unpacked(raw: bytes, name: str) -> _LimitedStream:
    most = min(LARGEST_ARCHIVE, max(_SMALL, MOST_RATIO * len(raw)))
    return _LimitedStream(_opened(raw), most, name)


class _LimitedStream:
    """Unpacks so much and no more."""

    def __init__(self, stream: io.BufferedIOBase, most: int, name: str) -> None:
        self._stream = stream
        self._left = most
        self._name = name

    def read(self, size: int) -> bytes:
        """The next bytes.

        Raises:
            InputError: If they are too many.
        """
        content = self._stream.read(size)
        self._left -= len(content)
        if self._left < 0:
            raise InputError(
                f"{self._name} unpacks to more than is read of one archive. If it is sound, unpack "
                "it and name the folder."
            )
        return content


def _of_archive(stream: _LimitedStream, name: str) -> Iterator[PackedMember]:
    with tarfile.open(fileobj=stream, mode="r|") as archive:  # type: ignore[call-overload] # reads
        for count, about in enumerate(archive, start=1):
            if count > MOST_MEMBERS:
                raise InputError(
                    f"{name} holds more than the {MOST_MEMBERS:,} files that are read of one "
                    "archive. Unpack it and name the folder."
                )
            if about.isdir() or is_passed_over(about.name):
                continue
            if problem := _problem(about):
                yield PackedMember(about.name, problem=problem)
                continue
            file = archive.extractfile(about)
            yield PackedMember(about.name, file.read() if file else b"")


def _problem(about: tarfile.TarInfo) -> str:
    """Why a member is not read; empty if it is."""
    if problem := outside_problem(about.name):
        return problem
    if not about.isreg():
        return (
            "It is a link or a device and no regular file, so it is not read. Put the file itself "
            "into the archive."
        )
    if about.size > LARGEST_MEMBER:
        return _LARGE
    return ""
