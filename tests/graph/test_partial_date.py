"""Dates as exactly as they are known: written, read, compared, and never made finer."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.partial_date import PartialDate, day_of, interval


def partial(day: date, fields: int) -> PartialDate:
    return PartialDate(*(day.year, day.month, day.day)[:fields])


PARTIAL_DATES = st.builds(partial, st.dates(), st.integers(1, 3))


@given(PARTIAL_DATES)
def test_what_is_written_is_read_again(known: PartialDate) -> None:
    assert PartialDate.parse(str(known)) == known


@given(st.dates())
def test_a_day_and_its_month_and_its_year_are_dates(day: date) -> None:
    written = day.isoformat()
    for length in (4, 7, 10):
        assert str(PartialDate.parse(written[:length])) == written[:length]
    assert PartialDate.from_day(day).whole_day == day


@given(PARTIAL_DATES, st.dates())
def test_an_interval_holds_the_days_that_begin_as_it_is_written(
    known: PartialDate, day: date
) -> None:
    inside = known.first_day <= day <= known.last_day
    assert inside == day.isoformat().startswith(str(known))


@given(st.dates(max_value=date(9998, 12, 31)), st.integers(1, 3))
def test_the_day_after_the_last_is_outside(day: date, fields: int) -> None:
    known = partial(day, fields)
    after = known.last_day + timedelta(days=1)
    assert not after.isoformat().startswith(str(known))
    assert known.last_day.isoformat().startswith(str(known))


@given(PARTIAL_DATES, PARTIAL_DATES)
def test_one_date_is_before_another_if_they_differ_where_both_are_known(
    left: PartialDate, right: PartialDate
) -> None:
    shared = min(len(str(left)), len(str(right)))
    assert left.is_before(right) == (str(left)[:shared] < str(right)[:shared])
    assert not (left.is_before(right) and right.is_before(left))


@pytest.mark.parametrize(
    ("known", "day", "passed"),
    [
        ("2019", date(2019, 12, 30), False),
        ("2019", date(2019, 12, 31), True),
        ("2019-02", date(2019, 2, 27), False),
        ("2019-02", date(2019, 2, 28), True),
        ("2019-02-07", date(2019, 2, 7), True),
    ],
)
def test_a_date_has_passed_when_its_last_day_has(known: str, day: date, *, passed: bool) -> None:
    assert PartialDate.parse(known).has_passed(day) is passed


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-2", "2024-13", "2023-02-29", "2024-01-01T00", "0000", "2024-03-31\n", "٢٠٢٤"],
)
def test_what_is_no_date_says_how_one_is_written(text: str) -> None:
    with pytest.raises(ValueError, match="write it as 2024, 2024-03 or 2024-03-31"):
        PartialDate.parse(text)
    assert interval(text) == (None, None)


def test_a_month_and_a_year_are_as_wide_as_they_are() -> None:
    assert interval("2024") == (date(2024, 1, 1), date(2024, 12, 31))
    assert interval("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
    ],
)
def test_a_typed_date_is_its_first_or_its_last_day(text: str, first: date, last: date) -> None:
    assert (day_of(text, first=True), day_of(text, first=False)) == (first, last)


def test_today_is_a_date_that_may_be_typed() -> None:
    before = datetime.now(tz=UTC).date()
    assert before <= day_of("today", first=True) <= datetime.now(tz=UTC).date()
    with pytest.raises(ValueError, match="'Today' is not a date"):
        day_of("Today", first=True)


def test_a_day_without_its_month_is_refused() -> None:
    with pytest.raises(ValueError, match="needs its month"):
        PartialDate(2024, None, 3)


@pytest.mark.parametrize("month", ["March", "mar", "MAR."])
def test_months_are_read_by_name(month: str) -> None:
    assert PartialDate.from_words("2024", month, "3") == PartialDate(2024, 3, 3)
    assert PartialDate.from_words("2024", month) == PartialDate(2024, 3)


def test_a_word_that_is_no_month_is_refused() -> None:
    with pytest.raises(ValueError, match="is not a month"):
        PartialDate.from_words("2024", "Smarch")
