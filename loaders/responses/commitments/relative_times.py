"""Words for a time that count from the date of the document: "within six months", "this autumn".

Without that date, or where they count from something else ("within six months of the launch"), they
have no days. Academic years are taken to begin in September, financial years in April.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from graph.partial_date import PartialDate
from loaders.text.patterns import compile_pattern

Interval = tuple[date, date]
Groups = dict[str, str | None]
_OpenInterval = tuple[date | None, date | None, bool]

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The month with which each begins."""

_COUNTED = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: number for number, word in enumerate(_COUNTED.split(), start=1)}
_NUMBERS |= {"eighteen": 18, "twenty-four": 24}
FIRST_MONTHS = {"financial": 4, "fiscal": 4, "academic": 9, "school": 9}
"""The month with which a year of each kind begins, if it is not January."""


_KIND = r"(?:financial|academic|school|fiscal|calendar)"
_SEASON = r"(?:spring|summer|autumn|winter)"
_UNIT = r"(?:day|week|month|year)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)

RELATIVE_EXPRESSIONS = (
    (
        r"(?:(?:over|during|throughout)\s+(?:the\s+)?|(?P<year_end>(?:the\s+)?end\s+of)\s+(?:the\s+)?|in\s+(?:the\s+)?)?"
        rf"(?P<year_which>this|current|coming|next|forthcoming)\s+(?P<year_kind>{_KIND})\s+year"
    ),
    rf"(?:over|during|throughout)\s+the\s+(?P<year_kind2>{_KIND})\s+year(?!\s+(?:19|20)\d\d)",
    (
        r"(?:within|(?:over|in|during)\s+the\s+(?:next|coming))\s+(?:the\s+next\s+)?"
        rf"(?P<count>\d{{1,2}}|[a-z]+(?:-four)?)\s+(?:(?P<count_kind>{_KIND})\s+)?(?P<unit>{_UNIT})s?"
        r"(?:[’']\s+time)?"
    ),
    rf"in\s+(?P<count2>\d{{1,2}}|[a-z]+)\s+(?P<unit2>{_UNIT})s?[’']\s+time",
    r"(?:over|in|during|within)\s+the\s+(?:next|coming)\s+(?P<one>year|month|week)",
    r"(?:(?:the\s+)?end\s+of\s+(?:this|the)\s+(?:calendar\s+)?year|later\s+this\s+year)(?P<this_year>)",
    rf"(?:the\s+)?end\s+of\s+(?:this|the)\s+(?P<this_kind>{_KIND})\s+year",
    r"(?:the\s+)?end\s+of\s+(?P<month_which>this|the|next)\s+month",
    r"(?:early\s+in|in|by)\s+the\s+(?P<new_year>new\s+year)(?!\s+honours)",
    (
        rf"(?:in|by|during|over|from|until)\s+the\s+(?P<the_season>{_SEASON})"
        r"(?!\s+(?:of\s+)?\d|\s+(?-i:[A-Z])|\s+(?:term|statement|budget|recess|holidays?|session|months))"
    ),
    rf"(?P<which>this|next)\s+(?P<which_season>{_SEASON})",
    (
        rf"(?P<bare_day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<bare_day_month>{_MONTH})(?!\w|\.?,?\s+(?:19|20)\d\d)"
    ),
    rf"(?:by|until|before|(?P<bare_end>end\s+of))\s+(?P<bare_month>(?-i:{_MONTH}))(?!\w|\.?,?\s+\d)",
    rf"(?P<after>(?:\d{{1,2}}|[a-z]+)\s+{_UNIT}s?\s+after\s+(?:the\s+|its\s+)?[a-z]+)",
    (
        r"(?P<open>(?:in\s+due\s+course|(?:the\s+)?end\s+of\s+(?:this|the)\s+(?:current\s+)?Parliament"
        r"|at\s+the\s+earliest\s+opportunity|shortly(?!\s+(?:after|before|following))|when\s+parliamentary\s+time\s+allows"
        r"|before\s+(?:the\s+)?(?:\w+\s+)?recess))"
    ),
)
"""Patterns, none of them anchored, for one expression that ignores case."""

