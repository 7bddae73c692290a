"""The folder of the graph, where a user names none."""

from __future__ import annotations

import os
from pathlib import Path

STORE_VARIABLE = "JOINEDUP_STORE"
"""Environment variable that names the folder."""


def default_store_path() -> Path:
    """The folder that JOINEDUP_STORE names, or else `joinedup-store` in the current folder."""
    return Path(os.environ.get(STORE_VARIABLE) or "joinedup-store")


def store_words(store_path: Path) -> str:
    """What to type after a command to reach a store; nothing where it is the default one."""
    return "" if store_path == default_store_path() else f" --store {store_path}"
