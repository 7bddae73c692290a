"""Which pairs are named together more often than chance would bring about.

The chance of every number of joint events comes from the bipartite configuration model, exactly;
all pairs are tested, those that never met included, and the p-values are adjusted for their number.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict

import numpy as np
import numpy.typing as npt

from queries.statistics.bicm import solve
from queries.statistics.false_discovery import level_alone, q_values
from queries.statistics.hypergeometric import hypergeometric_tails
from queries.statistics.incidence_matrix import co_occurrences, pairs
from queries.statistics.newman import newman_weights
from queries.statistics.poisson_binomial import least_reaching, upper_tails

if TYPE_CHECKING:
    from queries.statistics.bicm import NullModel
    from queries.statistics.incidence_matrix import Floats, Incidence, Whole

ALPHA = 0.05
"""Share of the pairs claimed that may be expected to be wrong."""

FEWEST_DOCUMENTS = 10
"""Documents below which nothing is claimed: findings of one document share its subject."""

YES, NO, UNKNOWN = "yes", "no", "cannot be judged"
"""Whether two are named together more often than coincidence explains, as every output says it."""

_AT_ONCE = 4096

NULL_MODEL = "bipartite configuration model, exact Poisson-binomial tails, Benjamini-Hochberg"
"""The null model in words, for every output."""


@dataclass(frozen=True, slots=True)
class PairTests:
    """Every pair of actors, tested; arrays have one place for each pair.

    Attributes:
        left: Row of the first actor in the matrix that was tested.
        right: Row of the second, always greater.
        together: Events that name both.
        expected: Mean of that number under the null model.
        p: Chance of at least that number under the null model.
        q: The same, adjusted for all tests.
        least: Least number of joint events at which the pair would be claimed if no other were.
        left_events: Events that name the first.
        right_events: Events that name the second.
        newman: Newman's weight, one vote for each event.
        claimed: Whether the pair is claimed to be named together more often than by chance.
        alpha: Share of claims that may be wrong.
        family: Number of pairs that were tested together; these are all of them, or some.
        events: Events with at least one actor.
        documents: Documents that those events stand in; None if not known.
        log_likelihood: Of the data under the null model.
        largest_error: Largest error left in the margins of the null model.
    """

    left: npt.NDArray[np.intp]
    right: npt.NDArray[np.intp]
    together: Whole
    expected: Floats
    p: Floats
    q: Floats
    least: Whole
    left_events: Whole
    right_events: Whole
    newman: Floats
    claimed: npt.NDArray[np.bool_]
    alpha: float
    family: int
    events: int
    documents: int | None
    log_likelihood: float
    largest_error: float

    def __len__(self) -> int:
        """Number of tests."""
        return len(self.left)

    @property
    def level(self) -> float:
        """The p-value that a pair must reach if no other does."""
        return level_alone(self.alpha, self.family)

    @property
    def possible(self) -> Whole:
        """Greatest number of joint events that each pair could have."""
        return np.minimum(self.left_events, self.right_events)

    @property
    def baseline(self) -> Floats:
        """p-value of the hypergeometric test of each pair, which is no evidence."""
        return hypergeometric_tails(self.together, self.left_events, self.right_events, self.events)

    @property
    def verdicts(self) -> list[str]:
        """What can be said of each pair: `YES`, `NO` or `UNKNOWN`."""
        judged = self.testable & self.enough_documents
        return [
            YES if claimed else NO if can_be else UNKNOWN
            for claimed, can_be in zip(self.claimed, judged, strict=True)
        ]

    @property
    def testable(self) -> npt.NDArray[np.bool_]:
        """Pairs that could be claimed at all, had they been named together whenever possible."""
        return self.least <= self.possible

    @property
    def least_detectable(self) -> int | None:
        """Least number of joint events at which any pair could be claimed; None if none could."""
        least = self.least[self.testable]
        return int(least.min()) if len(least) else None

    @property
    def baseline_claims(self) -> int:
        """Pairs that the hypergeometric baseline would claim."""
        return int((q_values(self.baseline) <= self.alpha).sum()) if len(self) else 0

    @property
    def enough_documents(self) -> bool:
        """Whether the events stand in enough documents to claim anything."""
        return self.documents is None or self.documents >= FEWEST_DOCUMENTS


def pair_tests(ties: Incidence, *, alpha: float = ALPHA, documents: int | None = None) -> PairTests:
    """Test every pair of actors of some two-mode data.

    Args:
        ties: Actors by events; actors and events without a tie should be left out before.
        alpha: Share of the pairs claimed that may be expected to be wrong.
        documents: Number of documents that the events stand in, if known. With fewer than
            `FEWEST_DOCUMENTS`, nothing is claimed.

    Returns:
        All n(n - 1)/2 pairs, in the order of the matrix's rows.

    Raises:
        JoinedupError: If the null model cannot be solved.
    """
    model, (left, right) = solve(ties), pairs(len(ties))
    together = co_occurrences(ties)[left, right]
    return PairTests(
        **_counted(ties, together),
        **_judged(_against(model, left, right, together, alpha), alpha, documents),
        alpha=alpha,
        family=len(together),
        documents=documents,
        log_likelihood=model.log_likelihood,
        largest_error=model.largest_error,
    )


def across_tests(
    findings: Incidence, answers: Incidence, *, alpha: float = ALPHA, documents: int | None = None
) -> PairTests:
    """Test pairs of which the finding names one and its answer the other.

    Findings' words and answers' words have a null model each; a finding ties two actors if its own
    words name one and its answer's words the other, either way round.

    Args:
        findings: Actors by events: named in the finding's own words.
        answers: The same for the words of the answer.
        alpha: As for `pair_tests`.
        documents: As for `pair_tests`.

    Raises:
        JoinedupError: If a null model cannot be solved.
    """
    first, second = solve(findings), solve(answers)
    left, right = pairs(len(findings))
    ahead, back = findings.astype(np.float64), answers.astype(np.float64)
    crossed, both = ahead @ back.T, (ahead * back) @ (ahead * back).T
    either = np.rint(crossed + crossed.T - both).astype(np.int64)
    together = either[left, right]
    kinds, sizes = np.unique(np.stack([first.columns, second.columns]), axis=1, return_counts=True)
    of_findings, of_answers = first.probabilities[:, kinds[0]], second.probabilities[:, kinds[1]]
    least = np.zeros(len(left), dtype=np.int64)
    tails, expected = np.ones(len(left)), np.zeros(len(left))
    for part in np.array_split(np.arange(len(left)), max(1, len(left) // _AT_ONCE)):
        p, q = first.rows[left[part]], second.rows[right[part]]
        r, s = first.rows[right[part]], second.rows[left[part]]
        there, and_back = of_findings[p] * of_answers[q], of_findings[r] * of_answers[s]
        chances = there + and_back - there * and_back
        tails[part] = upper_tails(chances, sizes, together[part])
        expected[part] = chances @ sizes
        least[part] = least_reaching(chances, sizes, level_alone(alpha, len(left)))
    return PairTests(
        **_counted(findings | answers, together),
        **_judged((tails, expected, least), alpha, documents),
        alpha=alpha,
        family=len(together),
        documents=documents,
        log_likelihood=first.log_likelihood + second.log_likelihood,
        largest_error=max(first.largest_error, second.largest_error),
    )


def tests_of_part(ties: Incidence, tests: PairTests, rows: npt.NDArray[np.intp]) -> PairTests:
    """The pairs of some actors of a whole that was tested; only their weights are counted anew.

    Args:
        ties: The actors of the part by events.
        tests: The tests of every pair of the whole.
        rows: Row of each actor of the part in the matrix of the whole, in rising order.
    """
    left, right = pairs(len(ties))
    actors = round((1 + (1 + 8 * len(tests)) ** 0.5) / 2)
    first, second = rows[left], rows[right]
    number = first * actors - first * (first + 1) // 2 + second - first - 1
    return replace(
        tests,
        **_counted(ties, tests.together[number]),
        expected=tests.expected[number],
        p=tests.p[number],
        q=tests.q[number],
        least=tests.least[number],
        claimed=tests.claimed[number],
    )


class _Counted(TypedDict):
    left: npt.NDArray[np.intp]
    right: npt.NDArray[np.intp]
    together: Whole
    left_events: Whole
    right_events: Whole
    newman: Floats
    events: int


def _counted(ties: Incidence, together: Whole) -> _Counted:
    """What every pair counts, without a null model."""
    left, right = pairs(len(ties))
    own = np.asarray(ties.sum(axis=1), dtype=np.int64)
    return _Counted(
        left=left,
        right=right,
        together=together,
        left_events=own[left],
        right_events=own[right],
        newman=newman_weights(ties)[left, right],
        events=int(ties.any(axis=0).sum()),
    )


class _Judged(TypedDict):
    p: Floats
    expected: Floats
    least: Whole
    q: Floats
    claimed: npt.NDArray[np.bool_]


def _judged(measured: tuple[Floats, Floats, Whole], alpha: float, documents: int | None) -> _Judged:
    """Adjust p-values for their number, and say which pairs are claimed."""
    p, expected, least = measured
    q = q_values(p) if len(p) else p
    enough = documents is None or documents >= FEWEST_DOCUMENTS
    return _Judged(p=p, expected=expected, least=least, q=q, claimed=(q <= alpha) & enough)


def _against(
    model: NullModel,
    left: npt.NDArray[np.intp],
    right: npt.NDArray[np.intp],
    together: Whole,
    alpha: float,
) -> tuple[Floats, Floats, Whole]:
    """The p-value, mean and least claimable number of every pair.

    Pairs whose actors have as many ties share one distribution, which is worked out once.
    """
    classes = len(model.probabilities)
    low = np.minimum(model.rows[left], model.rows[right])
    high = np.maximum(model.rows[left], model.rows[right])
    kinds, kind = np.unique(low * classes + high, return_inverse=True)
    chances = model.probabilities[kinds // classes] * model.probabilities[kinds % classes]
    expected = (chances @ model.sizes)[kind]
    level = level_alone(alpha, len(left))
    least = least_reaching(chances, model.sizes, level)[kind]
    tests, test = np.unique(np.stack([kind, together]), axis=1, return_inverse=True)
    tails = upper_tails(chances[tests[0]], model.sizes, tests[1])
    return tails[test], expected, least
