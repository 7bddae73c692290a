"""Numbers of recommendations and conclusions, in the forms in which papers print them.

``3``, ``3a``, ``3(a)``, ``No. 3``, ``#3``, ``III`` and ``Three`` are forms of numbers; ``3 to 5``,
``1, 2 and 4`` and ``3(a) and (b)`` are lists of them.
"""

from __future__ import annotations

import re

from loaders.text.patterns import compile_pattern

# fmt: off
_UNITS = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
# fmt: on
_TENS = ["twenty", "thirty", "forty", "fifty"]
_WORDS = {word: number for number, word in enumerate(_UNITS, start=1)}
_WORDS |= {
    f"{ten}-{unit}" if unit else ten: 10 * count + number
    for count, ten in enumerate(_TENS, start=2)
    for number, unit in enumerate(["", *_UNITS[:9]])
}
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_ROMAN = (
    r"(?-i:(?=[IVXLivxl])"
    r"(?:(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})|(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3}))(?<=[IVXLivxl])\b)"
)
_WORD = (
    "(?:"
    + "|".join(sorted((w.replace("-", r"[-\s]") for w in _WORDS), key=len, reverse=True))
    + ")"
)
_LETTER = r"(?:[a-h]\b|\s?\([a-h]\))"
_FIGURE = rf"\d{{1,3}}{_LETTER}?(?!\w)(?!\.\d)"
_MARK = r"(?:(?i:Nos?|Numbers?)(?!\w)\.?\s*|#\s*)?"
_CAPITAL = r"(?-i:[A-H])\b(?=\s*(?:$|[:.(–—-]))"
NUMBER = rf"{_MARK}(?:{_FIGURE}|\({_FIGURE}\)|\({_ROMAN}\)|(?i:{_WORD})\b|{_ROMAN}|{_CAPITAL})"
"""Pattern of one number, however printed."""

_MOST = 50
"""Numbers that one list or range may name; what goes on beyond them is no list of numbers."""

_JOIN = r"\s*+(?:,\s*+(?:and\s++)?|\band\b|&|–|—|\bto\b|-(?![^\W\d_]))\s*+"
_JOIN_LETTER = r"\s*+(?:,\s*+(?:and\s++)?|\band\b|&|–|—|\bto\b|-)\s*+"
_NEXT = rf"(?:{_JOIN}{NUMBER}|{_JOIN_LETTER}\(?(?-i:[a-h])\)?(?!\w))"
NUMBERS = rf"{NUMBER}{_NEXT}{{0,{_MOST - 1}}}"
"""Pattern of one number or a list of them."""

_SPLIT = re.compile(r"(?:(?<!\s)\s++)?(?:,|\band\b|&)\s*")
_RANGE = compile_pattern(r"(?:(?<!\s)\s++)?(?:[–—]|(?<=[\w)])-(?=\s*(?:[\d(]|[a-h]\b))|\bto\b)\s*")
_MARKS = re.compile(r"^(?:(?:Nos?|Numbers?)\b\.?|#)\s*", re.IGNORECASE)
_LETTER_ALONE = re.compile(r"[A-H]")
_PARTS = re.compile(r"\(?(?P<number>\d{1,3})\s?\(?(?P<letter>[a-h])?\)?\)?")
_ONLY_LETTER = re.compile(r"\(?([a-h])\)?")


def item_numbers(printed: str) -> tuple[str, ...]:
    """The numbers that a number or list means, in figures, each with its letter if it has one.

    >>> item_numbers("3(a) and (b)"), item_numbers("No. 3 to 5"), item_numbers("(iv)")
    (('3a', '3b'), ('3', '4', '5'), ('4',))
    >>> item_numbers("and")
    ()
    """
    numbers: list[str] = []
    for piece in _SPLIT.split(printed.strip()):
        ends: list[str] = []
        for end in _RANGE.split(piece):
            ends.append(_number(end, [*numbers, *ends]))
        if len(ends) == len(("from", "to")) and len(numbers) < _MOST:
            numbers += _between(*ends)
        else:
            numbers += ends
    return tuple(dict.fromkeys(number for number in numbers if number))


def _number(printed: str, before: list[str]) -> str:
    """One number in figures; a letter alone belongs to the number before it."""
    words = _MARKS.sub("", printed.strip())
    letter = _ONLY_LETTER.fullmatch(words)
    if letter and before:
        return before[-1].rstrip("abcdefgh") + letter[1]
    if match := _PARTS.fullmatch(words):
        return str(int(match["number"])) + (match["letter"] or "")
    if _LETTER_ALONE.fullmatch(words):
        return words
    folded = re.sub(r"\s", "-", words.casefold().strip("()"))
    return str(_WORDS.get(folded) or _roman(folded) or "")


def _roman(numeral: str) -> int:
    """The value of a Roman numeral in small letters; 0 for what is none."""
    if not numeral:
        return 0
    values = [_ROMAN_VALUES.get(letter, 0) for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return 0 if 0 in values else sum(-value if value < later else value for value, later in pairs)


def _between(first: str, last: str) -> list[str]:
    """Numbers of a range; its two ends alone if it is not one of plain numbers or letters."""
    if first.isdigit() and last.isdigit() and int(first) < int(last) <= int(first) + _MOST:
        return list(map(str, range(int(first), int(last) + 1)))
    stem, last_stem = first.rstrip("abcdefgh"), last.rstrip("abcdefgh")
    if stem == last_stem and first[-1:] < last[-1:]:
        return [f"{stem}{chr(letter)}" for letter in range(ord(first[-1]), ord(last[-1]) + 1)]
    return [first, last]
