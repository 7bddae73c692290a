"""Where the graph is, if a user does not say."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from graph.store.server_address import read_location

if TYPE_CHECKING:
    from graph.store.server_address import StoreLocation

STORE_VARIABLE = "JOINEDUP_STORE"
"""Environment variable that names the folder, or the address of a server."""


def default_location() -> StoreLocation:
    """What JOINEDUP_STORE names, or else the folder `joinedup-store` in the current folder.

    Raises:
        UsageError: If it begins as a web address and is none.
    """
    return read_location(os.environ.get(STORE_VARIABLE) or "joinedup-store")


def store_words(location: StoreLocation) -> str:
    """What to type after a command to reach a store; nothing where it is the default one."""
    return "" if location == default_location() else f" --store {location}"
