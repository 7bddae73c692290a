"""The manifest of a version: what it holds, and the size and digest of each of its files.

It is written last, so a version without one was never finished. Its first line is the digest of
the others, so a manifest that was cut or changed is seen as such.

What stands in a version and is not in its manifest, such as a file of a file manager, does no harm
and is not looked at.
"""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from graph.store.desktop_files import is_desktop_file
from graph.store.graph_summary import GraphSummary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NAME = "manifest"
_TABLE = ".sst"
_LARGE = (_TABLE, ".kept", ".stages")
"""Endings of files that may be large; whoever reads them sees whether they are whole."""

SEARCH_INDEX = "search.sqlite"
"""The index of the words of a version; it is made again where it is missing or damaged."""

SEARCH_CARD = "search.card"
"""What that index was when it was whole."""

FIGURES = "figures.json"
"""What was counted in a version; it is counted again where it is missing or damaged."""

NOT_DATA = frozenset({"LOG", "LOCK", SEARCH_INDEX, SEARCH_CARD, FIGURES})
"""Files that say nothing more about the graph: the engine's diary and its lock, and what follows
from the graph."""


class FileDigest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The state of a file: its size in bytes, and its SHA-256 digest in hexadecimal."""

    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a version was when it was finished.

    Attributes:
        written: When, in UTC, as ISO writes it.
        summary: What its graph holds.
        files: Its files, by their path in the version.
    """

    written: str
    summary: GraphSummary
    files: dict[str, FileDigest]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files.values())

    @property
    def written_words(self) -> str:
        """When it was written, for people."""
        return f"{datetime.fromisoformat(self.written):%Y-%m-%d %H:%M} UTC"


def write_manifest(version: Path, summary: GraphSummary, former: Path | None = None) -> None:
    """Finish a version: write its manifest, durably.

    Args:
        version: Its folder.
        summary: What its graph holds.
        former: The folder of a version with which it may share tables; these are not read again.

    Raises:
        OSError: If the disk is full.
    """
    manifest = read_manifest(former) if former else None
    written = manifest.files if manifest else {}
    files = {
        (name := path.relative_to(version).as_posix()): written[name]
        if former and name in written and _is_shared(path, former / name)
        else FileDigest(path.stat().st_size, _digest(path))
        for path in sorted(version.rglob("*"))
        if path.is_file() and path.name not in NOT_DATA and not is_desktop_file(path.name)
    }
    manifest = Manifest(datetime.now(UTC).isoformat(timespec="seconds"), summary, files)
    content = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
    draft = version / f"{NAME}.new"
    with draft.open("wb") as file:
        file.write(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(version / NAME)


def read_manifest(version: Path) -> Manifest | None:
    """The manifest of a version; None if it is missing or not as it was written."""
    try:
        digest, _, content = (version / NAME).read_bytes().partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() != digest:
            return None
        return msgspec.json.decode(content, type=Manifest)
    except (OSError, msgspec.DecodeError):
        return None


def damaged_files(version: Path, *, read_all: bool) -> Iterator[str]:
    """What is wrong with the files of a version, a phrase each; nothing if they are whole.

    Args:
        version: Its folder.
        read_all: Read every file. Otherwise the tables, which are nearly all of a store, are
            judged by their size alone: the engine keeps a checksum of each of their blocks, and
            looks at it whenever it reads one. So are what is kept for additions, which look
            themselves.
    """
    if not version.is_dir():
        yield f"its folder {version.name} is missing"
        return
    manifest = read_manifest(version)
    if manifest is None:
        there = "is not as it was written" if (version / NAME).exists() else "is missing"
        yield f"the file {NAME} {there}"
        return
    for name, digest in manifest.files.items():
        if fault := _fault(
            version / name, digest, with_digest=read_all or not name.endswith(_LARGE)
        ):
            yield f"the file {name} {fault}"


def is_as_written(version: Path, names: Iterable[str]) -> bool:
    """Whether some files of a version are whole, every byte read."""
    manifest = read_manifest(version)
    return manifest is not None and all(
        name in manifest.files
        and _fault(version / name, manifest.files[name], with_digest=True) is None
        for name in names
    )


def _is_shared(path: Path, former: Path) -> bool:
    """Whether a table is that of another version."""
    return path.name.endswith(_TABLE) and former.exists() and path.samefile(former)


def _fault(path: Path, expected: FileDigest, *, with_digest: bool) -> str | None:
    try:
        size = path.stat().st_size
        if size != expected.size:
            return f"has {size:,} bytes in place of {expected.size:,}"
        if with_digest and _digest(path) != expected.sha256:
            return "is not as it was written"
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    return None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
