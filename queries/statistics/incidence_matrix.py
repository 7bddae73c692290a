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


def joint(ties: Incidence) -> Whole:
    """Number of events that every two actors share; the diagonal has the events of each actor."""
    # Floating point, for which there is a fast product; exact, as counts stay far below 2**53.
    cells = ties.astype(np.float64)
    return np.rint(cells @ cells.T).astype(np.int64)


def pairs(actors: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The first and the second of every pair of actors, each pair once."""
    return np.triu_indices(actors, 1)
