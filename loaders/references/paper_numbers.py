"""Numbers and dates of papers, as covers and references print them."""

from __future__ import annotations

import re
from calendar import month_name

from graph.partial_date import PartialDate
from loaders.references.ordinals import session
from loaders.text.patterns import compile_pattern

MONTH = "(?:" + "|".join(month_name[1:]) + ")"
DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+(?:19|20)\d\d"
"""Pattern of a day, to be used without regard to case."""

_COMMAND = re.compile(r"(?<![\w-])(?P<series>CP|Cm|Cmnd|Cmd)\.?\s?(?P<number>\d{1,5})(?![\d-])")
_HC = re.compile(r"(?<![\w-])H\.?C\.?\s?(?:No\.?\s?)?(?P<number>\d{1,4}(?:[-–][IVXivx]+)?)\b(?!\d)")
_HL = re.compile(r"(?<![\w-])H\.?L\.?\s?(?:Paper\s?)?(?:No\.?\s?)?(?P<number>\d{1,4})\b(?!\d)")
_DATE = compile_pattern(
    rf"(?<![\d/–-])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{MONTH}),?\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def command_paper(text: str) -> str | None:
    """The first command paper number in a text, as ``CP 434`` or ``Cm 9429``."""
    match = _COMMAND.search(text)
    return f"{match['series']} {match['number']}" if match else None


def house_paper(text: str) -> str | None:
    """The first House of Commons paper number in a text, as ``HC 880``."""
    match = _HC.search(text)
    return f"HC {match['number']}" if match else None


def paper_number(text: str) -> str | None:
    """The first number of a paper of either House in a text, as ``HC 880`` or ``HL Paper 130``."""
    lords = _HL.search(text)
    return f"HL Paper {lords['number']}" if lords else house_paper(text)


def dated(text: str) -> tuple[str, PartialDate] | None:
    """The first day or month in a text.

    Returns:
        The words as printed and the date, no finer than the words.
    """
    for match in _DATE.finditer(text):
        try:
            return match[0], PartialDate.from_words(match["year"], match["month"], match["day"])
        except ValueError:
            continue
    return None


def reference(text: str) -> tuple[str, str] | None:
    """Session and number of a House of Commons paper, as in ``Session 2019-21 (HC 880)``."""
    number, of = house_paper(text), session(text)
    return (of, number) if number and of else None
