"""Where a store lives: generations, one of which is current.

    STORE/
        current                 name of the generation that is asked, one line
        generations/<name>/     quads, and the report of the build that made them
        lock                    held while a build is writing

A build writes a new generation and then replaces `current`, which the file system does at once or
not at all. So an interrupted build leaves the old graph as it was, and a reader that has opened
the old generation keeps it: it is removed only when the next build begins.

Whatever else stands in the folder of a store, such as a page or a user's notes, is left alone. A
folder that is no store yet is taken only if nothing but files of a file manager is in it.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

from graph.errors import NoStoreError, StoreBusyError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_POINTER = "current"
_DRAFT = "current.new"
_OURS = {_POINTER, _DRAFT, "generations", "lock"}
_DESKTOP_FILES = re.compile(
    r"\.DS_Store|\._.*|\.localized|\.directory|\.fseventsd|\.Spotlight-V100|\.Trashes"
    r"|Thumbs\.db|ehthumbs\.db|desktop\.ini|lost\+found",
    re.IGNORECASE,
)
"""What systems and file managers put into any folder; nobody would miss it."""

_GENERATION_NAME = re.compile(r"[0-9a-f]{12}")


def current_version(place: Path) -> Path:
    """Folder of the generation that is asked.

    Raises:
        NoStoreError: If no build at `place` has ever finished.
    """
    try:
        name = (place / _POINTER).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise NoStoreError(
            f"There is no graph at {place}. Build one with: joinedup build SOURCES --store {place}"
        ) from None
    return place / "generations" / name


@contextmanager
def begin_version(place: Path) -> Iterator[Path]:
    """Give a folder for a new generation, and make it current when the block ends well.

    Raises:
        StoreBusyError: If another build is writing at `place`.
        StoreError: If `place` cannot be written, or holds something else.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - slow to import, and who asks needs none

    _prepare(place)
    lock = FileLock(place / "lock")
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise StoreBusyError(
            f"Another build is writing at {place}. Wait until it ends, or choose another --store."
        ) from None
    except OSError as error:
        raise StoreError(f"The store at {place} cannot be written: {error}") from error
    generation = place / "generations" / uuid4().hex[:12]
    try:
        _sweep(place)
        generation.mkdir(parents=True)
        yield generation
        _point(place, generation.name)
    except OSError as error:
        raise StoreError(f"The store at {place} could not be written: {error}") from error
    finally:
        if not _is_current(place, generation):
            shutil.rmtree(generation, ignore_errors=True)
        lock.release()


@contextmanager
def begin_copy(place: Path) -> Iterator[Path]:
    """Give a folder for a new generation that begins as a copy of the current one.

    Raises:
        NoStoreError: If there is no graph at `place`.
        StoreBusyError: If another build is writing at `place`.
        StoreError: If `place` cannot be written.
    """
    old = current_version(place)
    with begin_version(place) as folder:
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


def _prepare(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True)
        foreign_names = sorted(
            entry.name
            for entry in place.iterdir()
            if entry.name not in _OURS and not _DESKTOP_FILES.fullmatch(entry.name)
        )
    except OSError as error:
        raise StoreError(f"Cannot make a store at {place}: {error}") from error
    if foreign_names and not _is_store(place):
        raise StoreError(
            f"{place} is not a store and holds other files, such as {foreign_names[0]}. "
            "Choose a new or empty folder for the store."
        )


def _is_store(place: Path) -> bool:
    try:
        return current_version(place).is_dir()
    except NoStoreError:
        return False


def _is_current(place: Path, generation: Path) -> bool:
    try:
        return current_version(place) == generation
    except NoStoreError:
        return False


def _sweep(place: Path) -> None:
    """Remove every generation but the current one: older ones, and those of interrupted builds."""
    for generation in place.glob("generations/*"):
        is_ours = _GENERATION_NAME.fullmatch(generation.name)
        if is_ours and not _is_current(place, generation):
            shutil.rmtree(generation, ignore_errors=True)


def _point(place: Path, name: str) -> None:
    """Make a generation current, durably."""
    draft = place / _DRAFT
    with draft.open("w", encoding="ascii") as file:
        file.write(f"{name}\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(place / _POINTER)
