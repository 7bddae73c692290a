"""Which pairs are named together more often than chance would bring about.

The chance of every number of joint events comes from the bipartite configuration model, exactly;
all pairs are tested, those that never met included, and the p-values are adjusted for their number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

import numpy as np
import numpy.typing as npt

from queries.statistics.bicm import solve
from queries.statistics.false_discovery import level_alone, q_values
from queries.statistics.hypergeometric import hypergeometric_tails
from queries.statistics.incidence_matrix import joint, pairs
from queries.statistics.newman import newman_weights
from queries.statistics.poisson_binomial import least_reaching, upper_tails

if TYPE_CHECKING:
    from queries.statistics.bicm import NullModel
    from queries.statistics.incidence_matrix import Floats, Incidence, Whole

ALPHA = 0.05
"""Share of the pairs claimed that may be expected to be wrong."""

FEWEST_DOCUMENTS = 10
"""Documents below which nothing is claimed: findings of one document share its subject."""

_SMALLEST = 1e-300
_AT_ONCE = 4096

NULL_MODEL = "bipartite configuration model, exact Poisson-binomial tails, Benjamini-Hochberg"
"""The null model in words, for every output."""


@dataclass(frozen=True, slots=True)
class PairTests:
    """Every pair of actors, tested; arrays have one place for each pair.

    Attributes:
        one: Row of the first actor in the matrix that was tested.
        other: Row of the second, always greater.
        together: Events that name both.
        expected: Mean of that number under the null model.
        p: Chance of at least that number under the null model.
        q: The same, adjusted for all tests.
        least: Least number of joint events at which the pair would be claimed if no other were.
        possible: Greatest number of joint events that the pair could have.
        newman: Newman's weight, one vote for each event.
        baseline: p-value of the hypergeometric test, which is no evidence.
        claimed: Whether the pair is claimed to be named together more often than by chance.
        alpha: Share of claims that may be wrong.
        events: Events with at least one actor.
        documents: Documents that those events stand in; None if not known.
        log_likelihood: Of the data under the null model.
        largest_error: Largest error left in the margins of the null model.
    """

    one: npt.NDArray[np.intp]
    other: npt.NDArray[np.intp]
    together: Whole
    expected: Floats
    p: Floats
    q: Floats
    least: Whole
    possible: Whole
    newman: Floats
    baseline: Floats
    claimed: npt.NDArray[np.bool_]
    alpha: float
    events: int
    documents: int | None
    log_likelihood: float
    largest_error: float

    def __len__(self) -> int:
        """Number of tests."""
        return len(self.one)

    @property
    def level(self) -> float:
        """The p-value that a pair must reach if no other does."""
        return level_alone(self.alpha, len(self))

    @property
    def testable(self) -> npt.NDArray[np.bool_]:
        """Pairs that could be claimed at all, had they been named together whenever possible."""
        return self.least <= self.possible

    @property
    def least_detectable(self) -> int | None:
        """Least number of joint events at which any pair could be claimed; None if none could."""
        found = self.least[self.testable]
        return int(found.min()) if len(found) else None

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
    model, (one, other) = solve(ties), pairs(len(ties))
    together = joint(ties)[one, other]
    return PairTests(
        **_counted(ties, together),
        **_judged(_against(model, one, other, together, alpha), alpha, documents),
        alpha=alpha,
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
    one, other = pairs(len(findings))
    ahead, back = findings.astype(np.float64), answers.astype(np.float64)
    crossed, both = ahead @ back.T, (ahead * back) @ (ahead * back).T
    either = np.rint(crossed + crossed.T - both).astype(np.int64)
    together = either[one, other]
    kinds, sizes = np.unique(np.stack([first.columns, second.columns]), axis=1, return_counts=True)
    of_findings, of_answers = first.probabilities[:, kinds[0]], second.probabilities[:, kinds[1]]
    least = np.zeros(len(one), dtype=np.int64)
    tails, expected = np.ones(len(one)), np.zeros(len(one))
    for at in np.array_split(np.arange(len(one)), max(1, len(one) // _AT_ONCE)):
        p, q = first.rows[one[at]], second.rows[other[at]]
        r, s = first.rows[other[at]], second.rows[one[at]]
        there, and_back = of_findings[p] * of_answers[q], of_findings[r] * of_answers[s]
        chances = there + and_back - there * and_back
        tails[at] = upper_tails(chances, sizes, together[at])
        expected[at] = chances @ sizes
        least[at] = least_reaching(chances, sizes, level_alone(alpha, len(one)))
    return PairTests(
        **_counted(findings | answers, together),
        **_judged((tails, expected, least), alpha, documents),
        alpha=alpha,
        documents=documents,
        log_likelihood=first.log_likelihood + second.log_likelihood,
        largest_error=max(first.largest_error, second.largest_error),
    )


class _Counted(TypedDict):
    one: Whole
    other: Whole
    together: Whole
    possible: Whole
    newman: Floats
    baseline: Floats
    events: int


def _counted(ties: Incidence, together: Whole) -> _Counted:
    """What every pair counts, without a null model."""
    one, other = pairs(len(ties))
    own = np.asarray(ties.sum(axis=1), dtype=np.int64)
    return _Counted(
        one=one,
        other=other,
        together=together,
        possible=np.minimum(own[one], own[other]),
        newman=newman_weights(ties)[one, other],
        baseline=hypergeometric_tails(together, own[one], own[other], ties.shape[1]),
        events=int(ties.any(axis=0).sum()),
    )


class _Judged(TypedDict):
    p: Floats
    expected: Floats
    least: Whole
    q: Floats
    claimed: npt.NDArray[np.bool_]


def _judged(found: tuple[Floats, Floats, Whole], alpha: float, documents: int | None) -> _Judged:
    """Adjust p-values for their number, and say which pairs are claimed."""
    p, expected, least = found
    q = q_values(p) if len(p) else p
    enough = documents is None or documents >= FEWEST_DOCUMENTS
    return _Judged(p=p, expected=expected, least=least, q=q, claimed=(q <= alpha) & enough)


def chance_of(p: float) -> str:
    """A p-value in words; the smallest that can be shown is 1e-300."""
    return f"p = {p:.3g}" if p >= _SMALLEST else f"p below {_SMALLEST:g}"


def chance_in_words(tests: PairTests, noun: str = "findings") -> str:
    """What was tested against what, what could have been found, and what may be claimed."""
    testable, claimed = int(tests.testable.sum()), int(tests.claimed.sum())
    said = [
        (
            f"Null model: {NULL_MODEL}; log-likelihood {tests.log_likelihood:.4f}, largest error "
            f"of a margin {tests.largest_error:.1g}."
        ),
        (
            f"Tests: {len(tests):,}, one for every pair, with a share of wrong claims of "
            f"{tests.alpha:g}; a pair claimed alone needs p of {tests.level:.3g} or less."
        ),
    ]
    if tests.least_detectable is None:
        said.append(f"No pair could be claimed alone, however often {noun} name both.")
    else:
        said.append(
            f"Least detectable: {tests.least_detectable} joint {noun}, for the rarest pairs; "
            f"{len(tests) - testable:,} of {len(tests):,} pairs are too seldom named to be claimed "
            "alone however often they met."
        )
    if (tests.p < _SMALLEST).any():
        said.append(f"A p of 0 stands for less than {_SMALLEST:g}.")
    if not tests.enough_documents:
        said.append(
            f"The {noun} may stand in as few as {tests.documents} documents. On fewer than "
            f"{FEWEST_DOCUMENTS} nothing can be claimed."
        )
    elif claimed:
        said.append(f"Claimed to be beyond chance: {claimed:,} of {len(tests):,} pairs.")
    else:
        said.append("Nothing can be claimed about any pair: none is beyond chance.")
    return " ".join(said)


def _against(
    model: NullModel,
    one: npt.NDArray[np.intp],
    other: npt.NDArray[np.intp],
    together: Whole,
    alpha: float,
) -> tuple[Floats, Floats, Whole]:
    """The p-value, mean and least claimable number of every pair.

    Pairs whose actors have as many ties share one distribution, which is worked out once.
    """
    classes = len(model.probabilities)
    low = np.minimum(model.rows[one], model.rows[other])
    high = np.maximum(model.rows[one], model.rows[other])
    kinds, kind = np.unique(low * classes + high, return_inverse=True)
    chances = model.probabilities[kinds // classes] * model.probabilities[kinds % classes]
    expected = (chances @ model.sizes)[kind]
    level = level_alone(alpha, len(one))
    least = least_reaching(chances, model.sizes, level)[kind]
    tests, test = np.unique(np.stack([kind, together]), axis=1, return_inverse=True)
    tails = upper_tails(chances[tests[0]], model.sizes, tests[1])
    return tails[test], expected, least
