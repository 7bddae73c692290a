"""Tests of pairs in plain sentences: how many are claimed, and by which method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.statistics.significance import FEWEST_DOCUMENTS, NULL_MODEL

if TYPE_CHECKING:
    from queries.statistics.significance import PairTests

_SMALLEST = 1e-300


def chance_of(p: float) -> str:
    """A p-value in words; the smallest that can be shown is 1e-300."""
    return f"p = {p:.3g}" if p >= _SMALLEST else f"p below {_SMALLEST:g}"


def verdicts_in_words(tests: PairTests, noun: str = "findings") -> str:
    """How many pairs are more than coincidence, and how many cannot be judged, in plain words."""
    if not tests.enough_documents:
        return (
            f"Nothing can be judged: the {noun} may stand in as few as {tests.documents} "
            f"documents, and at least {FEWEST_DOCUMENTS} are needed."
        )
    claimed = int(tests.claimed.sum())
    unknown = int((~tests.testable & ~tests.claimed).sum())
    return (
        f"Of {len(tests):,} pairs, {claimed:,} are named together more often than coincidence "
        f"explains; {unknown:,} cannot be judged, as they are named too seldom."
    )


def method_in_words(tests: PairTests, noun: str = "findings") -> str:
    """What was tested against what, and what could have been found."""
    testable = int(tests.testable.sum())
    sentences = [
        (
            f"Null model: {NULL_MODEL}; log-likelihood {tests.log_likelihood:.4f}, largest error "
            f"of a margin {tests.largest_error:.1g}."
        ),
        (
            f"Tests: {tests.family:,}, one for every pair; of the claims {100 * tests.alpha:g} per "
            f"cent may be wrong; a pair claimed alone needs p of "
            f"{tests.level:.3g} or less."
        ),
    ]
    if len(tests) != tests.family:
        sentences.append(f"{len(tests):,} of these pairs are compared here.")
    if tests.least_detectable is None:
        sentences.append(
            f"No single pair could be claimed, even if every one of its {noun} named both."
        )
    else:
        sentences.append(
            f"The rarest pairs need {tests.least_detectable} {noun} that name both; "
            f"{len(tests) - testable:,} of {len(tests):,} pairs are named too seldom to be claimed "
            f"alone, even if every one of their {noun} named both."
        )
    if (tests.p < _SMALLEST).any():
        sentences.append(f"A p of 0 stands for less than {_SMALLEST:g}.")
    return " ".join(sentences)
