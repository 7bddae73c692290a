"""Burt's constraint of every actor at once.

R. Burt, "Structural Holes" (1992). networkx computes the same, in time that grows with the third
power of the number of neighbours; a network that is drawn anew many times needs it faster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from queries.statistics.incidence_matrix import Floats


def constraints(weights: Floats) -> Floats:
    """The constraint of every actor; not a number for one without ties.

    Args:
        weights: Weight of the tie of every two actors, symmetric, with an empty diagonal.
    """
    strength = weights.sum(axis=1)
    shares = weights / np.where(strength > 0, strength, 1.0)[:, None]
    invested = (shares + shares @ shares) ** 2 * (weights > 0)
    return np.where(strength > 0, invested.sum(axis=1), np.nan)
