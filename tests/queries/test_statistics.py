"""Chance: the null model, its exact tails, and what it claims on data whose truth is known."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations_with_replacement

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from queries.statistics.bicm import solve
from queries.statistics.curveball import shuffled_tails, shuffles
from queries.statistics.disparity import disparity
from queries.statistics.false_discovery import q_values
from queries.statistics.hypergeometric import hypergeometric_tails
from queries.statistics.incidence_matrix import Incidence, co_occurrences
from queries.statistics.newman import newman_weights
from queries.statistics.poisson_binomial import least_reaching, upper_tails
from queries.statistics.significance import FEWEST_DOCUMENTS, pair_tests
from tests.made_networks import PLANTED, made_findings, southern_women

THREE = np.array([[0, 0, 1], [0, 1, 0], [1, 0, 1]], dtype=np.bool_)
FOUR = np.array([[1, 0, 1, 1], [0, 1, 0, 0], [1, 0, 0, 1]], dtype=np.bool_)

matrices = st.tuples(st.integers(2, 7), st.integers(1, 12)).flatmap(
    lambda shape: arrays(np.bool_, shape)
)


def with_diagonal(ties: Incidence) -> list[tuple[int, int]]:
    return list(combinations_with_replacement(range(len(ties)), 2))


def test_the_null_model_gives_the_published_probabilities() -> None:
    expected = [[0.216, 0.216, 0.568], [0.216, 0.216, 0.568], [0.568, 0.568, 0.863]]
    assert solve(THREE).cells() == pytest.approx(np.array(expected), abs=5e-4)


def test_exact_tails_of_pairs_and_diagonals() -> None:
    model, counts = solve(FOUR), co_occurrences(FOUR)
    one, other = np.array(with_diagonal(FOUR)).T
    chances = model.probabilities[model.rows[one]] * model.probabilities[model.rows[other]]
    tails = upper_tails(chances, model.sizes, counts[one, other])
    assert tails == pytest.approx([0.427, 1, 0.555, 0.306, 1, 0.333], abs=5e-4)


def test_hypergeometric_tails_of_pairs_and_diagonals() -> None:
    counts = co_occurrences(FOUR)
    own = np.diag(counts)
    one, other = np.array(with_diagonal(FOUR)).T
    tails = hypergeometric_tails(counts[one, other], own[one], own[other], FOUR.shape[1])
    assert tails == pytest.approx([0.25, 1, 0.5, 0.25, 1, 0.167], abs=5e-4)


def test_southern_women_by_the_hypergeometric_baseline() -> None:
    ties, women, _ = southern_women()
    tests = pair_tests(ties)
    assert (len(tests), int((tests.together > 0).sum()), int(ties.sum())) == (153, 139, 89)
    baseline = tests.baseline
    assert [int((baseline < level).sum()) for level in (0.05, 0.01, 0.05 / 153)] == [17, 1, 0]
    assert not (q_values(baseline) <= 0.05).any()
    first = [
        (women[tests.left[at]], women[tests.right[at]], tests.together[at], baseline[at])
        for at in np.argsort(baseline)[:3]
    ]
    assert first == [
        ("Katherina", "Sylvia", 6, pytest.approx(2.331e-3, abs=5e-7)),
        ("Olivia", "Flora", 2, pytest.approx(1.099e-2, abs=5e-6)),
        ("Laura", "Brenda", 6, pytest.approx(1.457e-2, abs=5e-6)),
    ]


def test_southern_women_by_the_null_model() -> None:
    ties, women, events = southern_women()
    model, tests = solve(ties), pair_tests(ties)
    cells = model.cells()
    assert model.log_likelihood == pytest.approx(-128.0863542740, abs=5e-11)
    assert cells[women.index("Evelyn"), events.index("E8")] == pytest.approx(0.933382, abs=5e-7)
    assert cells[women.index("Flora"), events.index("E1")] == pytest.approx(0.038597, abs=5e-7)
    least = int(np.argmin(tests.p))
    assert (women[tests.left[least]], women[tests.right[least]]) == ("Olivia", "Flora")
    # Published as .0883724; a sum of the same chances term by term gives .08837235, as we do.
    assert tests.p[least] == pytest.approx(0.0883724, abs=6e-8)
    assert not tests.claimed.any()
    assert tests.least_detectable is None


@pytest.mark.parametrize("seed", range(10))
def test_nothing_is_claimed_where_there_is_no_preference(seed: int) -> None:
    tests = pair_tests(made_findings(seed))
    assert (tests.together > 0).all()
    assert not tests.claimed.any()
    assert tests.testable.mean() > 0.95


def test_the_baseline_claims_most_pairs_where_there_is_no_preference() -> None:
    claims = [
        int((q_values(pair_tests(made_findings(seed)).baseline) <= 0.05).sum())
        for seed in range(10)
    ]
    assert np.mean(claims) == pytest.approx(154, abs=15)


@pytest.mark.parametrize("seed", range(5))
def test_a_planted_pair_is_found_and_nothing_else(seed: int) -> None:
    assert not pair_tests(made_findings(seed, planted=20)).claimed.any()
    tests = pair_tests(made_findings(seed, planted=35))
    assert list(zip(tests.left[tests.claimed], tests.right[tests.claimed], strict=True)) == [
        PLANTED
    ]


def test_nothing_is_claimed_on_a_handful_of_documents() -> None:
    ties = made_findings(1, planted=60)
    assert pair_tests(ties, documents=FEWEST_DOCUMENTS).claimed.any()
    assert not pair_tests(ties, documents=FEWEST_DOCUMENTS - 1).claimed.any()


def test_shuffles_agree_with_the_null_model_about_a_planted_pair() -> None:
    ties = made_findings(2, planted=35)
    tests, shares = pair_tests(ties), shuffled_tails(ties, 60, seed=1)
    assert shares[tests.claimed] == pytest.approx(1 / 61)
    # Numbers kept exactly leave less room than numbers kept on average, but the order is alike.
    assert np.corrcoef(shares, tests.p)[0, 1] > 0.9


def test_newman_gives_each_finding_one_vote() -> None:
    ties = np.array([[1, 1, 0, 1], [1, 1, 0, 0], [1, 0, 1, 0]], dtype=np.bool_)
    assert newman_weights(ties)[0, 1] == pytest.approx(0.5 + 1)
    assert newman_weights(ties)[0, 2] == pytest.approx(0.5)
    assert newman_weights(ties)[1, 2] == pytest.approx(0.5)


def test_the_disparity_filter_keeps_what_carries_an_end() -> None:
    weights = np.array([[0, 9, 1], [9, 0, 0], [1, 0, 0]], dtype=np.float64)
    # Of the first end's two ties one has nine tenths; the other ends have one tie and say nothing.
    assert disparity(weights)[0, 1] == pytest.approx(0.1)
    assert disparity(weights)[0, 2] == pytest.approx(0.9)
    assert disparity(weights)[1, 2] == 1


@given(matrices)
@settings(max_examples=150, deadline=None)
def test_the_null_model_keeps_every_margin(ties: Incidence) -> None:
    cells = solve(ties).cells()
    assert cells.sum(axis=1) == pytest.approx(ties.sum(axis=1), abs=1e-6)
    assert cells.sum(axis=0) == pytest.approx(ties.sum(axis=0), abs=1e-6)


@given(matrices, st.integers(1, 4), st.integers(0, 5))
@settings(max_examples=60, deadline=None)
def test_a_finding_that_names_everybody_changes_no_claim(
    ties: Incidence, broad: int, seed: int
) -> None:
    everybody = np.ones((len(ties), broad), dtype=np.bool_)
    before, after = pair_tests(ties), pair_tests(np.hstack([ties, everybody]))
    assert after.p == pytest.approx(before.p, abs=1e-6)
    planted = made_findings(seed, planted=35)
    wider = np.hstack([planted, np.ones((len(planted), broad), dtype=np.bool_)])
    assert pair_tests(wider).claimed.tolist() == pair_tests(planted).claimed.tolist()


@given(
    st.lists(
        st.tuples(st.integers(1, 6), st.fractions(0, 1, max_denominator=50)), min_size=1, max_size=5
    ),
    st.integers(0, 12),
)
@settings(max_examples=100, deadline=None)
def test_tails_are_those_of_exact_fractions(
    classes: list[tuple[int, Fraction]], observed: int
) -> None:
    masses = [Fraction(1)]
    for size, chance in classes:
        for _ in range(size):
            without = [*(mass * (1 - chance) for mass in masses), Fraction(0)]
            once_more = [Fraction(0), *(mass * chance for mass in masses)]
            masses = [left + right for left, right in zip(without, once_more, strict=True)]
    exact = float(sum(masses[observed:]))
    sizes = np.array([size for size, _ in classes])
    chances = np.array([[float(chance) for _, chance in classes]])
    found = upper_tails(chances, sizes, np.array([observed]))[0]
    assert found == pytest.approx(exact, rel=1e-9, abs=1e-300)
    level = 1e-3
    least = next(k for k in range(len(masses) + 1) if float(sum(masses[k:])) <= level)
    near = any(abs(float(sum(masses[k:])) - level) < 1e-12 for k in (least - 1, least))
    assert near or least_reaching(chances, sizes, level)[0] == least


def test_a_tail_far_out_keeps_its_digits() -> None:
    # 300 heads of 300, each at one in ten.
    tail = upper_tails(np.array([[0.1]]), np.array([300]), np.array([290]))[0]
    exact = sum(
        Fraction(_choose(300, heads)) * Fraction(1, 10) ** heads * Fraction(9, 10) ** (300 - heads)
        for heads in range(290, 301)
    )
    assert tail == pytest.approx(float(exact), rel=1e-9)
    assert 0 < tail < 1e-260


def _choose(of: int, number: int) -> int:
    result = 1
    for at in range(number):
        result = result * (of - at) // (at + 1)
    return result


@given(matrices, st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_shuffles_keep_margins_and_follow_the_seed(ties: Incidence, seed: int) -> None:
    drawn = list(shuffles(ties, 2, seed))
    for shuffled in drawn:
        assert (shuffled.sum(axis=0) == ties.sum(axis=0)).all()
        assert (shuffled.sum(axis=1) == ties.sum(axis=1)).all()
    again = list(shuffles(ties, 2, seed))
    assert all((one == two).all() for one, two in zip(drawn, again, strict=True))
