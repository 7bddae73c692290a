"""Abbreviations: how they are written, and which words they can stand for.

Whether an abbreviation fits a long form is decided as in A. Schwartz and M. Hearst, "A simple
algorithm for identifying abbreviation definitions in biomedical text", PSB 2003: its letters must
occur in order in the long form, the first of them at the head of a word. Words whose initials it
is come before that.
"""

from __future__ import annotations

import re

_SHORT = re.compile(r"(?=[a-z&-]*[A-Z][a-z&-]*[A-Z])[A-Za-z][A-Za-z&./-]{1,11}\d{0,2}$")
_PLURAL = re.compile(r"[A-Z]{2,}s$")
_WORD = re.compile(r"[^\W_]+")
SMALL_WORDS = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to", "with"})
"""Words of which no abbreviation need have a letter."""


def initials(words: str) -> str:
    """The first letters of words, but for small words, in capitals."""
    return "".join(
        word[0] for word in _WORD.findall(words) if word.lower() not in SMALL_WORDS
    ).upper()


def is_abbreviation(term: str) -> bool:
    """Whether a term is written as the abbreviation of one name; "SROs" is of many."""
    return bool(_SHORT.match(term)) and not _PLURAL.match(term)


def singular(term: str, long_form: str) -> str | None:
    """The abbreviation in the singular that a plural such as "GGCs" is of; None for another.

    Args:
        term: The abbreviation.
        long_form: The words before it, which must be in the plural too.
    """
    return term[:-1] if _PLURAL.match(term) and long_form.endswith("s") else None


def can_abbreviate(short_form: str, long_form: str) -> bool:
    """Whether `short_form` can abbreviate `long_form`."""
    return long_form_start(short_form, long_form) is not None


def long_form_start(short_form: str, long_form: str) -> int | None:
    """Where the long form of an abbreviation begins in the words before it.

    Args:
        short_form: The abbreviation.
        long_form: The words; they are read from their end.

    Returns:
        An offset in `long_form`; None if the abbreviation does not fit.
    """
    for word in reversed(list(_WORD.finditer(long_form))):
        if word[0].lower() not in SMALL_WORDS and initials(long_form[word.start() :]) == (
            short_form.upper()
        ):
            return word.start()
    offset = len(long_form)
    letters = [letter.lower() for letter in short_form if letter.isalnum()]
    for position, letter in reversed(list(enumerate(letters))):
        offset = long_form.lower().rfind(letter, 0, offset)
        while position == 0 and offset > 0 and long_form[offset - 1].isalnum():
            offset = long_form.lower().rfind(letter, 0, offset)
        if offset < 0:
            return None
    return offset
