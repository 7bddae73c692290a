"""A store that holds a graph in another form, for as long as it is written out."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from graph.store.embedded import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")

_PORTION = 200_000
"""Statements that are loaded at once."""


@contextmanager
def temporary_store(parts: Iterable[bytes]) -> Iterator[Store]:
    """A store of what is given as N-Quads; it goes when it is done with.

    Raises:
        StoreError: If there is no room for it.
    """
    with TemporaryDirectory(prefix="joinedup-") as folder:
        store = Store.create(Path(folder) / "quads")
        for part in parts:
            store.load(part)
        store.flush()
        try:
            yield store
        finally:
            store.close()  # an engine that is open writes into the folder while it is removed


def portions(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in lists of as many as are loaded at once."""
    remaining = iter(items)
    while portion := list(islice(remaining, _PORTION)):
        yield portion
