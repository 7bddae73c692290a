"""Limits of queries are numbers that a query can keep to."""

from __future__ import annotations

from math import inf, nan

import pytest

from queries.query_request import Limits


@pytest.mark.parametrize("seconds", [nan, inf, -inf, 0, -1])
def test_seconds_that_are_none(seconds: float) -> None:
    with pytest.raises(ValueError, match="seconds above 0"):
        Limits(seconds=seconds)


def test_rows_below_none() -> None:
    with pytest.raises(ValueError, match="0 rows or more"):
        Limits(rows=-1)


def test_no_limits_at_all() -> None:
    assert Limits(seconds=None, rows=None) == Limits(None, None)
