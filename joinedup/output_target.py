"""Where a command may write: what may be replaced, what may not, and why, in words."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from graph.errors import UsageError
from graph.store.store_folder import is_store_file
from joinedup.folder_manifest import foreign_entries
from queries.visible_text import mark_all_controls

_KINDS = (
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
)


def file_target(output: Path) -> Path:
    """The regular file that an output takes the place of, or is to be; links are followed.

    Raises:
        UsageError: If no file may or can be written there; the message says why.
    """
    if str(output) == "-":
        raise UsageError("No file can be called '-'. Leave out -o to write to standard output.")
    target, mode = _locate(output)
    if mode is not None:
        if stat.S_ISDIR(mode):
            raise UsageError(f"{shown_path(output)} is a folder. Give the name of a file.")
        _refuse_protected(target, output)
    return target


def folder_target(output: Path) -> Path:
    """The folder that an output takes the place of, or is to be; links are followed.

    Raises:
        UsageError: If no folder may or can be written there; the message says why.
    """
    target, mode = _locate(output)
    here = Path.cwd().resolve()
    if target in (here, *here.parents):
        raise UsageError(
            f"{shown_path(output)} is the folder that you are in, or one above it. "
            "Give the name of a new folder."
        )
    if mode is not None:
        if not stat.S_ISDIR(mode):
            raise UsageError(f"{shown_path(output)} is a file. Give the name of a folder.")
        _refuse_protected(target, output)
        refuse_foreign_folder(target, output)
    return target


def refuse_foreign_folder(folder: Path, output: Path) -> None:
    """Refuse a folder that holds anything but what was written there by a command.

    Args:
        folder: Where the folder stands.
        output: What the user called it.

    Raises:
        UsageError: If it does, or cannot be read.
    """
    try:
        foreign = foreign_entries(folder)
    except OSError as error:
        raise cannot_write(output, error) from error
    if foreign:
        raise UsageError(
            f"{shown_path(output)} holds files that joinedup did not write, or that were changed "
            f"since, such as {shown_path(foreign[0])}. Give another name, or empty the folder."
        )


def cannot_write(output: Path, error: OSError | ValueError | RuntimeError) -> UsageError:
    """What is said if the system does not let us write."""
    reason = getattr(error, "strerror", None) or str(error)
    return UsageError(f"{shown_path(output)} cannot be written: {reason}.")


def shown_path(path: Path | str) -> str:
    """A path as it can be printed, on one line."""
    return mark_all_controls(str(path))


def _locate(output: Path) -> tuple[Path, int | None]:
    """Where an output is, without links, and the mode of what stands there, if anything does."""
    try:
        mode = _mode(output)
        target = output.resolve()
    except (OSError, ValueError, RuntimeError) as error:  # an odd name; a circle of links
        raise cannot_write(output, error) from error
    for is_kind, words in _KINDS:
        if mode is not None and is_kind(mode):
            raise UsageError(
                f"{shown_path(output)} is {words}, and only regular files are written. "
                "Leave out -o to write to standard output."
            )
    if is_store_file(target):
        raise UsageError(f"{shown_path(output)} is part of a store. Give another name.")
    _refuse_parent(target.parent, output)
    return target, mode


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _refuse_protected(target: Path, output: Path) -> None:
    if not os.access(target, os.W_OK):
        raise UsageError(f"{shown_path(output)} is write-protected. Give another name.")


def _refuse_parent(parent: Path, output: Path) -> None:
    if not parent.is_dir():
        raise UsageError(
            f"{shown_path(output)} cannot be written: there is no folder {shown_path(parent)}. "
            "Make it first."
        )
    if not os.access(parent, os.W_OK | os.X_OK):
        raise UsageError(
            f"{shown_path(output)} cannot be written: nothing may be written into "
            f"{shown_path(parent)}."
        )
