"""The file of corrections that a version of a store keeps beside its quads."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.store.store_layout import current_version

if TYPE_CHECKING:
    from pathlib import Path

CORRECTIONS = "corrections.csv"


def corrections_path(store_path: Path) -> Path | None:
    """The corrections of the current version; None if it has none, or there is no whole version."""
    try:
        path = current_version(store_path) / CORRECTIONS
    except StoreError:
        return None
    return path if path.exists() else None


def carry_corrections_over(store_path: Path, version: Path) -> None:
    """Keep the corrections of the current version with one that is not finished.

    Raises:
        OSError: If the disk is full.
    """
    if path := corrections_path(store_path):
        shutil.copyfile(path, version / CORRECTIONS)
