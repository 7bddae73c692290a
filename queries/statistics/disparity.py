"""The disparity filter: which ties carry more of an actor's weight than an even share would.

M. Serrano, M. Boguna, A. Vespignani, "Extracting the multiscale backbone of complex weighted
networks", PNAS 106, 6483 (2009). It thins a picture; it tests nothing about chance in findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from queries.statistics.incidence_matrix import Floats


def disparity(weights: Floats) -> Floats:
    """How likely each tie's share would be at its ends, the smaller of the two values.

    An end with k ties and strength s gives (1 - w/s)^(k - 1). An end with a single tie says nothing
    about it and gives 1; so a tie that is the only one of both its ends is not kept by the filter.

    Args:
        weights: Symmetric matrix; 0 where there is no tie.

    Returns:
        A symmetric matrix; 1 where there is no tie. Keep what lies below the level chosen.
    """
    ties = (weights > 0).sum(axis=1, keepdims=True)
    strengths = weights.sum(axis=1, keepdims=True)
    shares = np.divide(weights, strengths, out=np.zeros_like(weights), where=strengths > 0)
    at_one_end = np.where((weights > 0) & (ties > 1), (1 - shares) ** np.maximum(ties - 1, 0), 1.0)
    smaller: Floats = np.minimum(at_one_end, at_one_end.T)
    return smaller
