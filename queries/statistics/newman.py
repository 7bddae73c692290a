"""Newman's weight of a pair: one vote for each event, shared among those it names.

M. E. J. Newman, "Scientific collaboration networks. II", Physical Review E 64, 016132 (2001). An
event that names d actors gives each of its pairs 1/(d - 1), so that an event naming everybody
cannot make everybody look close.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from queries.statistics.incidence_matrix import weighted_co_occurrences

if TYPE_CHECKING:
    from queries.statistics.incidence_matrix import Floats, Incidence


def newman_weights(ties: Incidence) -> Floats:
    """The weight of every pair of actors, as a symmetric matrix with an empty diagonal.

    The weights of an actor add up to the number of its events that name somebody else as well.
    """
    named = ties.sum(axis=0)
    shares = np.where(named > 1, 1.0 / np.maximum(named - 1, 1), 0.0)
    weights = weighted_co_occurrences(ties, shares)
    np.fill_diagonal(weights, 0.0)
    return weights
