"""From what the user names to documents: files, folders, globs, standard input, bundled data."""

from __future__ import annotations

import codecs
import glob
import os
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from charset_normalizer import from_bytes

from graph.errors import InputError
from loaders.formats import pdf
from loaders.interface.context import Document
from loaders.interface.source_list import HERE, all_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes that a file may have."""

BUNDLED = "bundled"
"""The word that stands for all of the project's own data."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]+)", re.IGNORECASE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    Attributes:
        path: Where it is; None for standard input.
        location: Its name from the folder the user named.
        bundled: True for the project's own data.
    """

    path: Path | None
    location: str
    bundled: bool = False

    @property
    def shown(self) -> str:
        """The file as messages name it."""
        return str(self.path) if self.path else self.location

    @property
    def size(self) -> int:
        """Bytes of the file; 0 for standard input and for what is not there."""
        try:
            return self.path.stat().st_size if self.path else 0
        except OSError:
            return 0

    @property
    def suffix(self) -> str:
        """File name ending in lower case; empty for standard input."""
        return self.path.suffix.lower() if self.path else ""


def find_files(source: str) -> list[SourceFile]:
    """Find the files that one SOURCE of the command line stands for, in order of name.

    Args:
        source: A file, a folder, a glob, `-` for standard input, the name of a source that has
            bundled data, or `bundled` for all of these.

    Raises:
        InputError: If nothing is there.
    """
    if source == "-":
        return [SourceFile(None, "standard input")]
    path = Path(source)
    if path.is_dir():
        return _in_folder(path, source)
    if path.exists():
        return [SourceFile(path, path.name)]
    if bundled := bundled_places(source):
        return bundled
    if matches := sorted(glob.glob(source, recursive=True)):  # noqa: PTH207 - absolute patterns too
        return [place for match in matches for place in find_files(match)]
    raise InputError(f"There is no file, folder or bundled source named {source}.")


def bundled_places(name: str) -> list[SourceFile]:
    """Files of the project's own data under the given source's name, or all of them."""
    return [
        SourceFile(path, path.relative_to(HERE).as_posix(), bundled=True)
        for source in all_sources()
        if name in (source.descriptor.name, BUNDLED)
        for path in source.bundled
    ]


def _in_folder(folder: Path, source: str) -> list[SourceFile]:
    """Every file below a folder that some loader could read, links not followed."""
    suffixes = {suffix for known in all_sources() for suffix in known.descriptor.suffixes} - {""}
    name = folder.resolve().name
    found = [
        SourceFile(path, f"{name}/{path.relative_to(folder).as_posix()}")
        for path in _walk(folder)
        if path.suffix.lower() in suffixes
    ]
    if not found:
        endings = ", ".join(sorted(suffixes))
        raise InputError(f"The folder {source} holds no file that could be read ({endings}).")
    return sorted(found, key=lambda place: place.location)


def _walk(folder: Path) -> Iterator[Path]:
    """Every file below a folder but the hidden ones; links to folders are not followed."""
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root) / name for name in files if not name.startswith("."))


def read_document(
    place: SourceFile, encoding: str | None = None, retrieved: str | None = None
) -> Document:
    """Read and decode a file; of a PDF, take out its text.

    Args:
        place: The file.
        encoding: Its character encoding; found out where not given.
        retrieved: ISO date on which it was fetched; that of its last change where not given.

    Raises:
        InputError: If it cannot be read, is empty, too large, not text, or in an encoding that
            would have to be guessed; or if it is a PDF whose text cannot be relied on.
    """
    raw, changed = _bytes(place)
    if not raw.strip():
        raise InputError(f"{place.shown} is empty.")
    text = pdf.text_of(raw, place.shown) if pdf.is_pdf(raw) else _decode(raw, place, encoding)
    if found := _BINARY.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise InputError(f"{place.shown} line {line} holds a control character: it is not text.")
    return Document(place.location, text, place.suffix, place.shown, retrieved or changed)


def _bytes(place: SourceFile) -> tuple[bytes, str | None]:
    """The file's bytes, and the ISO date of its last change."""
    if place.path is None:
        raw = sys.stdin.buffer.read(LARGEST_FILE + 1)
        _refuse_large(place, len(raw))
        return raw, None
    try:
        about = place.path.stat()
        _refuse_large(place, about.st_size)
        changed = datetime.fromtimestamp(about.st_mtime, UTC).date().isoformat()
        return place.path.read_bytes(), changed
    except OSError as error:
        raise InputError(f"{place.shown} cannot be read: {error.strerror}.") from error


def _refuse_large(place: SourceFile, size: int) -> None:
    if size > LARGEST_FILE:
        raise InputError(
            f"{place.shown} is larger than the {LARGEST_FILE >> 20} MiB that are read at once. "
            "Split it into several files."
        )


def _decode(raw: bytes, place: SourceFile, encoding: str | None) -> str:
    """Decode what a mark, a declaration or the user names; UTF-8 else. Never guess silently."""
    declared = _DECLARED.search(raw[:2048]) if place.suffix in (".html", ".htm") else None
    name = (
        encoding
        or next((codec for mark, codec in _MARKS if raw.startswith(mark)), None)
        or (declared.group(1).decode("ascii") if declared else "utf-8")
    )
    try:
        return raw.decode(name)
    except LookupError:
        raise InputError(f"{place.shown}: there is no character encoding named {name!r}.") from None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError(f"{place.shown} line {line} is not {name} text.{_advice(raw)}") from None


def _advice(raw: bytes) -> str:
    if b"\x00" in raw[:4096]:
        return " It looks like a binary file."
    guess = from_bytes(raw[:65536]).best()
    return f" If it is {guess.encoding}, say so: --encoding {guess.encoding}" if guess else ""
