"""Where a store lives on disk: versions, one of which is current.

    STORE/
        current                 names of the version that is queried and of the one before it
        generations/<name>/     a version: quads, the report of the build that made them, the
                                records of its files, and a manifest with the digest of every
                                file, written last; beside them the index of its words, which
                                is made again where it is missing, and the graphs of earlier
                                days that were asked for, each of them a store
        lock                    held while a build is writing

A build writes a new version and then replaces `current`, which the file system does at once or
not at all. So an interrupted build leaves the old graph as it was. The version that was replaced
stays for `undo`; the one before that goes when the new one stands.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING
from uuid import uuid4

from graph.errors import DamagedStoreError, NoStoreError, StoreBusyError, StoreError
from graph.processes.leftovers import removed_if_stopped
from graph.store.graph_summary import SUMMARY, GraphSummary, refuse_replacement
from graph.store.store_folder import (
    LOCK,
    VERSIONS,
    discard,
    is_store,
    leave_nothing,
    prepare,
    remove_empty,
    version_folders,
)
from graph.store.store_manifest import (
    FIGURES,
    NAME,
    SEARCH_CARD,
    SEARCH_INDEX,
    damaged_files,
    read_manifest,
    write_manifest,
)
from graph.store.version_pointer import POINTER, VersionPointer, read_pointer, write_pointer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.store.store_manifest import Manifest

_pointing = Lock()
"""Held while a version becomes current, and while one is taken away that is not to become so."""

QUADS = "quads"
"""The folder of a version in which the engine keeps the graph."""

OF_ONE_VERSION = ".stages"
"""Ending of files that are true of one version alone, and of no changed copy of it."""

KNOWN_FOLDER = "known-on"
"""The folder of a version in which the graphs of earlier days lie, each of them a store."""

_MOST_SHOWN = 5
"""Damaged files that a message names."""


def current_version(store_path: Path) -> Path:
    """Folder of the version that is queried.

    Raises:
        NoStoreError: If no build at `store_path` has ever finished.
        DamagedStoreError: If one has, and it cannot be told which version is current.
    """
    if pointer := read_pointer(store_path):
        return store_path / VERSIONS / pointer.current
    if any(map(read_manifest, version_folders(store_path))):
        raise damage(store_path, [f"the file {POINTER} does not say which version is current"])
    raise NoStoreError(
        f"There is no graph at {store_path}. "
        f"Build one with: joinedup build SOURCES --store {store_path}\n"
        f"To see one made: joinedup demo --store {store_path}"
    )


def check_version(store_path: Path, *, read_all: bool = False) -> Manifest:
    """Look whether the current version is as it was written.

    Args:
        store_path: Folder of the store.
        read_all: Read every file; otherwise only what takes next to no time.

    Raises:
        NoStoreError: If there is none.
        DamagedStoreError: If files are missing, cut or changed.
    """
    version = current_version(store_path)
    if faults := list(damaged_files(version, read_all=read_all)):
        raise damage(store_path, faults)
    manifest = read_manifest(version)
    if manifest is None:
        raise damage(store_path, [f"the file {NAME} is missing"])
    return manifest


def damage(store_path: Path, faults: list[str]) -> DamagedStoreError:
    """The error that says what is wrong with the files of a store, and what to do."""
    more = len(faults) - _MOST_SHOWN
    listed = "; ".join(faults[:_MOST_SHOWN]) + (f"; and {more} more" if more > 0 else "")
    pointer = read_pointer(store_path)
    others = [
        version
        for version in version_folders(store_path)
        if (pointer is None or version.name == pointer.previous) and read_manifest(version)
    ]
    undo = f"Go back to the graph before it (joinedup undo --store {store_path}), or build"
    advice = f"{undo if others else 'Build'} the graph again."
    return DamagedStoreError(f"The store at {store_path} is broken: {listed}. {advice}")


@contextmanager
def begin_version(store_path: Path, *, replace: bool = False) -> Iterator[Path]:
    """Give a folder for a new version, and make it current when the block ends well.

    The block closes what it has opened there.

    Args:
        store_path: Folder of the store.
        replace: Let a graph take the place of one that is much larger.

    Raises:
        ReplacementError: If the graph that stands there is much larger than the new one.
        StoreBusyError: If another build is writing at `store_path`.
        StoreError: If `store_path` cannot be written, or holds something else.
    """
    new_folders = prepare(store_path)
    version = store_path / VERSIONS / uuid4().hex[:12]
    try:
        with locked(store_path), removed_if_stopped(lambda: _abandon(store_path, version)):
            try:
                _sweep(store_path)
                version.mkdir(parents=True)
                yield version
                _finish(store_path, version, replace=replace)
            except OSError as error:
                raise StoreError(
                    f"The store at {store_path} could not be written: {error}"
                ) from error
            finally:
                _abandon(store_path, version)
    finally:
        remove_empty(new_folders)


@contextmanager
def begin_copy(store_path: Path) -> Iterator[Path]:
    """Give a folder for a new version that begins as a copy of the current one.

    Raises:
        NoStoreError: If there is no graph at `store_path`.
        StoreBusyError: If another build is writing at `store_path`.
        StoreError: If `store_path` cannot be written.
    """
    check_version(store_path)
    old = current_version(store_path)
    with begin_version(store_path) as folder:
        others = shutil.ignore_patterns(
            *(NAME, SUMMARY, KNOWN_FOLDER, f"*{OF_ONE_VERSION}"),
            *(f"{SEARCH_INDEX}*", f"{SEARCH_CARD}*", f"{FIGURES}*"),
        )
        shutil.copytree(old, folder, ignore=others, dirs_exist_ok=True, copy_function=_copy)
        yield folder


def share_quads(old: Path, version: Path) -> None:
    """Give a version that is not finished the quads of another.

    Raises:
        OSError: If the disk is full.
    """
    shutil.copytree(old / QUADS, version / QUADS, copy_function=_copy)


@contextmanager
def locked(store_path: Path) -> Iterator[None]:
    """Keep other writers off while the block runs.

    Raises:
        StoreBusyError: If another build is writing at `store_path`.
        StoreError: If `store_path` cannot be written.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import, and who asks needs none

    lock = FileLock(store_path / LOCK)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise StoreBusyError(
            f"Another build is writing at {store_path}. "
            "Wait until it ends, or choose another --store."
        ) from None
    except OSError as error:
        raise StoreError(f"The store at {store_path} cannot be written: {error}") from error
    try:
        yield
    finally:
        lock.release()


