"""Which reports of which session: ordinals in words or figures, lists and ranges of them.

Ordinals are a closed set of words, and covers print them with soft breaks (``Fifty- First``), so a
table of thirty words serves better than a general reader of numbers.
"""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.text.patterns import compile_pattern

# fmt: off
_UNITS = {
    name: number
    for number, name in enumerate([
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
        "seventeenth", "eighteenth", "nineteenth",
    ], start=1)
}
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}
# fmt: on
_WORDS = _UNITS | _TENS | {f"{name[:-1]}ieth": value for name, value in _TENS.items()}
_WORDS |= {"hundred": 100, "hundredth": 100}

_DASH = r"[\s\u00ad‐‑‒–-]+"
_TEN = "|".join(_TENS)
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_ROUND = "|".join(f"{name[:-1]}ieth" for name in _TENS)
ORDINAL = (
    rf"(?:(?:(?:one|a){_DASH})?hundred{_DASH}(?:and{_DASH})?)?"
    rf"(?:(?:{_TEN}){_DASH}(?:{_UNIT})|{_ROUND}|(?:{_UNIT}))\b|(?:one{_DASH})?hundredth\b"
    r"|\d{1,3}\s?(?:st|nd|rd|th)\b"
)
"""Pattern of one ordinal, to be used without regard to case."""

SESSION = r"(?:19|20)\d\d\s?[-‐‑‒–—/]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)"
"""Pattern of a session."""

_ORDINAL = compile_pattern(rf"\b(?:{ORDINAL})", re.IGNORECASE)
_RANGE = re.compile(r"\W*(?:to|through|[–—-])\W*(?:the\W+)?", re.IGNORECASE)
_SESSION = compile_pattern(SESSION)
_MOST = 300
"""Reports that one range may name."""


def value(ordinal: str) -> int:
    """The number an ordinal means.

    >>> value("Fifty- First")
    51
    >>> value("118th")
    118
    """
    if figures := re.match(r"\d+", ordinal):
        return int(figures[0])
    return sum(_WORDS.get(word, 0) for word in re.findall(r"[a-z]+", ordinal.lower()))


def values(text: str) -> list[int]:
    """The numbers a list of ordinals means, ranges filled in.

    >>> values("the Eighty-Second and the Eighty-Sixth to the Eighty-Eighth")
    [82, 86, 87, 88]
    """
    matches = list(_ORDINAL.finditer(text))
    numbers = [value(match[0]) for match in matches[:1]]
    for before, after in pairwise(matches):
        first, last = value(before[0]), value(after[0])
        through = _RANGE.fullmatch(text, before.end(), after.start())
        if through and first < last <= first + _MOST:
            numbers += range(first + 1, last)
        numbers.append(last)
    return numbers


def numeral(number: int) -> str:
    """An ordinal in figures, for reports that a source names only within a range.

    >>> numeral(53), numeral(112)
    ('53rd', '112th')
    """
    teens = number % 100 in range(11, 14)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def session(text: str) -> str | None:
    """The first session in a text, in the form ``2019-21``.

    >>> session("Session 2019–2021")
    '2019-21'
    """
    match = _SESSION.search(text)
    return f"{match[0][:4]}-{match[0][-2:]}" if match else None
