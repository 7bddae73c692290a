"""Going back to the version before the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.store.store_folder import VERSIONS, version_folders
from graph.store.store_layout import current_version, locked
from graph.store.store_manifest import damaged_files, read_manifest
from graph.store.version_pointer import VersionPointer, read_pointer, write_pointer

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.store_manifest import Manifest


def previous_manifest(store_path: Path) -> Manifest | None:
    """The manifest of the version that `undo` would bring back; None where there is none."""
    pointer = read_pointer(store_path)
    if pointer is None or pointer.previous is None:
        return None
    return read_manifest(store_path / VERSIONS / pointer.previous)


def undo(store_path: Path) -> Manifest:
    """Make the version before the current one current; the two change places.

    Where the pointer is damaged, the newest version that is whole becomes current.

    Returns:
        The manifest of the version that is current now.

    Raises:
        NoStoreError: If there is no graph at `store_path`.
        StoreBusyError: If a build is writing there.
        StoreError: If there is no other version, or it is damaged.
    """
    old = read_pointer(store_path)
    if old is None and not version_folders(store_path):
        current_version(store_path)  # says that there is none
    with locked(store_path):
        old = read_pointer(store_path)
        name = old.previous if old else _newest(store_path)
        if name is None:
            raise StoreError(
                f"There is no graph at {store_path} to go back to: it was built once, and nothing "
                "has replaced it since."
            )
        version = store_path / VERSIONS / name
        faults = list(damaged_files(version, read_all=False))
        manifest = read_manifest(version)
        if faults or manifest is None:
            raise StoreError(
                f"The graph at {store_path} that came before the current one is broken: "
                f"{'; '.join(faults)}. The current graph stays."
            )
        write_pointer(store_path, VersionPointer(name, old.current if old else None))
        return manifest


def _newest(store_path: Path) -> str | None:
    manifests = {version.name: read_manifest(version) for version in version_folders(store_path)}
    whole = {name: manifest.written for name, manifest in manifests.items() if manifest}
    return max(whole, key=whole.__getitem__, default=None)
