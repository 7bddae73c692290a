"""Runs rules on a store in a worker process, for `queries.data_checks` alone.

The first message is the folder of the store. Every further one is JSON: the query of a rule, and
how many breaches to look into. So are the replies: how often it is broken, and the breaches.
"""

from __future__ import annotations

import json
from pathlib import Path

from graph.store.embedded import Store
from queries.data_checks import find_breaches

_store: Store | None = None


def handle(message: bytes) -> bytes:
    """Run one rule; open the store, with the first message."""
    global _store  # noqa: PLW0603 - what a process keeps between messages has no other place
    if _store is None:
        _store = Store.open(Path(message.decode()))
        return b""
    sparql, most = json.loads(message)
    return json.dumps(find_breaches(_store, sparql, most)).encode()
