"""The dates that options take: `2024`, `2024-03`, `2024-03-31`, `today`."""

from __future__ import annotations

from datetime import date

import click

from graph.partial_date import EXPECTED, day_of


class DateType(click.ParamType[date]):
    """A day; of a year or a month, the first or the last one."""

    name = "date"

    def __init__(self, *, first_day: bool) -> None:
        """Take the first day of a year or month, where a period begins, or else the last one."""
        self._first_day = first_day

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Read what was typed."""
        if isinstance(value, date):
            return value
        try:
            return day_of(str(value), first=self._first_day)
        except ValueError:
            self.fail(f"{value!r} is not a date; write {EXPECTED}, or today.", param, ctx)


FIRST_DAY = DateType(first_day=True)
LAST_DAY = DateType(first_day=False)
