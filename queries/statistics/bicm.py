"""The bipartite configuration model: what chance alone would tie, given how often each is named.

F. Saracco, R. Di Clemente, A. Gabrielli, T. Squartini, "Randomizing bipartite networks: the case of
the World Trade Web", Scientific Reports 5, 10595 (2015). Of all models that give every actor and
every event its own number of ties on average, it is the one that assumes nothing more. Actor i and
event f are tied with probability x(i)y(f) / (1 + x(i)y(f)), each tie for itself.

It is solved for classes: actors with as many ties as one another share x, events share y. So
34,026 findings, which name between none and a few dozen departments, are a few dozen unknowns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graph.errors import JoinedupError

if TYPE_CHECKING:
    from queries.statistics.incidence_matrix import Floats, Incidence, Whole

_CLOSE = 1e-10
"""Largest difference of a number of ties from its mean in the model, as a share of the number."""

_STEPS = 500
_SHORTEST = 1e-12
_TRACE = 1e-9


@dataclass(frozen=True, slots=True)
class NullModel:
    """A solved model.

    Attributes:
        rows: Class of each actor.
        columns: Class of each event.
        sizes: Number of events in each class of events.
        probabilities: Probability of a tie, classes of actors by classes of events.
        log_likelihood: Natural logarithm of the probability of the very data.
        largest_error: Largest difference between an actor's or event's number of ties and its mean
            in the model.
    """

    rows: npt.NDArray[np.intp]
    columns: npt.NDArray[np.intp]
    sizes: Whole
    probabilities: Floats
    log_likelihood: float
    largest_error: float

    def cells(self) -> Floats:
        """Probability of every tie, actors by events."""
        return self.probabilities[self.rows][:, self.columns]


@dataclass(frozen=True, slots=True)
class _Margins:
    """Numbers of ties by class, and how many actors or events are in each class."""

    ties: Floats
    sizes: Floats


@dataclass(frozen=True, slots=True)
class _Problem:
    """What is left to solve: no class in it is tied to nothing, or to everything.

    Unknowns are the logarithms of x and y, those of the actors first.
    """

    actors: _Margins
    events: _Margins

    @property
    def wanted(self) -> Floats:
        """Ties of every class, all its members together."""
        actors, events = self.actors, self.events
        return np.concatenate([actors.ties * actors.sizes, events.ties * events.sizes])

    def start(self) -> Floats:
        """The solution if ties were few."""
        every = float(self.actors.ties @ self.actors.sizes)
        logarithms: Floats = np.log(
            np.concatenate([self.actors.ties, self.events.ties]) / np.sqrt(every)
        )
        return logarithms

    def sums(self, logs: Floats) -> Floats:
        """The logarithm of x(i)y(f), classes of actors by classes of events."""
        split = len(self.actors.ties)
        return logs[:split, None] + logs[None, split:]

    def chances(self, logs: Floats) -> Floats:
        """Probability of a tie, classes of actors by classes of events."""
        chances: Floats = np.exp(-np.logaddexp(0.0, -self.sums(logs)))
        return chances

    def value(self, logs: Floats) -> float:
        """The log-likelihood, which is concave."""
        weights = np.logaddexp(0.0, self.sums(logs))
        return float(self.wanted @ logs - self.actors.sizes @ weights @ self.events.sizes)


def solve(ties: Incidence) -> NullModel:
    """The model of some two-mode data, actors by events.

    Raises:
        JoinedupError: If no solution was found; the message has the error that was left.
    """
    return solve_margins(ties.sum(axis=1), ties.sum(axis=0))


def solve_margins(of_actors: Whole, of_events: Whole) -> NullModel:
    """The model of data of which only the numbers of ties are known; it needs nothing else.

    Args:
        of_actors: Number of ties of each actor.
        of_events: Number of ties of each event.

    Raises:
        JoinedupError: If no solution was found; the message has the error that was left.
    """
    row_ties, rows, row_sizes = np.unique(of_actors, return_inverse=True, return_counts=True)
    column_ties, columns, column_sizes = np.unique(
        of_events, return_inverse=True, return_counts=True
    )
    actors = _Margins(row_ties.astype(np.float64), row_sizes.astype(np.float64))
    events = _Margins(column_ties.astype(np.float64), column_sizes.astype(np.float64))
    probabilities, log_likelihood = _peeled(actors, events)
    error = _largest_error(probabilities, actors, events)
    if error > max(_CLOSE, 1e-6 * float(row_ties.max(initial=0))):
        raise JoinedupError(f"The null model was not solved: its margins are out by {error:.3g}.")
    return NullModel(rows, columns, column_sizes, probabilities, log_likelihood, error)


def _peeled(actors: _Margins, events: _Margins) -> tuple[Floats, float]:
    """Settle what is tied to nothing or to everything, over and over; solve for the rest.

    Such ties are certain, and would need an infinite x or y.
    """
    probabilities = np.zeros((len(actors.ties), len(events.ties)))
    rows = np.ones(len(actors.ties), dtype=bool)
    columns = np.ones(len(events.ties), dtype=bool)
    left_of_rows, left_of_columns = actors.ties.copy(), events.ties.copy()
    while True:
        full_rows = rows & (left_of_rows == events.sizes[columns].sum())
        probabilities[np.ix_(full_rows, columns)] = 1.0
        left_of_columns[columns] -= actors.sizes[full_rows].sum()
        rows &= ~full_rows & (left_of_rows > 0)
        full_columns = columns & (left_of_columns == actors.sizes[rows].sum())
        probabilities[np.ix_(rows, full_columns)] = 1.0
        left_of_rows[rows] -= events.sizes[full_columns].sum()
        kept = columns & ~full_columns & (left_of_columns > 0)
        if not (full_rows.any() or full_columns.any() or (kept != columns).any()):
            break
        columns = kept
    if not (rows.any() and columns.any()):
        return probabilities, 0.0
    problem = _Problem(
        _Margins(left_of_rows[rows], actors.sizes[rows]),
        _Margins(left_of_columns[columns], events.sizes[columns]),
    )
    logs = _highest(problem)
    probabilities[np.ix_(rows, columns)] = problem.chances(logs)
    return probabilities, problem.value(logs)


def _highest(problem: _Problem) -> Floats:
    """Climb to the greatest likelihood by Newton's steps, none of which may lead down."""
    logs, wanted = problem.start(), problem.wanted
    members = np.outer(problem.actors.sizes, problem.events.sizes)
    for _ in range(_STEPS):
        chances = problem.chances(logs)
        cells = members * chances
        slope = wanted - np.concatenate([cells.sum(axis=1), cells.sum(axis=0)])
        if np.all(np.abs(slope) <= _CLOSE * wanted):
            break
        higher = _along(problem, logs, _newton(cells * (1 - chances), slope))
        if higher is None:
            break
        logs = higher
    return logs


def _newton(spread: Floats, slope: Floats) -> Floats:
    """Newton's step. A trace on the diagonal settles the one direction that changes nothing."""
    down, across = np.diag(spread.sum(axis=1)), np.diag(spread.sum(axis=0))
    curve = np.block([[down, spread], [spread.T, across]])
    diagonal = np.einsum("ii->i", curve)
    diagonal *= 1 + _TRACE
    diagonal += _TRACE**2
    return np.asarray(np.linalg.solve(curve, slope), dtype=np.float64)


def _along(problem: _Problem, logs: Floats, step: Floats) -> Floats | None:
    """Go along a step, or a shorter one, so that the likelihood does not fall; None if it must."""
    value, length = problem.value(logs), 1.0
    while length > _SHORTEST:
        there = logs + length * step
        if problem.value(there) >= value:
            return there
        length /= 2
    return None


def _largest_error(probabilities: Floats, actors: _Margins, events: _Margins) -> float:
    of_rows = np.abs(probabilities @ events.sizes - actors.ties)
    of_columns = np.abs(actors.sizes @ probabilities - events.ties)
    return float(max(of_rows.max(initial=0.0), of_columns.max(initial=0.0)))
