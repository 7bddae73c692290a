"""How far a day is, in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.server.day_distance import distance_in_words

NOW = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-28", "today"),
        ("2026-11-27", "1 day ago"),
        ("2026-11-29", "in 1 day"),
        ("2026-10-28", "31 days ago"),
        ("2026-10-27", "1 month ago"),
        ("2025-07-28", "16 months ago"),
        ("2025-07-29", "15 months ago"),
        ("2024-12-28", "23 months ago"),
        ("2024-11-28", "2 years ago"),
        ("2021-11-29", "4 years ago"),
        ("2027-03-31", "in 4 months"),
        ("2029-11-28", "in 3 years"),
        ("2025", ""),
        ("2025-08", ""),
        ("", ""),
        ("Spring 2025", ""),
    ],
)
def test_a_day_is_told_in_words(day: str, words: str) -> None:
    assert distance_in_words(day, NOW) == words


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 20_000))
def test_the_words_are_never_more_than_the_time_between(now: date, days: int) -> None:
    amount, noun, ago = distance_in_words((now - timedelta(days)).isoformat(), now).split()
    shortest = {"day": 1, "month": 28, "year": 365}[noun.removesuffix("s")]
    longest = {"day": 1, "month": 31, "year": 366}[noun.removesuffix("s")]
    assert ago == "ago"
    assert int(amount) * shortest <= days < (int(amount) + 1) * longest + 1
    assert (amount == "1") == (not noun.endswith("s"))
