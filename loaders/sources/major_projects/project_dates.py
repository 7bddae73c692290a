"""Dates in tables of major projects: those in cells, and the month of the data of a table."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from graph.partial_date import MONTH_NUMBERS, PartialDate
from loaders.references.paper_numbers import dated
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ISO = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]00:00(?::00)?)?")
_IN_FIGURES = re.compile(
    r"(?P<first>[0-9]{1,2})[/.](?P<second>[0-9]{1,2})[/.](?P<year>[0-9]{4})(?: 00:00(?::00)?)?"
)
_SHORT_MONTH = re.compile(
    r"(?:(?P<day>[0-9]{1,2})[- ])?(?P<month>[A-Za-z]{3,9})[- ](?P<year>[0-9]{2}|[0-9]{4})"
)
_MONTHS_OF_YEAR = 12
_CENTURY = 2000
_MONTH_NAMES = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_DATA_MONTH = compile_pattern(
    rf"(?<![a-z])(?P<month>{_MONTH_NAMES})"
    r"(?:(?:[-_ ]|%20){1,2}(?P<year>20[0-9]{2})|[-_](?P<short>[0-9]{2}))(?![0-9])",
    re.IGNORECASE,
)
"""The month of the data, as titles and names of files write it: March 2024, Mar-24."""


def data_month(*places: str) -> PartialDate | None:
    """The month of the data of a table, by the first of these that names one alone.

    Args:
        places: The name of the file, its address, the titles above the table.
    """
    for words in places:
        months = {
            PartialDate(_year(match["year"] or match["short"]), _month(match["month"]))
            for match in _DATA_MONTH.finditer(words)
        }
        if len(months) == 1:
            return months.pop()
    return None


def has_american_days(cells: Iterable[str]) -> bool:
    """Whether a date in figures has its month first, so that no other can be relied on."""
    matches = filter(None, map(_IN_FIGURES.fullmatch, cells))
    return any(int(match["second"]) > _MONTHS_OF_YEAR for match in matches)


def read_date(words: str, *, is_american: bool) -> PartialDate | str | None:
    """A date as exactly as a cell has it; its words where it is none, None where it is empty.

    Args:
        words: The cell, on one line.
        is_american: Whether days in figures have their month first, so that they are words.
    """
    try:
        return _date(words, is_american=is_american) or words or None
    except ValueError:
        return words


def _date(words: str, *, is_american: bool) -> PartialDate | None:
    if _YEAR.fullmatch(words):
        return PartialDate(int(words))
    if iso := _ISO.fullmatch(words):
        return PartialDate.from_day(date.fromisoformat(iso["day"]))
    figures = _IN_FIGURES.fullmatch(words)
    if figures and not is_american:
        return PartialDate(*(int(figures[name]) for name in ("year", "second", "first")))
    if short := _SHORT_MONTH.fullmatch(words):
        return PartialDate.from_words(str(_year(short["year"])), short["month"], short["day"])
    in_words = dated(words)
    return in_words[1] if in_words and in_words[0] == words else None


def _year(figures: str) -> int:
    """A year of two or four figures."""
    return int(figures) if len(figures) > 2 else _CENTURY + int(figures)  # noqa: PLR2004 - figures of a short year


def _month(name: str) -> int:
    return MONTH_NUMBERS[name.lower()]
