"""Times by which something is to be done: the words as written, and the days they can mean.

No day is ever made up: words name an interval, and its last day is the latest they allow. Seasons
have no agreed months in government use. The seasons of the Met Office's climate statistics stand
in for them (spring from March, summer from June, autumn from September, winter from December to
February of the year after), and the result is marked vague. Quarters and spans such as
``2024-25`` are those of the financial year, from April, unless the words say otherwise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graph.partial_date import MONTH_NUMBERS, PartialDate
from graph.records.replies import Due
from loaders.responses.commitments.relative_times import (
    COUNTED_FROM_ELSEWHERE,
    FIRST_MONTHS,
    RELATIVE_EXPRESSIONS,
    SEASONS,
    Groups,
    Interval,
    relative_interval,
    whole_months,
)
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_MONTH = r"(?:" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_SPAN = r"(?P<{0}>(?:19|20)\d\d)\s?(?:[-–/]|\sto\s)\s?(?:20)?(?P<{0}_to>\d\d)(?!\d)"
_EDGE = (
    r"(?:(?:the\s+)?(?P<{0}>end|start|beginning|middle|close)\s+of\s+(?:the\s+)?"
    r"|(?P<{0}2>early|mid|late)[\s-]+)?"
)

_EXPRESSION = compile_pattern(
    r"\b(?:"
    + "|".join(
        (
            (
                r"(?P<from_day>\d{1,2})(?:\s+(?:to|and)\s+|\s?[-–]\s?)(?P<to_day>\d{1,2})\s+"
                rf"(?P<to_month>{_MONTH})\s+{_YEAR.format('to_year')}"
            ),
            rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<day_month>{_MONTH})\s+{_YEAR.format('day_year')}",
            (
                rf"(?P<range>{_MONTH})(?:\s+(?:to|and)\s+|\s?[-–]\s?)(?P<range_to>{_MONTH})\s+"
                rf"{_YEAR.format('range_year')}"
            ),
            rf"(?P<feast>Easter|Christmas)\s+{_YEAR.format('feast_year')}",
            rf"(?P<figures>0?[1-9]|1[0-2])/{_YEAR.format('figures_year')}",
            rf"{_EDGE.format('month_edge')}(?P<month>{_MONTH})\s+(?:of\s+)?{_YEAR.format('month_year')}",
            (
                rf"{_EDGE.format('season_edge')}(?P<season>spring|summer|autumn|winter)\s+(?:of\s+)?"
                rf"{_YEAR.format('season_year')}(?:[-–/](?:20)?\d\d(?!\d))?"
            ),
            (
                r"(?:the\s+)?(?:Q(?:uarter\s+)?(?P<quarter>[1-4])|(?P<quarter_word>first|second|third|fourth|final|last)\s+quarter)"
                rf"\s+(?:of\s+)?(?:the\s+)?(?:financial\s+year\s+|FY\s?)?(?:{_SPAN.format('quarter_span')}|{_YEAR.format('quarter_year')})"
            ),
            rf"(?:the\s+)?(?P<half>first|second)\s+half\s+of\s+{_YEAR.format('half_year')}",
            (
                rf"{_EDGE.format('span_edge')}(?:(?:the\s+)?(?P<span_kind>financial|academic|school|fiscal)\s+year\s+|FY\s?)?"
                rf"{_SPAN.format('span')}(?:\s+(?P<span_kind2>financial|academic|school|fiscal)\s+year)?"
            ),
            (
                rf"{_EDGE.format('year_edge')}{_YEAR.format('year')}(?![-–/]?\d)"
                r"(?:\s+(?P<year_of>academic|school|financial|fiscal)\s+year)?"
            ),
            *RELATIVE_EXPRESSIONS,
        )
    )
    + ")",
    re.IGNORECASE,
)

_HINT = re.compile(
    r"(?:19|20)\d\d|(?:day|week|month|year|DAY|WEEK|MONTH|YEAR)|[Ss]hortly|course|[Pp]arliament|recess"
    r"|[Ss](?:pring|ummer)|[Aa]utumn|[Ww]inter|opportunity|SPRING|SUMMER|AUTUMN|WINTER"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
"""What every expression holds one of; most sentences hold none, which is quickly seen."""


class Found(NamedTuple):
    """A time in a text."""

    start: int
    end: int
    due: Due


def times(text: str, start: int, end: int, written: date | None) -> Iterator[Found]:
    """Times named between two offsets of a text.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop.
        written: Date of the document, from which "within six months" counts; without it such
            words have no interval.
    """
    if not _HINT.search(text, start, end):
        return
    for match in _EXPRESSION.finditer(text, start, end):
        if _whole_word(text, match):
            due = _due(match, None if COUNTED_FROM_ELSEWHERE.match(text, match.end()) else written)
            if due:
                yield Found(match.start(), match.end(), due)


def _whole_word(text: str, match: re.Match[str]) -> bool:
    """Whether a match does not begin or end within a word or number."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return not (before.isalnum() or before in {"£", "-", "–"}) and not after.isalnum()


