"""Numbers of list items, as a browser prints them beside the items of an ordered list.

See "The ol element" and "The li element" in the HTML standard: `start`, `reversed`, `type` and
`value` say how items are numbered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_MOST = 9_999
"""Numbers above this are no numbers of items, and neither are those below nought."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def number_of(item: etree._Element, before: int | None) -> tuple[int, str] | None:
    """The number of an item of an ordered list, and how it is printed; None for another item.

    Args:
        item: The ``li`` element.
        before: Number of the item before it in the list; None for the first.
    """
    owner = item.getparent()
    if owner is None or owner.tag != "ol":
        return None
    step = -1 if owner.get("reversed") is not None else 1
    number = _whole(item.get("value"))
    if number is None:
        number = _first(owner, step) if before is None else before + step
    return number, printed_number(number, item.get("type") or owner.get("type") or "1")


def _first(owner: etree._Element, step: int) -> int:
    """The number of the first item of a list."""
    start = _whole(owner.get("start"))
    if start is not None:
        return start
    return 1 if step > 0 else sum(1 for _ in owner.iterchildren("li"))


def _whole(value: str | None) -> int | None:
    """The whole number that an attribute holds, if it is one that an item may have."""
    words = (value or "").strip()
    number = int(words) if words.isascii() and words.isdecimal() and len(words) < 6 else None  # noqa: PLR2004
    return number if number is None or number <= _MOST else None


def printed_number(number: int, style: str) -> str:
    """A number in the style of its list: figures, letters or roman numerals."""
    if style in {"i", "I"} and number > 0:
        rest, letters = number, ""
        for value, sign in _ROMAN:
            letters += sign * (rest // value)
            rest %= value
        return letters.upper() if style == "I" else letters
    if style in {"a", "A"} and 0 < number <= 26:  # noqa: PLR2004
        letter = chr(ord("a") + number - 1)
        return letter.upper() if style == "A" else letter
    return str(number)
