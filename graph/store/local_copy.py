"""A store whose quads are on this machine, for work that reads all of them piece by piece."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import StoreError
from graph.store.embedded import Store
from graph.store.remote import RemoteStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore

_PORTION = 200_000
"""Quads that are loaded at once."""


@contextmanager
def local_copy(store: ReadableStore) -> Iterator[ReadableStore]:
    """The store itself if its quads are here, or else a copy that goes when it is done with.

    An export asks for the statements of each subject in turn, which at a server would be thousands
    of requests, between which the graph could change. The copy is made from one answer.

    Raises:
        StoreError: If there is no room for the copy, or the server does not give everything.
    """
    if not isinstance(store, RemoteStore):
        yield store
        return
    with TemporaryDirectory(prefix="joinedup-") as folder:
        copy = Store.create(Path(folder) / "quads")
        quads = store.every_quad()
        while portion := list(islice(quads, _PORTION)):
            copy.load(ox.serialize(portion, format=ox.RdfFormat.N_QUADS) or b"")
        copy.flush()
        try:
            if len(copy) != len(store):
                raise StoreError(
                    f"The server at {store.address} gave {len(copy):,} of the {len(store):,} "
                    "statements of its graph: it cuts answers, or the graph was changed meanwhile. "
                    "Have it allow larger answers, or try again."
                )
            yield copy
        finally:
            copy.close()  # an engine that is open writes into the folder while it is removed
