"""Words of requests without their endings, and words for one thing under one name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from loaders.identity.word_lists import SAYS_LITTLE
from loaders.text.patterns import compile_pattern
from loaders.text.typed_values import read_toml

_ENDINGS = (
    ("ations", ""),
    ("ation", ""),
    ("ating", ""),
    ("ated", ""),
    ("ates", ""),
    ("ate", ""),
    ("ments", ""),
    ("ment", ""),
    ("ances", ""),
    ("ance", ""),
    ("ings", ""),
    ("ing", ""),
    ("ions", ""),
    ("ion", ""),
    ("ied", "y"),
    ("ers", "er"),
    ("ed", ""),
    ("es", ""),
    ("ly", ""),
    ("s", ""),
    ("e", ""),
)
_LEAST_STEM = 4
"""Letters that an ending has to leave, but for the "s" of a plural."""


class _Words(msgspec.Struct, frozen=True):
    words: str


class _RequestWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    phrases: dict[str, str]
    actions: dict[str, str]
    objects: dict[str, str]
    figures: dict[str, str]
    light: _Words
    common: _Words


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without the ending of its plural, tense or noun.

    >>> stem("buildings"), stem("replacing"), stem("replacement"), stem("parishes")
    ('build', 'replac', 'replac', 'parish')
    >>> stem("families") == stem("family")
    True
    """
    if word.endswith("ies") and len(word) > _LEAST_STEM:
        word = f"{word[:-3]}y"  # "families" has the stem of "family"
    for ending, letters in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(letters) >= _LEAST_STEM:
            shorter = word[: -len(ending)] + letters
            return shorter.rstrip("e") if len(shorter.rstrip("e")) >= _LEAST_STEM else shorter
    if word.endswith("ed") and len(word) > _LEAST_STEM:
        return word[:-1]  # "moved" has the stem of "move"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _request_words() -> _RequestWords:
    return read_toml(Path(__file__).with_name("request_words.toml"), _RequestWords)


def _by_stem(families: dict[str, str]) -> dict[str, str]:
    return {stem(word): name for name, words in families.items() for word in words.split()}


@cache
def actions_by_stem() -> dict[str, str]:
    """What a verb asks for, by the stems of verbs and their nouns."""
    return _by_stem(_request_words().actions)


@cache
def objects_by_stem() -> dict[str, str]:
    """One name for other words for one thing, by their stems."""
    return _by_stem(_request_words().objects)


@cache
def figures_by_word() -> dict[str, str]:
    """Figures, by the words for them."""
    return _request_words().figures


@cache
def _phrase_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    words = {
        phrase: word
        for word, phrases in _request_words().phrases.items()
        for phrase in phrases.lower().split("|")
    }
    longest_first = sorted(words, key=len, reverse=True)
    return compile_pattern(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), words


def without_phrases(text: str) -> str:
    """A text in small letters with one word in the place of each phrase of the register.

    >>> without_phrases("the board should make public what it found")
    'the board should publish what it found'
    """
    pattern, words = _phrase_pattern()
    return pattern.sub(lambda match: words[match[0]], text)


@cache
def light_verbs() -> frozenset[str]:
    """Stems of verbs whose object says what is to be done, as in giving a date or making a plan."""
    return frozenset(map(stem, _request_words().light.words.split()))


@cache
def common_stems() -> frozenset[str]:
    """Stems of words that say nothing of what is asked."""
    words = {*_request_words().common.words.split(), *SAYS_LITTLE}
    return frozenset(words | {stem(word) for word in words})
