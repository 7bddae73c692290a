"""How many of the pairs claimed may be wrong, and what a pair must reach to be claimed at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from queries.statistics.incidence_matrix import Floats


def q_values(p: Floats) -> Floats:
    """The p-values of all tests, adjusted so that at most a share `q` of claims is expected wrong.

    Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal
    Statistical Society B 57 (1995). Every test made must be among them, those of pairs that never
    met included.
    """
    tests = len(p)
    order = np.argsort(p)
    ranked = p[order] * tests / np.arange(1, tests + 1)
    q = np.empty(tests)
    q[order] = np.minimum(np.minimum.accumulate(ranked[::-1])[::-1], 1.0)
    return q


def level_alone(alpha: float, tests: int) -> float:
    """The p-value that a single pair must reach to be claimed where no other pair is.

    It is the strictest level at which anything is claimed, and so the one for which the least
    detectable number is worked out.
    """
    return alpha / max(1, tests)
