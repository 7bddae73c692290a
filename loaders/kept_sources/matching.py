"""Which files are readings of one source: by their names, the addresses of pages, their bytes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph.errors import DroppedSourcesError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from loaders.kept_sources.source_list import KeptFile

WITHOUT_NAME = "standard input"
"""Location of what is piped in, which names no file."""

_MOST_NAMED = 5
"""Files that a message names."""


class FormerFiles:
    """The files of a version, to find those of which another file is a later reading."""

    def __init__(self, files: Iterable[KeptFile]) -> None:
        """Look among `files`."""
        self._by_location: defaultdict[str, list[KeptFile]] = defaultdict(list)
        self._by_address: defaultdict[str, list[KeptFile]] = defaultdict(list)
        self._by_digest: dict[str, KeptFile] = {}
        for file in files:
            self._by_location[file.location].append(file)
            self._by_digest.setdefault(file.sha256, file)
            for address in sorted(file.addresses)[:1]:
                self._by_address[address].append(file)

    def has(self, location: str, sha256: str) -> bool:
        """Whether the very bytes of a file were read under its name."""
        return any(each.sha256 == sha256 for each in self._by_location.get(location, ()))

    def same_bytes(self, file: KeptFile) -> KeptFile | None:
        """The first file with the bytes of another, which may have another name; else None."""
        return self._by_digest.get(file.sha256)

    def replaced_by(self, file: KeptFile) -> list[KeptFile]:
        """The files in whose place another comes.

        They have its name and are about something that it is about, or hold the very pages that it
        holds, by their addresses. The same bytes under another name are no later reading.
        """
        same_name = [
            each
            for each in self._by_location.get(file.location, ())
            if file.location != WITHOUT_NAME and set(each.subjects) & set(file.subjects)
        ]
        same_pages = [
            each
            for address in sorted(file.addresses)[:1]
            for each in self._by_address.get(address, ())
            if set(each.addresses) == set(file.addresses)
        ]
        earlier = {id(each): each for each in (*same_name, *same_pages)}
        return [each for each in earlier.values() if each.sha256 != file.sha256]


def refuse_dropping(old: Iterable[KeptFile], new: Sequence[KeptFile], store_path: Path) -> None:
    """Refuse a build that does not read all that the graph in its place was made of.

    Args:
        old: The files of that graph.
        new: The files of the build.
        store_path: Folder of the store.

    Raises:
        DroppedSourcesError: If one of the old files is not among the new ones by its name, its
            bytes or the addresses of its pages.
    """
    names = {file.location for file in new} - {WITHOUT_NAME}
    digests = {file.sha256 for file in new}
    addresses = {address for file in new for address in file.addresses}
    dropped = [
        file
        for file in old
        if file.location not in names
        and file.sha256 not in digests
        and not (file.addresses and addresses.issuperset(file.addresses))
    ]
    if dropped:
        named = ", ".join(sorted({file.location for file in dropped})[:_MOST_NAMED])
        more = len(dropped) - _MOST_NAMED
        others = f" and {more:,} more" if more > 0 else ""
        raise DroppedSourcesError(
            f"This build would drop {len(dropped):,} of the files that the graph at {store_path} "
            f"was made of, with all that they say: {named}{others}.",
            f"The old graph stays as it was. To keep them, add the new files to it: joinedup add "
            f"FILES --store {store_path}. To drop them all the same, add --replace; to have both "
            "graphs, choose another folder with --store.",
        )
