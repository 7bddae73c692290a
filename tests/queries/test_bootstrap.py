"""Networks of findings drawn anew: what the draws say, and that a seed gives them again."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from queries.measures.bootstrap import (
    draw_columns,
    measure_ranges,
    network_of,
    range_of,
    sole_link_shares,
)
from queries.measures.roles import constraint
from queries.statistics.newman import newman_weights

NAMES = ("a", "b", "c", "d")
TIES = np.array(
    [[1, 1, 0, 0, 0], [1, 0, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 0, 1, 1]],
    dtype=np.bool_,
)


def test_the_network_is_that_of_newmans_weights() -> None:
    network = network_of(TIES, NAMES)
    weights = newman_weights(TIES)
    assert set(network) == set(NAMES)
    for left, right, data in network.edges(data=True):
        assert data["weight"] == weights[NAMES.index(left), NAMES.index(right)]
    assert network.number_of_edges() == int((np.triu(weights) > 0).sum())
    without = network_of(TIES, NAMES, {frozenset(("a", "b"))})
    assert set(network.edges) - set(without.edges) == {("a", "b")}


@pytest.mark.parametrize("seed", range(4))
def test_the_constraint_is_that_of_networkx(seed: int) -> None:
    generator = np.random.default_rng(seed)
    ties = generator.random((15, 40)) < 0.1
    names = [f"n{number}" for number in range(15)]
    network = network_of(ties, names)
    expected = nx.constraint(network, weight="weight")
    assert constraint(network) == pytest.approx(expected, nan_ok=True)
    alike = nx.constraint(network)
    assert constraint(network, None) == pytest.approx(alike, nan_ok=True)


def test_a_draw_has_as_many_events_and_a_seed_gives_it_again() -> None:
    first = list(draw_columns(TIES, 5, 1))
    assert all(drawn.shape == TIES.shape for drawn in first)
    assert all(
        (left == right).all() for left, right in zip(first, draw_columns(TIES, 5, 1), strict=True)
    )
    assert any(
        (left != right).any() for left, right in zip(first, draw_columns(TIES, 5, 2), strict=True)
    )
    columns = {tuple(column) for column in TIES.T.tolist()}
    assert all({tuple(column) for column in drawn.T.tolist()} <= columns for drawn in first)


def test_events_that_are_all_alike_leave_nothing_open() -> None:
    alike = np.ones((3, 6), dtype=np.bool_)
    networks = (network_of(drawn, NAMES[:3]) for drawn in draw_columns(alike, 20, 1))
    for of_name in measure_ranges(networks, constraint).values():
        assert of_name.low == pytest.approx(of_name.high)
        assert of_name.draws == 20


def test_a_range_leaves_a_tenth_outside() -> None:
    of_numbers = range_of([float(number) for number in range(101)])
    assert of_numbers is not None
    assert (of_numbers.low, of_numbers.high) == pytest.approx((5.0, 95.0))
    assert range_of([float("nan")]) is None


def test_a_bridge_of_one_finding_each_is_drawn_as_often_as_chance_says() -> None:
    """Both findings are drawn in 1 - 2 (1 - 1/n)^n + (1 - 2/n)^n of the draws."""
    findings = 10
    committees = np.zeros((2, findings), dtype=np.bool_)
    committees[0, :5] = committees[1, 5:] = True
    things = np.zeros((2, findings), dtype=np.bool_)
    things[0, [0, 5]] = True
    things[1, 1] = True
    shares = sole_link_shares(committees, things, 20_000, 3)
    share = 1 - 2 * (1 - 1 / findings) ** findings + (1 - 2 / findings) ** findings
    assert shares[0] == pytest.approx(share, abs=0.015)
    assert shares[1] == 0


def test_the_measure_of_the_data_lies_within_that_of_its_draws() -> None:
    generator = np.random.default_rng(5)
    ties = generator.random((12, 200)) < 0.2
    names = [f"n{number}" for number in range(12)]
    own = nx.constraint(network_of(ties, names), weight="weight")
    networks = (network_of(drawn, names) for drawn in draw_columns(ties, 60, 1))
    ranges = measure_ranges(networks, constraint)
    inside = sum(ranges[name].low * 0.9 <= own[name] <= ranges[name].high for name in names)
    assert inside >= 10
