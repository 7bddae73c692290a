"""Archives in the zip format, but no documents that are themselves zip files."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from graph.errors import InputError
from loaders.text.packed_members import PackedMember, is_passed_over, outside_problem
from loaders.text.zip_bytes import is_zip, names_in_zip, open_zip, read_member

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipInfo

SUFFIXES = (".zip",)

_OF_DOCUMENTS = frozenset({"[Content_Types].xml", "mimetype"})
"""Members that office documents and electronic books have, and archives have not."""

_LINK = (
    "It is a link to another file, and links in archives are not followed. Put the file itself "
    "into the archive."
)


def recognises(raw: bytes, suffix: str) -> bool:  # noqa: ARG001 - every kind is asked so
    """Whether bytes are a zip file that is no document."""
    return is_zip(raw) and not names_in_zip(raw) & _OF_DOCUMENTS


def members(raw: bytes, name: str) -> Iterator[PackedMember]:
    """The files of an archive, but hidden ones.

    Raises:
        InputError: If it is broken or holds too many.
    """
    archive = open_zip(raw, name)
    for about in archive.infolist():
        if about.filename.endswith("/") or is_passed_over(about.filename):
            continue
        problem = outside_problem(about.filename) or (_LINK if _is_link(about) else "")
        content = b""
        if not problem:
            try:
                content = read_member(archive, about, "It")
            except InputError as error:
                problem = str(error)
        yield PackedMember(about.filename, content, problem)


def _is_link(about: ZipInfo) -> bool:
    return stat.S_ISLNK(about.external_attr >> 16)
