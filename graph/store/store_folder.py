"""The folder of a store: what may be one, how one is made, and how it goes if nothing was built.

Whatever else stands in the folder of a store, such as a page or a user's notes, is left alone. A
folder that is no store yet is taken only if nothing but files of a file manager is in it; a file of
somebody else that is called as one of ours, such as `current`, is something else, too.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import uuid4

from graph.errors import StoreError
from graph.store.desktop_files import is_desktop_file
from graph.store.version_pointer import DRAFT, POINTER, VERSION_NAME, read_pointer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

VERSIONS = "generations"
LOCK = "lock"
_OURS = {POINTER, DRAFT, VERSIONS, LOCK}


def version_folders(store_path: Path) -> list[Path]:
    """The folders of all versions, finished or not."""
    folders = (store_path / VERSIONS).glob("*")
    return sorted(path for path in folders if VERSION_NAME.fullmatch(path.name) and path.is_dir())


def is_store(store_path: Path) -> bool:
    """Whether a graph is or was there: its pointer names a version, or versions lie there."""
    return read_pointer(store_path) is not None or bool(version_folders(store_path))


def is_store_file(path: Path) -> bool:
    """Whether a path is that of a store's own file or folder, or lies within one.

    Args:
        path: An absolute path, without links; nothing need stand there.
    """
    names = {name.casefold() for name in _OURS}
    return any(
        part.name.casefold() in names and _holds_versions(part.parent)
        for part in (path, *path.parents)
    )


def _holds_versions(folder: Path) -> bool:
    """Whether a folder is a store, or the remains of one."""
    with suppress(OSError):
        return any(VERSION_NAME.fullmatch(entry.name) for entry in (folder / VERSIONS).iterdir())
    return False


def prepare(store_path: Path) -> list[Path]:
    """Make the folder of a store; return those that were not there, the innermost first.

    Raises:
        StoreError: If it cannot be made, or holds something else.
    """
    new_folders = [folder for folder in (store_path, *store_path.parents) if not folder.exists()]
    try:
        store_path.mkdir(parents=True, exist_ok=True)
        foreign_names = sorted(
            entry.name
            for entry in store_path.iterdir()
            if not is_desktop_file(entry.name) and (entry.name not in _OURS or _has_content(entry))
        )
        if foreign_names and not is_store(store_path):
            raise StoreError(
                f"{store_path} is not a store and holds other files, such as {foreign_names[0]}. "
                "Choose a new or empty folder for the store."
            )
    except OSError as error:
        raise StoreError(f"Cannot make a store at {store_path}: {error}") from error
    _refuse_misfits(store_path)
    return new_folders


def _has_content(entry: Path) -> bool:
    """Whether a file that may be a store's own holds something."""
    return entry.name != VERSIONS and entry.is_file() and entry.stat().st_size > 0


def _refuse_misfits(store_path: Path) -> None:
    """Refuse a folder where a store has a file, or a file where it has a folder."""
    for name in sorted(_OURS):
        entry = store_path / name
        if entry.exists() and entry.is_dir() != (name == VERSIONS):
            kinds = ("folder", "file") if entry.is_dir() else ("file", "folder")
            raise StoreError(
                f"{entry} is a {kinds[0]}, but a store has a {kinds[1]} of that name. "
                "Rename or move it, or choose another folder for the store."
            )


def discard(version: Path) -> None:
    """Remove a version, though the engine may still be writing into it.

    It gets another name first, so that the engine finds no place for further files.
    """
    doomed = version.with_name(uuid4().hex[:12])
    with suppress(OSError):
        version.rename(doomed)
    shutil.rmtree(doomed, ignore_errors=True)


def leave_nothing(store_path: Path) -> None:
    """Take away what a build that failed has put into a folder that holds no graph.

    The lock goes while it is still held, so that no other build can have taken it.
    """
    remove_empty([store_path / VERSIONS])
    with suppress(OSError):
        (store_path / LOCK).unlink()


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove those of some folders that are empty."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()
