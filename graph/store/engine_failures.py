"""What the engine says when files of a store are damaged, in words for people.

It finds damage only when it reads the block concerned, in the midst of an answer, and says so in
terms of its own. So whatever goes wrong while it reads is followed by a look at the files.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.store.store_layout import damage
from graph.store.store_manifest import damaged_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_opened: dict[Path, Path] = {}
"""Versions that this process has opened, with the folders of their stores."""


def note_opened(version: Path, store_path: Path) -> None:
    """Remember a version, to look at its files if the engine fails."""
    _opened[version.absolute()] = store_path


@contextmanager
def damage_reported() -> Iterator[None]:
    """If the engine fails in the block and a store that is open is damaged, say that instead.

    Raises:
        DamagedStoreError: If it is; any other failure goes on as it was.
    """
    try:
        yield
    except (OSError, RuntimeError) as error:
        for version, store_path in _opened.items():
            if version.is_dir() and (faults := list(damaged_files(version, read_all=True))):
                raise damage(store_path, faults) from error
        raise


@contextmanager
def broken_answers_reported() -> Iterator[None]:
    """Say in plain words that an answer ends before its end, or is none.

    A server that stops a query in the midst of the answer has announced success already. It writes
    why where rows should stand, or just ends.

    Raises:
        StoreError: If what was read in the block is not of the form that it should be.
    """
    try:
        yield
    except SyntaxError as error:
        raise StoreError(
            "The server broke its answer off, as one does that stops a query which takes too long. "
            f"Ask for less, or have the server allow more time. ({error})"
        ) from error