def _due(match: re.Match[str], written: date | None) -> Due | None:
    """The interval a match means; None if its figures are no date."""
    groups = match.groupdict()
    for name, rule in _RULES.items():
        if groups[name] is not None:
            try:
                interval, vague = rule(groups)
            except ValueError:
                return None
            return Due(match[0], *interval, vague)
    try:
        return Due(match[0], *relative_interval(groups, written))
    except ValueError:
        return None


def _number(groups: Groups, name: str) -> int:
    """A group as a number.

    Raises:
        ValueError: If it is missing or no number.
    """
    return int(groups[name] or "")


def _on_day(groups: Groups) -> tuple[Interval, bool]:
    year, month = groups["day_year"] or "", groups["day_month"] or ""
    day = PartialDate.from_words(year, month, groups["day"])
    return (day.first_day, day.last_day), False


def _on_days(groups: Groups) -> tuple[Interval, bool]:
    year, month = groups["to_year"] or "", groups["to_month"] or ""
    first, last = (
        PartialDate.from_words(year, month, groups[end]) for end in ("from_day", "to_day")
    )
    if first.first_day > last.last_day:
        raise ValueError("the days do not follow each other")
    return (first.first_day, last.last_day), False


def _in_month(groups: Groups) -> tuple[Interval, bool]:
    month = PartialDate.from_words(groups["month_year"] or "", groups["month"] or "")
    return (month.first_day, month.last_day), False


def _in_range(groups: Groups) -> tuple[Interval, bool]:
    year = groups["range_year"] or ""
    first = PartialDate.from_words(year, groups["range"] or "").first_day
    last = PartialDate.from_words(year, groups["range_to"] or "").last_day
    if first > last:
        first = first.replace(year=first.year - 1)
    return (first, last), False


def _at_feast(groups: Groups) -> tuple[Interval, bool]:
    first, count = (3, 2) if (groups["feast"] or "").lower() == "easter" else (12, 1)
    return whole_months(_number(groups, "feast_year"), first, count), True


def _in_figures(groups: Groups) -> tuple[Interval, bool]:
    return whole_months(_number(groups, "figures_year"), _number(groups, "figures"), 1), False


def _in_season(groups: Groups) -> tuple[Interval, bool]:
    first = SEASONS[(groups["season"] or "").lower()]
    return whole_months(_number(groups, "season_year"), first, 3), True


def _in_quarter(groups: Groups) -> tuple[Interval, bool]:
    word = (groups["quarter_word"] or "").lower()
    quarter = _ORDINALS[word] if word else _number(groups, "quarter")
    if groups["quarter_span"]:
        start = _number(groups, "quarter_span") * 12 + 3 + (quarter - 1) * 3
        return whole_months(start // 12, start % 12 + 1, 3), False
    return whole_months(_number(groups, "quarter_year"), quarter * 3 - 2, 3), True


def _in_half(groups: Groups) -> tuple[Interval, bool]:
    first = 1 if (groups["half"] or "").lower() == "first" else 7
    return whole_months(_number(groups, "half_year"), first, 6), False


def _in_span(groups: Groups) -> tuple[Interval, bool]:
    year = _number(groups, "span")
    if (year + 1) % 100 != _number(groups, "span_to"):
        raise ValueError("the years do not follow each other")
    kind = (groups["span_kind"] or groups["span_kind2"] or "").lower()
    interval = whole_months(year, 9 if kind in {"academic", "school"} else 4, 12)
    if (groups["span_edge"] or "").lower() in {"end", "close"}:
        interval = interval[1].replace(day=1), interval[1]
    return interval, not kind


def _in_year(groups: Groups) -> tuple[Interval, bool]:
    year = _number(groups, "year")
    if kind := groups["year_of"]:
        return whole_months(year, FIRST_MONTHS[kind.lower()], 12), bool(groups["year_edge"])
    edge = (groups["year_edge"] or groups["year_edge2"] or "").lower()
    if edge in {"end", "close"}:
        return whole_months(year, 12, 1), False
    thirds = {"early": 1, "start": 1, "beginning": 1, "mid": 5, "middle": 5, "late": 9}
    return (
        (whole_months(year, thirds[edge], 4), True) if edge else (whole_months(year, 1, 12), False)
    )


_RULES: dict[str, Callable[[Groups], tuple[Interval, bool]]] = {
    "from_day": _on_days,
    "day": _on_day,
    "month": _in_month,
    "range": _in_range,
    "feast": _at_feast,
    "figures": _in_figures,
    "season": _in_season,
    "quarter": _in_quarter,
    "quarter_word": _in_quarter,
    "half": _in_half,
    "span": _in_span,
    "year": _in_year,
}
