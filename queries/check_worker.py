"""Runs data checks on a store in a worker process, for `queries.data_checks` alone.

The first message is the folder of the store. Every further one is JSON: the query of a check, and
of how many faults to look up the sources. So are the replies: how many faults, and those.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from graph.processes.network_wall import close_network
from graph.store.open_store import open_store
from queries.data_checks import find_faults

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore

_store: ReadableStore | None = None


def handle(message: bytes) -> bytes:
    """Run one check out of reach of the network; open the store, with the first message."""
    global _store  # noqa: PLW0603 - what a process keeps between messages has no other place
    if _store is None:
        close_network()
        _store = open_store(Path(message.decode()))
        return b""
    sparql, limit = json.loads(message)
    return json.dumps(find_faults(_store, sparql, limit)).encode()
