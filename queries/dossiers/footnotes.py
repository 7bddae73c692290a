"""The sources of a dossier, and the numbers by which its text leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.dossiers.dossier import DossierSource
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store.readable_store import ReadableStore


class Footnotes:
    """The sources of a dossier: each place has one number, from 1 in the order of first use."""

    def __init__(self, store: ReadableStore) -> None:
        """Look up in `store` who published what was read at a place, and when it was read."""
        self._store = store
        self._numbers: dict[str, int] = {}

    def numbers_of(self, places: Iterable[str]) -> tuple[int, ...]:
        """The numbers of some places; one that has none yet gets the next.

        Args:
            places: Web addresses of pages, or files.
        """
        return tuple(self._numbers.setdefault(each, len(self._numbers) + 1) for each in places)

    @property
    def sources(self) -> tuple[DossierSource, ...]:
        """The sources in the order of their numbers."""
        return tuple(map(self._source, self._numbers))

    def _source(self, place: str) -> DossierSource:
        bare = DossierSource(place)
        term = ox.NamedNode(place) if bare.is_address else ox.Literal(place)
        rows = list(select(self._store, "dossiers/sources", place=term))
        publishers, days = ({row[column] for row in rows if row[column]} for column in (1, 2))
        return DossierSource(place, " and ".join(sorted(publishers)), " and ".join(sorted(days)))
