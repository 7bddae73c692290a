"""The list of what was fetched into a folder, `fetched.jsonl`: one line a file.

A line has `path`, `url`, `retrieved`, `sha256`, `licence` and `media_type`. It says where a file
came from as long as the file is still the one that was fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from graph.address_rule import is_web_address
from graph.errors import InputError
from loaders.interface.context import Issue
from loaders.interface.fetched_files import FETCHED
from loaders.registers.register_csv import lines
from loaders.text.encodings import decode_text
from loaders.text.file_bytes import read_file_bytes
from loaders.text.file_names import file_name
from loaders.text.json_values import decode_json
from loaders.text.typed_values import to_struct

if TYPE_CHECKING:
    from pathlib import Path

_FOLDERS = 8
"""In how many folders, one above another, a list of a file is looked for."""


class _Line(msgspec.Struct, frozen=True):
    path: str
    url: str
    retrieved: str
    sha256: str | None = None
    licence: str | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Retrieval:
    """Where a file was fetched, and when.

    Attributes:
        address: The web address.
        day: ISO date.
        licence: IRI of the licence under which it was fetched; None if not known.
        sha256: Digest of the file; None if not known.
    """

    address: str
    day: str
    licence: str | None = None
    sha256: str | None = None

    def is_of(self, raw: bytes) -> bool:
        """Whether these are the bytes that were fetched, as far as it is known."""
        return self.sha256 is None or sha256(raw).hexdigest() == self.sha256.lower()


class RetrievalLists:
    """The lists that may name the files of one SOURCE, each read once."""

    def __init__(self, issues: list[Issue]) -> None:
        """Note in `issues` what cannot be read in a list."""
        self._issues = issues
        self._read: dict[Path, dict[Path, Retrieval]] = {}

    def retrieval(self, file: Path) -> Retrieval | None:
        """Where a file was fetched, by the nearest list in its folder or the few above it."""
        path = file.absolute()
        for folder in list(path.parents)[:_FOLDERS]:
            if folder not in self._read:
                self._read[folder] = self._list_in(folder)
            if path in self._read[folder]:
                return self._read[folder][path]
        return None

    def _list_in(self, folder: Path) -> dict[Path, Retrieval]:
        """The files that the list in a folder names; none if there is no list."""
        path = folder / FETCHED
        try:
            return _read_list(path, self._issues) if path.is_file() else {}
        except InputError as error:
            self._issues.append(Issue(file_name(path), str(error)))
            return {}


def _read_list(path: Path, issues: list[Issue]) -> dict[Path, Retrieval]:
    """Where the files of a list were fetched; of several lines of one file the last counts.

    Raises:
        InputError: If it cannot be opened, or is no text in UTF-8.
    """
    text = decode_text(read_file_bytes(path).raw, file_name(path), None)
    retrievals: dict[Path, Retrieval] = {}
    for number, line in lines(text):
        if not line.strip():
            continue
        try:
            member, retrieval = _read_line(line)
        except ValueError as problem:
            place = f"{file_name(path)} line {number}"
            words = f"{problem}; fetch the file again"
            issues.append(Issue(place, words, lost=False, uncertain=True))
            continue
        retrievals[path.parent / member] = retrieval
    return retrievals


def _read_line(line: str) -> tuple[PurePosixPath, Retrieval]:
    """What a line says.

    Raises:
        ValueError: If it cannot be relied on.
    """
    listed = to_struct(decode_json(line), _Line, "the line")
    member = PurePosixPath(listed.path.replace("\\", "/"))
    if member.is_absolute() or ".." in member.parts or "\x00" in listed.path:
        raise ValueError(f"path {listed.path[:80]!r} leads outside the folder")
    if not is_web_address(listed.url):
        raise ValueError(f"url {listed.url[:80]!r} is not a web address")
    day = date.fromisoformat(listed.retrieved[:10]).isoformat()
    licence = listed.licence if listed.licence and is_web_address(listed.licence) else None
    return member, Retrieval(listed.url, day, licence, listed.sha256)
