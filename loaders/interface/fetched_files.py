"""What a folder of fetched files says of itself: where each file came from, and what is missing.

`fetched.jsonl` has a line for each file; `not-fetched.csv` lists what could not be fetched. They
are no sources: a build does not read them as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

FETCHED = "fetched.jsonl"
NOT_FETCHED = "not-fetched.csv"
_FIRST_COLUMN = b'\xef\xbb\xbf"asked by"'
"""How the table of what is missing begins; a file of somebody else may have its name."""


class FetchedFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """A file that was fetched.

    Attributes:
        path: Its name in the folder, with slashes.
        url: The web address of what it holds.
        retrieved: When it was fetched, as ISO date and time in UTC.
        sha256: Digest of the file, in hexadecimal.
        size: Its bytes.
        media_type: The type of its content.
        service: The word by which `joinedup fetch` asks the service.
        licence: Address of the licence under which the service publishes; empty if not known.
        list_address: The address that was asked, where the answer held more than this file.
        mirror: Address of the server that stood in for the service, if any did.
        by_hand: True if a person saved it, under the name that was asked for.
    """

    path: str
    url: str
    retrieved: str
    sha256: str
    size: int
    media_type: str
    service: str
    licence: str = ""
    list_address: str = ""
    mirror: str = ""
    by_hand: bool = False


def read_fetched(folder: Path) -> list[FetchedFile]:
    """The files that a folder lists, a changed one several times; none if it has no such list.

    A line that is no entry, such as one that was cut when a program was stopped, is left out.

    Raises:
        OSError: If the list is there and cannot be read.
    """
    try:
        lines = (folder / FETCHED).read_bytes().splitlines()
    except FileNotFoundError:
        return []
    return [entry for line in lines if (entry := _entry(line))]


def unreadable_lines(folder: Path) -> list[bytes]:
    """The lines of a folder's list that are no entries of ours, whole or cut.

    Raises:
        OSError: If the list is there and cannot be read.
    """
    try:
        lines = (folder / FETCHED).read_bytes().splitlines()
    except FileNotFoundError:
        return []
    return [line for line in lines if line.strip() and not (_entry(line) or _begins_as_entry(line))]


def _entry(line: bytes) -> FetchedFile | None:
    try:
        return msgspec.json.decode(line, type=FetchedFile)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def is_torn(path: Path) -> bool:
    """Whether a list holds no more than the beginning of its first line.

    Raises:
        OSError: If it cannot be read.
    """
    beginning = path.read_bytes()
    return _begins_as_entry(beginning) and b"\n" not in beginning


def _begins_as_entry(line: bytes) -> bool:
    return b'{"path":'.startswith(line[:8])


def is_fetch_list(path: Path) -> bool:
    """Whether a file lists what was, or was not, fetched into its folder, and is no source."""
    if path.name != NOT_FETCHED:
        return path.name == FETCHED
    try:
        with path.open("rb") as file:
            return file.read(len(_FIRST_COLUMN)) == _FIRST_COLUMN
    except OSError:
        return False