def _copy(source: str, target: str) -> str:
    """Share a table that the engine never changes, and kept records; copy any other file."""
    if source.endswith((".sst", ".kept")):
        try:
            os.link(source, target)
        except OSError:
            return shutil.copy2(source, target)
        return target
    return shutil.copy2(source, target)


def _finish(store_path: Path, version: Path, *, replace: bool) -> None:
    """Make a version the current one, and remove those that nobody can go back to any more."""
    summary = GraphSummary.of_version(version)
    old = read_pointer(store_path)
    replaced = read_manifest(store_path / VERSIONS / old.current) if old else None
    if replaced and not replace:
        refuse_replacement(summary, replaced.summary, store_path)
    write_manifest(version, summary, store_path / VERSIONS / old.current if old else None)
    previous = _previous(store_path, old)
    with _pointing:
        if not version.is_dir():
            raise StoreError(
                f"The new graph at {store_path} was taken away before it was complete."
            )
        write_pointer(store_path, VersionPointer(version.name, previous))
    _sweep(store_path)


def _previous(store_path: Path, old: VersionPointer | None) -> str | None:
    """The version to go back to: the one that was current or, if it is damaged, the one before."""
    for name in (old.current, old.previous) if old else ():
        if name and not any(damaged_files(store_path / VERSIONS / name, read_all=False)):
            return name
    return None


def _sweep(store_path: Path) -> None:
    """Remove versions that are neither current nor the one before it, such as unfinished ones.

    Where the pointer is damaged, finished versions stay: one of them is the user's graph.
    """
    pointer = read_pointer(store_path)
    kept = {pointer.current, pointer.previous} if pointer else set()
    for version in version_folders(store_path):
        if version.name not in kept and (pointer or read_manifest(version) is None):
            discard(version)


def _abandon(store_path: Path, version: Path) -> None:
    """Take a version away unless it is the current one; leave no trace where there is no graph."""
    with _pointing:
        pointer = read_pointer(store_path)
        if pointer is None or pointer.current != version.name:
            discard(version)
            if not is_store(store_path):
                leave_nothing(store_path)
