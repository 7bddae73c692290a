"""Where a store lives on disk: versions, one of which is current.

    STORE/
        current                 name of the version that is queried, one line
        generations/<name>/     a version: quads, and the report of the build that made them
        lock                    held while a build is writing

A build writes a new version and then replaces `current`, which the file system does at once or
not at all. So an interrupted build leaves the old graph as it was, and a reader that has opened
the old version keeps it: it is removed only when the next build begins.

Whatever else stands in the folder of a store, such as a page or a user's notes, is left alone. A
folder that is no store yet is taken only if nothing but files of a file manager is in it.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from uuid import uuid4

from graph.errors import NoStoreError, StoreBusyError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_POINTER = "current"
_VERSIONS = "generations"
_DRAFT = "current.new"
_OURS = {_POINTER, _DRAFT, _VERSIONS, "lock"}
_DESKTOP_FILES = re.compile(
    r"\.DS_Store|\._.*|\.localized|\.directory|\.fseventsd|\.Spotlight-V100|\.Trashes"
    r"|Thumbs\.db|ehthumbs\.db|desktop\.ini|lost\+found",
    re.IGNORECASE,
)
"""What systems and file managers put into any folder; nobody would miss it."""

_VERSION_NAME = re.compile(r"[0-9a-f]{12}")


def current_version(store_path: Path) -> Path:
    """Folder of the version that is queried.

    Raises:
        NoStoreError: If no build at `store_path` has ever finished.
    """
    try:
        name = (store_path / _POINTER).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise NoStoreError(
            f"There is no graph at {store_path}. "
            f"Build one with: joinedup build SOURCES --store {store_path}"
        ) from None
    return store_path / _VERSIONS / name


def is_desktop_file(name: str) -> bool:
    """Whether systems and file managers put files of that name into any folder."""
    return _DESKTOP_FILES.fullmatch(name) is not None


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
        return any(_VERSION_NAME.fullmatch(entry.name) for entry in (folder / _VERSIONS).iterdir())
    return False


@contextmanager
def begin_version(store_path: Path) -> Iterator[Path]:
    """Give a folder for a new version, and make it current when the block ends well.

    Raises:
        StoreBusyError: If another build is writing at `store_path`.
        StoreError: If `store_path` cannot be written, or holds something else.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import, and who asks needs none

    new_folders = _prepare(store_path)
    lock = FileLock(store_path / "lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise StoreBusyError(
            f"Another build is writing at {store_path}. "
            "Wait until it ends, or choose another --store."
        ) from None
    except OSError as error:
        raise StoreError(f"The store at {store_path} cannot be written: {error}") from error
    version = store_path / _VERSIONS / uuid4().hex[:12]
    try:
        _sweep(store_path)
        version.mkdir(parents=True)
        yield version
        _point(store_path, version.name)
    except OSError as error:
        raise StoreError(f"The store at {store_path} could not be written: {error}") from error
    finally:
        if not _is_current(store_path, version):
            shutil.rmtree(version, ignore_errors=True)
            if not _is_store(store_path):
                _leave_nothing(store_path)
        lock.release()
        _remove_empty(new_folders)


@contextmanager
def begin_copy(store_path: Path) -> Iterator[Path]:
    """Give a folder for a new version that begins as a copy of the current one.

    Raises:
        NoStoreError: If there is no graph at `store_path`.
        StoreBusyError: If another build is writing at `store_path`.
        StoreError: If `store_path` cannot be written.
    """
    old = current_version(store_path)
    with begin_version(store_path) as folder:
        shutil.copytree(old, folder, dirs_exist_ok=True, copy_function=_copy)
        yield folder


def _copy(source: str, target: str) -> str:
    """Share a table that the engine never changes; copy any other file."""
    if source.endswith(".sst"):
        try:
            os.link(source, target)
        except OSError:
            return shutil.copy2(source, target)
        return target
    return shutil.copy2(source, target)


def _prepare(store_path: Path) -> list[Path]:
    """Make the folder of a store; return those that were not there, the innermost first."""
    new_folders = [folder for folder in (store_path, *store_path.parents) if not folder.exists()]
    try:
        store_path.mkdir(parents=True, exist_ok=True)
        foreign_names = sorted(
            entry.name
            for entry in store_path.iterdir()
            if entry.name not in _OURS and not _DESKTOP_FILES.fullmatch(entry.name)
        )
    except OSError as error:
        raise StoreError(f"Cannot make a store at {store_path}: {error}") from error
    if foreign_names and not _is_store(store_path):
        raise StoreError(
            f"{store_path} is not a store and holds other files, such as {foreign_names[0]}. "
            "Choose a new or empty folder for the store."
        )
    _refuse_misfits(store_path)
    return new_folders


def _refuse_misfits(store_path: Path) -> None:
    """Refuse a folder where a store has a file, or a file where it has a folder."""
    for name in sorted(_OURS):
        entry = store_path / name
        if entry.exists() and entry.is_dir() != (name == _VERSIONS):
            kinds = ("folder", "file") if entry.is_dir() else ("file", "folder")
            raise StoreError(
                f"{entry} is a {kinds[0]}, but a store has a {kinds[1]} of that name. "
                "Rename or move it, or choose another folder for the store."
            )


def _leave_nothing(store_path: Path) -> None:
    """Take away what a build that failed has put into a folder that holds no graph.

    The lock goes while it is still held, so that no other build can have taken it.
    """
    _remove_empty([store_path / _VERSIONS])
    with suppress(OSError):
        (store_path / "lock").unlink()


def _remove_empty(folders: Iterable[Path]) -> None:
    """Remove those of some folders that are empty."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def _is_store(store_path: Path) -> bool:
    try:
        return current_version(store_path).is_dir()
    except NoStoreError:
        return False


def _is_current(store_path: Path, version: Path) -> bool:
    try:
        return current_version(store_path) == version
    except NoStoreError:
        return False


def _sweep(store_path: Path) -> None:
    """Remove every version but the current one: older ones, and those of interrupted builds."""
    for version in store_path.glob(f"{_VERSIONS}/*"):
        is_ours = _VERSION_NAME.fullmatch(version.name)
        if is_ours and not _is_current(store_path, version):
            shutil.rmtree(version, ignore_errors=True)


def _point(store_path: Path, name: str) -> None:
    """Make a version current, durably."""
    draft = store_path / _DRAFT
    with draft.open("w", encoding="ascii") as file:
        file.write(f"{name}\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(store_path / _POINTER)
