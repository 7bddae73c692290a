"""Regular expressions that are put together from pieces, checked before they are compiled.

An f-string takes ``{0, 12}`` for a value and prints ``(0, 12)``, a group that matches those figures
and nothing else. Python compiles such a pattern without a word, and the rule that uses it finds
nothing any more. The signs of such a slip are few, so they are looked for.
"""

from __future__ import annotations

import re

_SIGNS = (
    ("a pair of numbers in brackets where a quantifier was meant", r"\(\d+,\s*(?:\d+|None)?\)"),
    ("braces doubled for an f-string that is none", r"\{\{|\}\}"),
    ("a name in braces that no f-string has filled in", r"(?<!\\[NpPx])\{[A-Za-z_][\w.]*\}"),
    ("a quantifier with a space in it, which means plain letters", r"\{(?=[^{}]*\s)[\d,\s]*\}"),
    ("empty braces", r"\{\}"),
    ("a compiled pattern printed into another", r"re\.compile\("),
)
_LITERAL = re.compile(r"\\[^NpPx]|\[\^?\]?(?:\\.|[^\]\\])*\]?", re.DOTALL)
"""Escaped characters and sets of characters, in which a bracket or brace is only itself."""

_SEARCHES = tuple((sign, re.compile(pattern).search) for sign, pattern in _SIGNS)


class PatternSlipError(ValueError):
    """A pattern that cannot be what its author meant."""


def slip_in(pattern: str) -> str | None:
    """The sign that an f-string has eaten the braces of a pattern, or was forgotten.

    Args:
        pattern: A regular expression.

    Returns:
        What is wrong, in words; None if nothing is.

    >>> slip_in("[A-Z](0, 12)")
    'a pair of numbers in brackets where a quantifier was meant'
    >>> slip_in("[A-Z]{0,12}") is None
    True
    """
    plain = _LITERAL.sub("", pattern)
    return next((sign for sign, search in _SEARCHES if search(plain)), None)


def compile_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern that was put together from pieces.

    Args:
        pattern: The regular expression.
        flags: Flags of `re`.

    Returns:
        The compiled pattern.

    Raises:
        PatternSlipError: If the pattern shows that its quantifiers or pieces were lost.
        re.error: If it is no regular expression.
    """
    slip = slip_in(pattern)
    if slip:
        raise PatternSlipError(f"{slip}: {pattern}")
    return re.compile(pattern, flags)
