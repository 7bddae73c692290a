"""Writes the graph of a build in parts, besides into its store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store.store_manifest import NOT_DATA
from loaders.pipeline.parts.parts_list import (
    FILE,
    PART,
    PartsList,
    refuse_other_parts,
    write_content,
    write_list,
)
from loaders.pipeline.parts.parts_place import PartsPlace
from loaders.pipeline.preamble import VERSION

if TYPE_CHECKING:
    from pathlib import Path

_PORTION = 64 * 1024 * 1024
"""Bytes of N-Quads of this process that make a part."""


class PartsWriter:
    """Collects the parts of a graph.

    Attributes:
        place: Where they are written.
    """

    def __init__(self, address: str, *, replace: bool = False) -> None:
        """Write at an address.

        Args:
            address: A folder, or an address as fsspec takes it.
            replace: Write also where the parts of a graph stand.

        Raises:
            UsageError: If there is no such place, or parts of a graph stand there.
            StoreError: If it cannot be reached or written.
        """
        self.place = PartsPlace(address)
        if not replace:
            refuse_other_parts(self.place)
        self.place.prepare()
        self._parts: dict[str, None] = {}
        self._links: set[str] = set()
        self._pieces: list[bytes] = []
        self._size = 0

    def add(self, nquads: bytes) -> None:
        """Add quads that this process states, given as N-Quads.

        Raises:
            StoreError: If they cannot be written.
        """
        self._pieces.append(nquads)
        self._size += len(nquads)
        if self._size >= _PORTION:
            self._write_pieces()

    def add_part(self, part: str, links: str) -> None:
        """Add a part that a worker wrote; what it wrote to be linked is removed at the end.

        Args:
            part: Its digest.
            links: The file of what is to be linked; empty if there is none.
        """
        if part:
            self._parts[part] = None
        if links:
            self._links.add(links)

    def finish(self, version: Path, base: str, quads: int) -> None:
        """Write the files of a version that is all but finished, and last of all the list.

        Args:
            version: The folder of the version.
            base: Where the graph's own things live.
            quads: Quads of the graph.

        Raises:
            StoreError: If they cannot be written.
        """
        self._write_pieces()
        files = {
            path.name: write_content(self.place, path.read_bytes(), FILE)
            for path in sorted(version.iterdir())
            if path.is_file() and path.name not in NOT_DATA
        }
        write_list(self.place, PartsList(VERSION, base, quads, tuple(self._parts), files))
        self.place.remove(sorted(self._links))

    def _write_pieces(self) -> None:
        content = b"".join(self._pieces)
        self._pieces, self._size = [], 0
        if content:
            self.add_part(write_content(self.place, content, PART), "")
