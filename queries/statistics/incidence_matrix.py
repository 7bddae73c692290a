"""Two-mode data as a matrix: a row for each actor, a column for each event it takes part in.

Actors are what is compared (departments, initiatives, committees); events are what may name several
of them (findings, mostly). A cell is true where the event names the actor.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Incidence = npt.NDArray[np.bool_]
"""Cells of two-mode data, actors by events."""

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]


def co_occurrences(ties: Incidence) -> Whole:
    """Number of events that every two actors share; the diagonal has the events of each actor."""
    return np.rint(weighted_co_occurrences(ties, np.ones(ties.shape[1]))).astype(np.int64)


def weighted_co_occurrences(ties: Incidence, weights: Floats) -> Floats:
    """Sum of the weights of the events that every two actors share.

    Args:
        ties: Actors by events.
        weights: Weight of each event.
    """
    from scipy.sparse import csr_array  # noqa: PLC0415 - a fifth of a second to import

    # Few cells are true, so the time and memory go with the names in findings, not with the matrix.
    cells = csr_array(ties, dtype=np.float64)
    return csr_array((cells * weights) @ cells.T).toarray()


def pairs(actors: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The first and the second of every pair of actors, each pair once."""
    return np.triu_indices(actors, 1)