COUNTED_FROM_ELSEWHERE = compile_pattern(
    r"\s+(?:of|after|from|following)\s+(?!(?:the\s+)?(?:date|publication|receipt)\s+of\s+this\b"
    r"|(?:this|the|our)\s+(?:response|reply|report|letter|minute|document)\b|(?:now|today)\b|(?:19|20)\d\d)"
)
"""What follows a time that counts from something else than the document."""


def whole_months(year: int, first: int, count: int) -> Interval:
    """Whole months, from the first of a year's month on."""
    last_year, last = divmod(year * 12 + first - 1 + count - 1, 12)
    return date(year, first, 1), date(last_year, last + 1, monthrange(last_year, last + 1)[1])


def relative_interval(groups: Groups, written: date | None) -> _OpenInterval:
    """The days that a match of one of the expressions means.

    Args:
        groups: What the named groups of all expressions match.
        written: Date of the document; without it the interval is open.

    Returns:
        First and last day, None where open, and whether the words are vague.
    """
    if groups["open"] or groups["after"]:
        return None, None, True
    if written is None:
        return None, None, groups["which"] is not None or groups["the_season"] is not None
    if groups["count"] or groups["count2"] or groups["one"]:
        return _counted(groups, written)
    interval, vague = _named(groups, written)
    return (*interval, vague)


def _named(groups: Groups, written: date) -> tuple[Interval, bool]:
    """A season, month or year that the date of the document makes a certain one."""
    if groups["which_season"] or groups["the_season"]:
        return _coming_season(groups, written), True
    if month := groups["bare_day_month"] or groups["bare_month"]:
        return _coming_month(month, groups["bare_day"], written), False
    if groups["new_year"]:
        return whole_months(written.year + 1, 1, 3), True
    if which := groups["month_which"]:
        number = written.month + (which.lower() == "next")
        return whole_months(written.year + number // 13, (number - 1) % 12 + 1, 1), False
    return _year_of_kind(groups, written), False


def _counted(groups: Groups, written: date) -> _OpenInterval:
    """From the date of the document on, a number of days, weeks, months or years."""
    count = (groups["count"] or groups["count2"] or "one").lower()
    number = int(count) if count.isdigit() else _NUMBERS.get(count)
    unit = (groups["unit"] or groups["unit2"] or groups["one"] or "").lower()
    if not number:
        return None, None, True
    if kind := groups["count_kind"]:
        first = FIRST_MONTHS.get(kind.lower(), 1)
        return (*whole_months(_year_begun(written, first) + 1, first, 12 * number), False)
    return written, _later(written, number, unit), False


def _coming_month(month: str, day: str | None, written: date) -> Interval:
    """The month or day named, in the year of the document or the one after.

    Raises:
        ValueError: If the month has no such day.
    """
    for year in (written.year, written.year + 1):
        named = PartialDate.from_words(str(year), month, day)
        if named.last_day >= written:
            break
    return named.first_day, named.last_day


def _year_begun(written: date, first_month: int) -> int:
    """The calendar year in which the running year of some kind began."""
    return written.year if written.month >= first_month else written.year - 1


def _year_of_kind(groups: Groups, written: date) -> Interval:
    """The running year of a kind, or the one after."""
    kind = groups["year_kind"] or groups["year_kind2"] or groups["this_kind"] or ""
    first = FIRST_MONTHS.get(kind.lower(), 1)
    later = (groups["year_which"] or "").lower() in {"coming", "next", "forthcoming"}
    start, end = whole_months(_year_begun(written, first) + later, first, 12)
    return max(start, written), end


def _coming_season(groups: Groups, written: date) -> Interval:
    """The season named, in the year of the document or the one after."""
    first = SEASONS[(groups["which_season"] or groups["the_season"] or "").lower()]
    interval = whole_months(written.year, first, 3)
    following = interval[1] < written or (groups["which"] or "").lower() == "next"
    return whole_months(written.year + 1, first, 3) if following else interval


def _later(day: date, count: int, unit: str) -> date:
    """The day that lies a number of days, weeks, months or years later."""
    if unit in {"day", "week"}:
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
