"""Shares on the command line, in per cent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click import Context, Parameter


class Percentage(click.ParamType[float]):
    """A share as `5%`; without the sign it is a number between 0 and 1."""

    name = "per cent"

    def convert(self, value: str | float, param: Parameter | None, ctx: Context | None) -> float:
        """The share as a number between 0 and 1, both excluded."""
        if isinstance(value, float):
            return value
        digits, sign, rest = str(value).strip().partition("%")
        try:
            share = float(digits) / (100 if sign else 1)
        except ValueError:
            share = 0
        if rest or not 0 < share < 1:
            self.fail(
                f"{value} is no share; write one between 0% and 100%, such as 5%.", param, ctx
            )
        return share
