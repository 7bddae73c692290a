"""How we know a folder that we wrote: by a list of its files with their digests.

The list is a hidden file in the folder, in the form that `sha256sum --check` reads. A file that is
not listed, or is no longer as it was written, belongs to the user.
"""

from __future__ import annotations

import os
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

from graph.store.desktop_files import is_desktop_file

if TYPE_CHECKING:
    from collections.abc import Iterator

MANIFEST = ".joinedup-files"
"""Name of the list."""

_GAP = "  "


def write_manifest(folder: Path) -> None:
    """List every file of a folder that was just written."""
    lines = [
        f"{sha256(path)}{_GAP}{path.relative_to(folder).as_posix()}\n" for path in files(folder)
    ]
    (folder / MANIFEST).write_text("".join(lines), encoding="utf-8", newline="\n")


def foreign_entries(folder: Path) -> list[str]:
    """What stands in a folder and is not as we wrote it, by its path within the folder, in order.

    Files that systems and file managers put into any folder do not count.

    Raises:
        OSError: If the folder cannot be read.
    """
    listed = _read_manifest(folder)
    parents = {parent.as_posix() for name in listed for parent in Path(name).parents}
    foreign = []
    for path in _walk(folder):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and not path.is_symlink():
            is_ours = name in parents
        elif is_desktop_file(path.name) or (name == MANIFEST and listed):
            is_ours = not path.is_symlink()
        else:
            is_ours = name in listed and _is_regular(path) and sha256(path) == listed[name]
        if not is_ours:
            foreign.append(name)
    return sorted(foreign)


def files(folder: Path) -> Iterator[Path]:
    """The files of a folder and its folders, in the order of their names within it."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    yield from sorted(paths, key=lambda path: path.relative_to(folder).as_posix())


def sha256(path: Path) -> str:
    """SHA-256 digest of a file, in hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _read_manifest(folder: Path) -> dict[str, str]:
    """Digests by name; empty if there is no such list."""
    path = folder / MANIFEST
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if _is_regular(path) else []
    except UnicodeDecodeError:
        return {}
    return {name: digest for digest, _, name in (line.partition(_GAP) for line in lines)}


def _is_regular(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _walk(folder: Path) -> Iterator[Path]:
    def give_up(error: OSError) -> None:
        raise error

    for root, folders, names in os.walk(folder, onerror=give_up):
        yield from (Path(root, name) for name in (*folders, *names))
