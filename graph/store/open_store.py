"""Opens a store to read it, wherever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store.embedded import Store
from graph.store.remote import RemoteStore
from graph.store.server_address import ServerAddress

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from graph.store.server_address import StoreLocation


def open_store(location: StoreLocation) -> ReadableStore:
    """Open the store at a location, to read.

    Raises:
        NoStoreError: If nothing was built there, or the server holds no graph of joinedup's.
        DamagedStoreError: If files are missing, cut or changed, as far as a quick look shows.
        StoreError: If what stands there cannot be opened, or is of an earlier version, or the
            server does not answer.
    """
    if isinstance(location, ServerAddress):
        return RemoteStore.open(location)
    return Store.open(location)
