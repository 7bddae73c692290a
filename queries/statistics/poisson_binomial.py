"""Sums of independent yes-or-no events with chances of their own: exact tails, many at once.

The events of a sum come in classes of equal chance, so that a sum over 34,026 findings has a few
dozen terms. The distribution is the inverse Fourier transform of its characteristic function
(Y. Hong, "On computing the distribution function for the Poisson binomial distribution",
Computational Statistics & Data Analysis 59, 2013). It is tilted first, so that what was observed
lies in the middle: a tail of 1e-200 then comes out with as many right digits as one of 0.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from queries.statistics.incidence_matrix import Floats, Whole

_DEVIATIONS, _MARGIN = 12.0, 24.0
"""Half-width of what is computed; beyond it lies less than a double can show."""

_CELLS = 4_000_000
"""Numbers held at a time."""

_BISECTIONS = 60
_STEEPEST = 60.0


def upper_tails(chances: Floats, sizes: Whole, observed: Whole) -> Floats:
    """Chance of at least as many as observed, for each sum.

    Args:
        chances: Chance of each class of events, sums by classes.
        sizes: Number of events in each class.
        observed: Number observed, for each sum.

    Returns:
        Probabilities, right to about 12 digits; 0 stands for less than about 1e-300.
    """
    tails = np.ones(len(observed))
    above = np.flatnonzero(observed > 0)
    tilts = _tilts(chances[above], sizes, observed[above])
    for part, width in _portions(_tilted(chances[above], tilts), sizes):
        rows, tilt = above[part], tilts[part]
        tails[rows] = _tails(chances[rows], sizes, observed[rows], tilt, width)
    tails[observed > sizes @ (chances > 0).T] = 0.0
    return np.clip(tails, 0.0, 1.0)


def least_reaching(chances: Floats, sizes: Whole, level: float) -> Whole:
    """The least number whose upper tail is no more than `level`, for each sum.

    Args:
        chances: Chance of each class of events, sums by classes.
        sizes: Number of events in each class.
        level: A probability, not below 1e-12.
    """
    least = np.zeros(len(chances), dtype=np.int64)
    for part, width in _portions(chances, sizes):
        start, masses = _window(chances[part], sizes, width)
        tails = np.cumsum(masses[:, ::-1], axis=1)[:, ::-1]
        reached = tails <= level
        first = np.where(reached.any(axis=1), reached.argmax(axis=1), width)
        least[part] = start + first
    return least


def _tails(chances: Floats, sizes: Whole, observed: Whole, tilt: Floats, width: int) -> Floats:
    """Tails of sums whose windows have one width, each tilted towards what was observed."""
    start, masses = _window(_tilted(chances, tilt), sizes, width)
    numbers = start[:, None] + np.arange(width)
    beyond = numbers - observed[:, None]
    weights = np.where(beyond >= 0, np.exp(-tilt[:, None] * np.maximum(beyond, 0)), 0.0)
    scale = np.log1p(chances * np.expm1(tilt)[:, None]) @ sizes - tilt * observed
    tails: Floats = (masses * weights).sum(axis=1) * np.exp(scale)
    return tails


def _tilted(chances: Floats, tilt: Floats) -> Floats:
    raised = chances * np.exp(tilt)[:, None]
    return raised / (1 - chances + raised)


def _tilts(chances: Floats, sizes: Whole, observed: Whole) -> Floats:
    """How far to tilt each sum so that its mean is what was observed; 0 where it is no less."""
    low, high = np.zeros(len(observed)), np.full(len(observed), _STEEPEST)
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        short = _tilted(chances, middle) @ sizes < observed
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    return np.where(chances @ sizes < observed, low, 0.0)


def _portions(chances: Floats, sizes: Whole) -> Iterator[tuple[npt.NDArray[np.intp], int]]:
    """Sums whose windows are equally wide, as many as can be held, with the width."""
    deviations = np.sqrt((chances * (1 - chances)) @ sizes)
    widths = np.exp2(np.ceil(np.log2(2 * (_DEVIATIONS * deviations + _MARGIN)))).astype(np.int64)
    for width in np.unique(widths):
        members = np.flatnonzero(widths == width)
        most = max(1, _CELLS // (int(width) * max(1, len(sizes))))
        for first in range(0, len(members), most):
            yield members[first : first + most], int(width)


def _window(chances: Floats, sizes: Whole, width: int) -> tuple[Whole, Floats]:
    """First number and probabilities of a stretch that holds all but a trace of each sum."""
    means = chances @ sizes
    start = np.maximum(0, np.floor(means - width / 2)).astype(np.int64)
    angles = 2 * np.pi * np.arange(width // 2 + 1) / width
    turned = chances[:, :, None]
    # Modulus and argument of 1 + q(exp(iw) - 1), each in the form that loses no digits.
    with np.errstate(divide="ignore"):
        moduli = 0.5 * np.log1p(2 * turned * (1 - turned) * (np.cos(angles) - 1))
    arguments = np.arctan2(turned * np.sin(angles), 1 + turned * (np.cos(angles) - 1))
    logs = np.einsum("pcw,c->pw", moduli, sizes)
    phases = np.einsum("pcw,c->pw", arguments, sizes) - start[:, None] * angles
    masses = np.fft.irfft(np.exp(logs - 1j * phases), width, axis=1)
    return start, np.maximum(masses, 0.0)
