"""Shuffles of two-mode data in which every actor and every event keeps its number of ties.

G. Strona, D. Nappo, F. Boccacci, S. Fattorini, J. San-Miguel-Ayanz, "A fast and unbiased procedure
to randomize ecological binary matrices with fixed row and column totals", Nature Communications 5,
4114 (2014). The second opinion beside the null model, which keeps those numbers only on average.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from queries.statistics.incidence_matrix import co_occurrences, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.statistics.incidence_matrix import Floats, Incidence

TRADES = 5
"""Trades an actor takes part in between two shuffles, on average."""


def shuffles(ties: Incidence, number: int, seed: int) -> Iterator[Incidence]:
    """Matrices drawn at random from those with the same margins, one after another.

    Args:
        ties: Actors by events; not changed.
        number: How many to draw.
        seed: The same seed draws the same matrices.
    """
    chance = np.random.default_rng(seed)
    actors = len(ties)
    events_of = [np.flatnonzero(row) for row in ties]
    for _ in range(number):
        for _ in range(TRADES * actors):
            left, right = chance.choice(actors, 2, replace=False) if actors > 1 else (0, 0)
            events_of[left], events_of[right] = _traded(events_of[left], events_of[right], chance)
        drawn = np.zeros_like(ties)
        for row, events in enumerate(events_of):
            drawn[row, events] = True
        yield drawn


def shuffled_tails(ties: Incidence, number: int, seed: int) -> Floats:
    """Share of shuffles in which each pair has at least as many joint events as in the data.

    The data count as one of the draws, so that the least value is 1 / (number + 1).
    """
    left, right = pairs(len(ties))
    together = co_occurrences(ties)[left, right]
    reached = np.ones(len(together))
    for drawn in shuffles(ties, number, seed):
        reached += co_occurrences(drawn)[left, right] >= together
    share: Floats = reached / (number + 1)
    return share


def _traded(
    left: np.ndarray[tuple[int], np.dtype[np.intp]],
    right: np.ndarray[tuple[int], np.dtype[np.intp]],
    chance: np.random.Generator,
) -> tuple[np.ndarray[tuple[int], np.dtype[np.intp]], np.ndarray[tuple[int], np.dtype[np.intp]]]:
    """Deal out anew the events that only one of two actors has; each keeps its number."""
    shared = np.intersect1d(left, right, assume_unique=True)
    own = chance.permutation(np.setxor1d(left, right, assume_unique=True))
    mine = len(left) - len(shared)
    return np.concatenate([shared, own[:mine]]), np.concatenate([shared, own[mine:]])
