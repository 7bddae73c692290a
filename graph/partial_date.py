"""Dates as exactly as they are known: a year, a month of a year, or a day.

They are written as in ISO 8601 and EDTF level 0: ``2024``, ``2024-03``, ``2024-03-31``. A year or a
month stands for an interval, never for a day that nobody wrote: it has a first and a last day, and
questions such as "had it ended by then?" say which of the two counts.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name, monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime

EXPECTED = "2024, 2024-03 or 2024-03-31"
"""How a date is written, for messages and help texts."""

MONTH_NUMBERS: dict[str, int] = {
    **{name.lower(): number for number, name in enumerate(month_name) if name},
    **{name.lower(): number for number, name in enumerate(month_abbr) if name},
    "sept": 9,
}
"""Months by their English names and abbreviations, in small letters."""

_ISO = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day.

    Attributes:
        year: 1 to 9999.
        month: 1 to 12; None if only the year is known.
        day: Day of the month; None if only the month is known.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what the calendar does not have.

        Raises:
            ValueError: If there is no such year, month or day, or a day stands without its month.
        """
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        month = 1 if self.month is None else self.month
        date(self.year, month, 1 if self.day is None else self.day)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2024``, ``2024-03`` or ``2024-03-31``.

        Raises:
            ValueError: If the text is written otherwise, or the calendar has no such date.
        """
        match = _ISO.fullmatch(text)
        try:
            if match:
                return cls(*(int(field) for field in match.groups() if field is not None))
        except ValueError:
            pass
        raise ValueError(f"{text!r} is not a date; write it as {EXPECTED}")

    @classmethod
    def from_day(cls, day: date) -> PartialDate:
        """The date that names one day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_words(cls, year: str, month: str, day: str | None = None) -> PartialDate:
        """A date from figures and the name of a month, such as ``("2024", "Sept.", "3")``.

        Raises:
            ValueError: If the month has no such name, or the calendar has no such date.
        """
        number = MONTH_NUMBERS.get(month.lower().rstrip("."))
        if number is None:
            raise ValueError(f"{month!r} is not a month")
        return cls(int(year), number, None if day is None else int(day))

    def __str__(self) -> str:
        """The date as it is written, no finer than it is known."""
        month = "" if self.month is None else f"-{self.month:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{self.year:04}{month}{day}"

    @property
    def datatype(self) -> str:
        """Local name of the XML Schema type of such a date: gYear, gYearMonth or date."""
        if self.month is None:
            return "gYear"
        return "gYearMonth" if self.day is None else "date"

    @property
    def first_day(self) -> date:
        """The first day that the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that the date may mean."""
        month = self.month or _DECEMBER
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def whole_day(self) -> date | None:
        """The day, if the date names one."""
        return None if self.day is None else self.first_day

    def has_passed(self, day: date) -> bool:
        """Whether the date has surely come by the end of `day`: its last day has."""
        return self.last_day <= day

    def may_have_begun(self, day: date) -> bool:
        """Whether the date may have come by the end of `day`: its first day has."""
        return self.first_day <= day

    def is_before(self, later: PartialDate) -> bool:
        """Whether the date surely lies before another: no day of the two is the same."""
        return self.last_day < later.first_day


def day_of(text: str, *, first: bool) -> date:
    """The day that a typed date stands for.

    Args:
        text: ``today``, or a date as `PartialDate.parse` reads it.
        first: True for the first day of a year or month, where a period begins; else the last.

    Raises:
        ValueError: If the text is neither.
    """
    if text == "today":
        return datetime.now(tz=UTC).date()
    partial_date = PartialDate.parse(text)
    return partial_date.first_day if first else partial_date.last_day


def interval(text: str) -> tuple[date, date] | tuple[None, None]:
    """First and last day of a date as a graph has it; two times None for a text that is none."""
    try:
        partial = PartialDate.parse(text)
    except ValueError:
        return None, None
    return partial.first_day, partial.last_day


def existed_on(day: date, start: PartialDate | None, end: PartialDate | None) -> bool:
    """Whether what began and ended at these dates was in being on a day; None stands for any."""
    begun = start is None or start.first_day <= day
    return begun and (end is None or day <= end.last_day)
