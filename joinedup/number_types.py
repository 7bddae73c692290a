"""The numbers that options take, written in plain digits: no sign, exponent, `nan` or `inf`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from queries.whole_numbers import LARGEST, describe_bounds, read_whole_number

if TYPE_CHECKING:
    from click import Context, Parameter

_DECIMAL = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,10})?")
_SHARE = re.compile(r"([0-9]{0,3}(?:\.[0-9]{1,10})?) ?(%?)")

_LONGEST_WAIT = 86_400
"""Seconds in a day."""


class WholeNumber(click.ParamType[int]):
    """A whole number within bounds."""

    name = "number"

    def __init__(self, minimum: int = 0, maximum: int = LARGEST) -> None:
        """Take the least and the largest number that are right."""
        self.minimum, self.maximum = minimum, maximum
        self.expected = describe_bounds(minimum, maximum)

    def convert(self, value: str | int, param: Parameter | None, ctx: Context | None) -> int:
        """Read what was typed."""
        if isinstance(value, int):
            return value
        try:
            return read_whole_number(value, self.minimum, self.maximum)
        except ValueError as error:
            self.fail(f"{error}.", param, ctx)


class Seconds(click.ParamType[float]):
    """A time to wait, in seconds: more than none, and a day at most."""

    name = "seconds"
    expected = f"number of seconds above 0, up to {_LONGEST_WAIT:,}, such as 60 or 0.5"

    def convert(self, value: str | float, param: Parameter | None, ctx: Context | None) -> float:
        """Read what was typed."""
        if isinstance(value, int | float):
            return value
        seconds = float(value) if _DECIMAL.fullmatch(value) else 0.0
        if not 0 < seconds <= _LONGEST_WAIT:
            self.fail(f"{value!r} is no {self.expected}.", param, ctx)
        return seconds


class Percentage(click.ParamType[float]):
    """A share as `5%`; without the sign it is a number between 0 and 1."""

    name = "per cent"
    expected = "share between 0% and 100%, such as 5%"

    def convert(self, value: str | float, param: Parameter | None, ctx: Context | None) -> float:
        """The share as a number between 0 and 1, both excluded."""
        if isinstance(value, float):
            return value
        match = _SHARE.fullmatch(value)
        share = float(match[1]) / (100 if match[2] else 1) if match and match[1] else 0.0
        if not 0 < share < 1:
            self.fail(f"{value!r} is no {self.expected}.", param, ctx)
        return share
