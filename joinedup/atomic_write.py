"""The one writer of every file and folder that a user asks for.

What is written stands in a hidden folder beside its place until it is whole and on the disk, and
then takes its place at once. What stood there stays until then, and for good if anything goes
wrong. What may not be replaced is refused before anything is written.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from time import time
from typing import TYPE_CHECKING

from graph.processes.leftovers import removed_if_stopped
from joinedup.folder_manifest import write_manifest
from joinedup.output_target import (
    cannot_write,
    file_target,
    folder_target,
    refuse_foreign_folder,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX, _SUFFIX = ".joinedup-", ".part"
_LOCK = "lock"
_YOUNG = 60
"""Seconds within which a workspace is left alone, whoever may be about to lock it."""

_DRAFT = "output"
_REPLACED = "replaced"


@contextmanager
def draft_file(output: Path) -> Iterator[Path]:
    """Gives a free place for a file, and puts what was written there in the place of `output`.

    The file has the permissions of the one that it replaces, or else those that the user's mask
    leaves.

    Raises:
        UsageError: If no file may or can be written there.
    """
    target = file_target(output)
    with _workspace(target, output) as workspace:
        draft = workspace / _DRAFT
        yield draft
        _flush(draft)
        _take_after(draft, target)
        draft.replace(target)
        _flush(target.parent)


@contextmanager
def draft_folder(output: Path) -> Iterator[Path]:
    """Gives an empty folder, and puts it with all that was written there in the place of `output`.

    A folder that stands there is replaced only if it is empty or was written by us, with nothing
    of the user's in it.

    Raises:
        UsageError: If no folder may or can be written there.
    """
    target = folder_target(output)
    with _workspace(target, output) as workspace:
        draft = workspace / _DRAFT
        draft.mkdir()
        yield draft
        write_manifest(draft)
        _take_after(draft, target)
        for path in draft.rglob("*"):
            _flush(path)
        _exchange(draft, target, output)
        _flush(target.parent)


def write_file(output: Path, content: bytes) -> None:
    """Write a file whole.

    Raises:
        UsageError: If no file may or can be written there.
    """
    with draft_file(output) as draft:
        draft.write_bytes(content)


@contextmanager
def _workspace(target: Path, output: Path) -> Iterator[Path]:
    """A new hidden folder beside an output, which goes with all that is left in it."""
    from filelock import FileLock  # noqa: PLC0415 - slow to import, and most commands write nothing

    workspace = None
    try:
        _remove_abandoned(target.parent)
        workspace = Path(mkdtemp(prefix=_PREFIX, suffix=_SUFFIX, dir=target.parent))
        lock = FileLock(workspace / _LOCK)
        with removed_if_stopped(partial(rmtree, workspace, ignore_errors=True)), lock:
            yield workspace
    except OSError as error:
        raise cannot_write(output, error) from error
    finally:
        if workspace is not None:
            rmtree(workspace, ignore_errors=True)


def _remove_abandoned(folder: Path) -> None:
    """Remove the workspaces of programs that were killed; one at work holds a lock on its own."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - as above

    for lock in folder.glob(f"{_PREFIX}*{_SUFFIX}/{_LOCK}"):
        with suppress(OSError):
            if time() - lock.stat().st_mtime < _YOUNG:
                continue
            with suppress(Timeout), FileLock(lock, blocking=False):
                rmtree(lock.parent, ignore_errors=True)


def _exchange(draft: Path, target: Path, output: Path) -> None:
    """Put a folder in the place of another, which is put back if that fails."""
    if not target.exists():
        draft.replace(target)
        return
    replaced = draft.with_name(_REPLACED)
    target.replace(replaced)
    try:
        refuse_foreign_folder(replaced, output)  # somebody may have put a file there meanwhile
        draft.replace(target)
    except BaseException:
        replaced.replace(target)
        raise


def _take_after(draft: Path, target: Path) -> None:
    """Give a draft the permissions, and where the system allows it the owner, of its forerunner."""
    try:
        forerunner = target.stat()
    except FileNotFoundError:
        return
    if sys.platform != "win32":
        with suppress(OSError):
            os.chown(draft, forerunner.st_uid, forerunner.st_gid)
    draft.chmod(forerunner.st_mode & 0o7777)


def _flush(path: Path) -> None:
    """Make sure that a file or folder is on the disk.

    Some systems do not flush folders, and Windows opens none; every one flushes files, and Windows
    those alone that may be written.
    """
    if path.is_file():
        with path.open("r+b") as file:
            os.fsync(file.fileno())
        return
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
