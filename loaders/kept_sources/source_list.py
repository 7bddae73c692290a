"""The list of the files that a store was made of, in the folder of a version.

    sources.json     the settings of the build, and each file with what was read in it
    records.kept     the records of each file, packed, one after the other

It says what each file was when it was read, and what earlier readings of it there were. Nothing of
it is in the graph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from graph.errors import DamagedStoreError, NoStoreError, StoreError
from graph.store.store_layout import check_version, current_version
from loaders.interface.context import Issue

if TYPE_CHECKING:
    from pathlib import Path

SOURCE_LIST = "sources.json"
KEPT_RECORDS = "records.kept"


class KeptIssue(msgspec.Struct, frozen=True, array_like=True):
    """An issue of a file, as `Issue` has it."""

    location: str
    problem: str
    lost: bool
    uncertain: bool

    def as_issue(self) -> Issue:
        """The issue, for a report."""
        return Issue(self.location, self.problem, lost=self.lost, uncertain=self.uncertain)


class KeptFile(msgspec.Struct, frozen=True):
    """One reading of a file that a store was made of.

    Attributes:
        location: The file as provenance prints it.
        sha256: Digest of its bytes, in hexadecimal.
        size: Its bytes.
        read_on: ISO date on which it was fetched; None if not known.
        documents: Files that gave a record: itself, or those in it.
        records: Records read in it.
        sources: Names of the sources that read them.
        addresses: Web addresses of its records.
        subjects: What its records are about, by short identifiers.
        issues: What was not read in it.
        start: Where its records begin among the kept records, in bytes.
        length: Bytes that they take there.
        is_bundled: True for the project's own data.
        is_register: True if it holds names by which the texts of all others are read.
    """

    location: str
    sha256: str
    size: int
    documents: int
    read_on: str | None = None
    records: int = 0
    sources: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    issues: tuple[KeptIssue, ...] = ()
    start: int = 0
    length: int = 0
    is_bundled: bool = False
    is_register: bool = False


class KeptSources(msgspec.Struct, frozen=True):
    """What a version of a store was made of.

    Attributes:
        program: Version of the program that read the files.
        registers: Digest of the registers by whose names the texts were read.
        base: Where the graph's own things live.
        encoding: Character encoding that the user gave for the files.
        files: The files.
        former: Earlier readings of files that were replaced, the oldest first.
    """

    program: str
    registers: str
    base: str
    encoding: str | None = None
    files: tuple[KeptFile, ...] = ()
    former: tuple[KeptFile, ...] = ()


def read_source_list(store_path: Path) -> KeptSources | None:
    """What the current version of a store was made of.

    Returns:
        None if it does not say so, as one that was imported or that an earlier version made.

    Raises:
        NoStoreError: If there is no graph at `store_path`.
        DamagedStoreError: If its files are not as they were written.
    """
    check_version(store_path)
    try:
        return source_list_in(current_version(store_path))
    except msgspec.DecodeError as error:
        raise DamagedStoreError(
            f"The store at {store_path} does not say what it was made of ({error}). "
            "Build it again from its files."
        ) from error


def source_list_in(version: Path) -> KeptSources | None:
    """What a version is made of, finished or not; None if it does not say so.

    Raises:
        msgspec.DecodeError: If its list is not as it was written.
    """
    try:
        content = (version / SOURCE_LIST).read_bytes()
    except FileNotFoundError:
        return None
    return msgspec.json.decode(content, type=KeptSources)


def list_of_sources(store_path: Path) -> KeptSources:
    """What the current version of a store was made of.

    Raises:
        NoStoreError: If there is no graph at `store_path`.
        StoreError: If the graph does not say what it was made of; says what to do.
    """
    kept = read_source_list(store_path)
    if kept is None:
        raise StoreError(
            f"The graph at {store_path} does not say what files it was made of, since it was "
            "imported or built by an earlier version. Build it again from its files: "
            f"joinedup build FILES --store {store_path}"
        )
    return kept


def source_list_if_any(store_path: Path) -> KeptSources | None:
    """The same; None, too, where there is no whole graph."""
    try:
        return read_source_list(store_path)
    except (NoStoreError, DamagedStoreError):
        return None


def write_source_list(version: Path, kept: KeptSources) -> None:
    """Keep the list with a version that is not finished.

    Raises:
        OSError: If the disk is full.
    """
    (version / SOURCE_LIST).write_bytes(msgspec.json.encode(kept))
