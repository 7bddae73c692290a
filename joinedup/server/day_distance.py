"""How far a day is from today, in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

_DAYS_IN_WORDS = 31
_MONTHS_IN_WORDS = 24
_YEAR = 12


def today() -> date:
    """The day on which a page is written."""
    return datetime.now(UTC).date()


def distance_in_words(day: str, now: date) -> str:
    """How long ago a day was, or in how long it will be: `16 months ago`, `in 3 days`.

    Days up to a month, whole months up to two years, then whole years.

    Args:
        day: A day as ISO writes it.
        now: The day from which it is told.

    Returns:
        The words; empty where `day` is no whole day.
    """
    try:
        other = date.fromisoformat(day)
    except ValueError:
        return ""
    if other == now:
        return "today"
    earlier, later = sorted((other, now))
    amount = _amount((later - earlier).days, _whole_months(earlier, later))
    return f"{amount} ago" if other < now else f"in {amount}"


def _whole_months(earlier: date, later: date) -> int:
    months = (later.year - earlier.year) * _YEAR + later.month - earlier.month
    return months - (later.day < earlier.day)


def _amount(days: int, months: int) -> str:
    if days <= _DAYS_IN_WORDS and months <= 1:
        return _counted(days, "day")
    if months < _MONTHS_IN_WORDS:
        return _counted(months, "month")
    return _counted(months // _YEAR, "year")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
