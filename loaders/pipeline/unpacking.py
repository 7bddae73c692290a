"""Files in archives and mails: where they are, which are read, and how many and how deep."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from graph.errors import InputError
from loaders.containers import container_of
from loaders.formats import file_formats
from loaders.pipeline.plan import readable_suffixes, unread_kind
from loaders.text.file_names import file_name
from loaders.text.zip_bytes import MOST_MEMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.containers import Container
    from loaders.interface.column_choices import ColumnChoices
    from loaders.pipeline.retrieval_list import Retrieval

DEEPEST = 4
"""How many containers may stand in one another, such as an archive in a mail in an archive."""

MOST_UNPACKED = 1024 * 1024 * 1024
"""Bytes that all files in one may have, those in nested ones counted again."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file is.

    Attributes:
        location: Its name from the folder the user named, as provenance prints it.
        shown: The file as messages name it.
        suffix: File name ending in lower case; empty if it has none.
        retrieval: Where it was fetched, or the file in which it stands; None if not known.
        column_choices: What a person says of its columns, in the file kept beside it.
    """

    location: str
    shown: str
    suffix: str
    retrieval: Retrieval | None = None
    column_choices: ColumnChoices | None = None

    def inside(self, member: str) -> Place:
        """The place of a file in this one."""
        name = file_name(member.replace("\\", "/"))
        suffix = PurePosixPath(name).suffix.lower()
        return Place(f"{self.location}/{name}", f"{self.shown}/{name}", suffix, self.retrieval)


@dataclass(slots=True)
class Unpacking:
    """How much was unpacked of one file of the user's.

    Attributes:
        depth: How many containers stand round what is being read.
        size: Bytes that were unpacked.
        files: Files that were unpacked.
    """

    depth: int = 0
    size: int = 0
    files: int = 0

    @contextmanager
    def one_deeper(self, shown: str) -> Iterator[None]:
        """Look into one more container.

        Raises:
            InputError: If there are too many round it.
        """
        if self.depth == DEEPEST:
            raise InputError(
                f"{shown} stands in {DEEPEST} archives or mails one inside another, and no deeper "
                "ones are read. Unpack it and name it."
            )
        self.depth += 1
        try:
            yield
        finally:
            self.depth -= 1

    def count(self, size: int, shown: str) -> None:
        """Count a file.

        Raises:
            InputError: If they are too many, or too large together.
        """
        self.size += size
        self.files += 1
        if self.size > MOST_UNPACKED or self.files > MOST_MEMBERS:
            raise InputError(
                f"{shown} unpacks to more than is read of one archive, so the rest of it was left. "
                "If it is sound, unpack it and name the folder."
            )

    def refuse_none(self, before: int, shown: str) -> None:
        """Refuse a container in which there was nothing, if `before` files were unpacked before it.

        Raises:
            InputError: If none was unpacked since.
        """
        if self.files == before:
            raise InputError(f"{shown} holds no file, or hidden ones alone.")


def container_in(raw: bytes, suffix: str) -> Container | None:
    """The kind of container that a file is; None for a document, whose own format comes first."""
    if any(each.recognises(raw) for each in file_formats()):
        return None
    return container_of(raw, suffix)


def refuse_other_kind(suffix: str, raw: bytes) -> None:
    """Refuse a file in an archive of a kind that would not be read in a folder either.

    Raises:
        InputError: If neither its ending nor its bytes are those of a file that is read.
    """
    is_listed = not suffix or suffix in readable_suffixes()
    if not is_listed and not any(each.recognises(raw) for each in file_formats()):
        raise InputError(unread_kind(suffix))
