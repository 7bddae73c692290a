"""Tries a correction on a graph that stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from loaders.corrections.applied_corrections import apply_correction

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyoxigraph as ox

    from graph.store.embedded import Store
    from loaders.corrections.correction_entry import CorrectionEntry


class _UnchangedStore:
    """A store that is asked like the one behind it, and takes no change."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def load(self, nquads: bytes) -> None:
        """Leave out what would be added."""

    def remove(self, quads: Iterable[ox.Quad]) -> None:
        """Leave what would be removed."""


def try_correction(store: Store, kind: str, entry: CorrectionEntry) -> tuple[str, ...] | None:
    """What a correction would overrule, a phrase each; None if it waits for the next build.

    Args:
        store: The graph; it stays as it is.
        kind: Kind of the correction.
        entry: The correction.

    Raises:
        UsageError: If it matches nothing.
        UnknownNameError: If the graph holds no such finding.
    """
    return apply_correction(cast("Store", _UnchangedStore(store)), store.base, kind, entry)
