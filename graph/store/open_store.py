"""Opens a store to read it, wherever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store.embedded import Store

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.readable_store import ReadableStore


def open_store(location: Path) -> ReadableStore:
    """Open the store at a location, to read.

    Raises:
        NoStoreError: If nothing was built there.
        DamagedStoreError: If files are missing, cut or changed, as far as a quick look shows.
        StoreError: If what stands there cannot be opened, or is of an earlier version.
    """
    return Store.open(location)
