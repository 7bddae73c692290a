"""The hypergeometric test, as the baseline that it is.

M. Tumminello, S. Micciche, F. Lillo, J. Piilo, R. Mantegna, "Statistically validated networks in
bipartite complex systems", PLoS ONE 6, e17994 (2011). It takes every event to be as likely as any
other to name an actor. Findings differ greatly in how many they name, and the broad ones make every
pair look connected: on data made without any preference it finds most pairs. It is given beside
the null model to show that difference, never as evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from queries.statistics.incidence_matrix import Floats, Whole


def hypergeometric_tails(
    together: Whole, left_events: Whole, right_events: Whole, events: int
) -> Floats:
    """Chance of at least as many joint events, if each actor's events were drawn from all alike.

    Args:
        together: Joint events of each pair.
        left_events: Events of the first of each pair.
        right_events: Events of the second of each pair.
        events: Number of all events.
    """
    from scipy.stats import hypergeom  # noqa: PLC0415 - a second to import

    return np.asarray(
        hypergeom.sf(together - 1, events, left_events, right_events), dtype=np.float64
    )
