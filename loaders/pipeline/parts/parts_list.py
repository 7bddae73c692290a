"""The list of a graph's parts, written last: without it a place holds no whole graph.

parts.json          the list
<sha256>.nq.gz      a part: N-Quads, compressed, named by the digest of the N-Quads
<sha256>.links      while a build runs: what is to be linked across records
<sha256>.file       a file of the version beside its quads, such as its report
"""

from __future__ import annotations

import gzip
import re
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from graph.errors import StoreError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.pipeline.parts.parts_place import PartsPlace

LIST = "parts.json"
PART, LINKS, FILE = ".nq.gz", ".links", ".file"

_DIGEST = re.compile(r"[0-9a-f]{64}")
_FILE_NAME = re.compile(r"[a-z]+\.[a-z]+")
_LEVEL = 5
"""How hard to compress, of nine."""


class PartsList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands at a place.

    Attributes:
        program: Version of the program that wrote it.
        base: Where the graph's own things live.
        quads: Quads of the graph when it is finished: all parts, and what is worked out from them.
        parts: Digests of the parts.
        files: Digests of the files of the version beside its quads, by name.
    """

    program: str
    base: str
    quads: int
    parts: tuple[str, ...]
    files: dict[str, str]


def write_content(place: PartsPlace, content: bytes, ending: str) -> str:
    """Write some bytes as a file that is named by them; gives the digest.

    Raises:
        StoreError: If it cannot be written.
    """
    digest = sha256(content).hexdigest()
    is_packed = ending == PART
    packed = gzip.compress(content, _LEVEL, mtime=0) if is_packed else content
    place.write(f"{digest}{ending}", packed)
    return digest


def read_content(place: PartsPlace, digest: str, ending: str) -> bytes:
    """The bytes that such a file was written with.

    Raises:
        StoreError: If it is missing, or not as it was written.
    """
    packed = place.read(f"{digest}{ending}")
    try:
        content = gzip.decompress(packed) if ending == PART else packed
    except (OSError, EOFError, ValueError) as error:
        raise _damaged(place, digest + ending) from error
    if sha256(content).hexdigest() != digest:
        raise _damaged(place, digest + ending)
    return content


def _damaged(place: PartsPlace, name: str) -> StoreError:
    return StoreError(
        f"{name} at {place.address} is not as it was written. Write the parts again: "
        "joinedup build FILES --parts PLACE --replace."
    )


def refuse_other_parts(place: PartsPlace) -> None:
    """Refuse to write where the parts of a graph stand.

    Raises:
        UsageError: If there are some.
    """
    if place.has(LIST):
        raise UsageError(
            f"The parts of a graph stand at {place.address}. Choose another place, or add "
            "--replace to write the new ones in their place."
        )


def write_list(place: PartsPlace, listed: PartsList) -> None:
    """Write the list, with which the parts become a whole graph.

    Raises:
        StoreError: If it cannot be written.
    """
    place.write(LIST, msgspec.json.format(msgspec.json.encode(listed), indent=1))


def read_list(place: PartsPlace) -> PartsList:
    """The list of a place.

    Raises:
        UsageError: If there is none.
        StoreError: If it is not as it was written.
    """
    if not place.has(LIST):
        raise UsageError(
            f"There are no parts of a whole graph at {place.address}. Write some with: "
            "joinedup build FILES --parts PLACE"
        )
    try:
        listed = msgspec.json.decode(place.read(LIST), type=PartsList)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _damaged(place, LIST) from error
    if not all(map(_DIGEST.fullmatch, _digests(listed))) or not all(
        map(_FILE_NAME.fullmatch, listed.files)
    ):
        raise _damaged(place, LIST)
    return listed


def _digests(listed: PartsList) -> Iterator[str]:
    yield from listed.parts
    yield from listed.files.values()
