"""Numbers of items as Treasury Minutes print them, and the figures that they mean."""

from __future__ import annotations

import re

from loaders.references.item_numbers import item_numbers

NUMBER = (
    r"(?:(?:\b(?:No|Nos|Number)\b\.?\s*|\#\s*)?"
    r"(?:\(?\d{1,3}(?![\d]|\.\d)(?:\s?[a-h](?![\w])|\s?\((?:[a-h]|[ivx]{1,4})\))?\)?"
    r"|\([a-h]\)|\(?[ivxl]{1,6}\)?(?!\w)))"
)
"""Pattern of one number, to be used without regard to case: ``3(a)``, ``(iv)``, ``No. 3``."""

_BRACKETED = re.compile(r"\((?P<inside>[^()]+)\)")
_LETTER = re.compile(r"\(?(?P<letter>[a-h])\)?", re.IGNORECASE)
_ROMAN_PART = re.compile(r"(?P<major>\d{1,3})\s?\((?P<part>[ivx]{1,4})\)", re.IGNORECASE)


def item_number(printed: str | None, before: str | None = None) -> str | None:
    """The number that is meant, in figures, with its letter if it has one.

    Args:
        printed: The number as printed; None if there is none.
        before: Number of the item before, to which a letter alone belongs.

    >>> item_number("3 (a)"), item_number("(iv)"), item_number("No. 2"), item_number("(b)", "3a")
    ('3a', '4', '2', '3b')
    """
    words = (printed or "").strip().lower()
    if match := _LETTER.fullmatch(words):
        return f"{major(before)}{match['letter']}" if before else None
    if match := _ROMAN_PART.fullmatch(words):
        return f"{match['major']}{match['part']}"
    if match := _BRACKETED.fullmatch(words):
        words = match["inside"]
    words = words.strip("() ") if words.count("(") != 1 or words[:1] == "(" else words
    numbers = item_numbers(words) if words else ()
    return numbers[0] if numbers else None


def major(number: str | None) -> str | None:
    """A number without its letter; None without a number.

    >>> major("12c")
    '12'
    """
    figures = re.match(r"\d+", number or "")
    return figures[0] if figures else None
