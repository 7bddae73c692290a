"""What the name of a column means; the names are in `columns.toml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import msgspec
from rapidfuzz.distance import OSA

from loaders.text.typed_values import read_toml

LONGEST_NAME = 80

_NOT_WORDS = re.compile(r"[\W_]+")
_IN_BRACKETS = re.compile(r"\([^()]{0,80}\)|\[[^][]{0,80}\]")
_SHORTEST_MISSPELT = 6
"""Letters of a listed word that may be misspelt; a slip makes other words of shorter ones."""

_LETTERS_OF_TWO_SLIPS = 12
"""Letters of a word in which two slips are still the same word."""


class _ColumnNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of columns, in small letters, by what a column is read as.

    Attributes:
        keys: Words of which the name of a column has one, where the whole name is not listed.
        beside: Words that it may have beside.
    """

    words: tuple[str, ...]
    number: tuple[str, ...]
    kind: tuple[str, ...]
    report: tuple[str, ...]
    paper: tuple[str, ...]
    session: tuple[str, ...]
    committee: tuple[str, ...]
    department: tuple[str, ...]
    response: tuple[str, ...]
    position: tuple[str, ...]
    status: tuple[str, ...]
    due: tuple[str, ...]
    published: tuple[str, ...]
    keys: dict[str, frozenset[str]]
    beside: dict[str, frozenset[str]]


def folded(name: str) -> str:
    """A name or status in small letters, with single blanks for all that is no letter or digit."""
    plain = re.sub(r"['’]", "", name[:LONGEST_NAME].lower().replace("#", " no "))
    return _NOT_WORDS.sub(" ", plain).strip()


def meaning_of_whole(name: str) -> str | None:
    """What a column is read as whose whole name is listed."""
    return _meanings().get(folded(name))


def meaning_of_words(name: str) -> str | None:
    """What a column is read as by the words of its name; None if they fit none or several."""
    return _by_words(folded(name))


def meaning_outside_brackets(name: str) -> str | None:
    """What a column is read as by what its name says outside of brackets."""
    outside = folded(_IN_BRACKETS.sub(" ", name[:LONGEST_NAME]))
    return _meanings().get(outside) or _by_words(outside)


def meaning_of_misspelt(name: str) -> str | None:
    """What a column is read as whose name has words that are a slip away from those of names."""
    corrected = _corrected(folded(_IN_BRACKETS.sub(" ", name[:LONGEST_NAME])))
    return (_meanings().get(corrected) or _by_words(corrected)) if corrected else None


@cache
def _names() -> _ColumnNames:
    return read_toml(Path(__file__).with_name("columns.toml"), _ColumnNames)


@cache
def _meanings() -> dict[str, str]:
    """What a column is read as, by its whole name."""
    listed = msgspec.structs.asdict(_names()).items()
    return {
        name: meaning for meaning, words in listed if isinstance(words, tuple) for name in words
    }


@lru_cache(maxsize=4096)
def _by_words(name: str) -> str | None:
    words = set(name.split())
    meanings = [
        meaning
        for meaning, keys in _names().keys.items()
        if words & keys and words <= keys | _names().beside[meaning]
    ]
    return meanings[0] if len(meanings) == 1 else None


@cache
def _vocabulary() -> frozenset[str]:
    """The words of all names."""
    listed = frozenset(word for name in _meanings() for word in name.split())
    return listed.union(*_names().keys.values(), *_names().beside.values())


@lru_cache(maxsize=4096)
def _corrected(name: str) -> str:
    """A name with its misspelt words as they are listed; empty if one of them is like none."""
    words = [word if word in _vocabulary() else _nearest(word) for word in name.split()]
    return " ".join(words) if all(words) else ""


def _nearest(word: str) -> str:
    """The listed word from which a word differs by slips; empty if there is none, or several."""
    if len(word) < _SHORTEST_MISSPELT - 1 or word.removesuffix("s") in _vocabulary():
        return ""
    slips = 2 if len(word) >= _LETTERS_OF_TWO_SLIPS else 1
    distances = {
        listed: OSA.distance(word, listed, score_cutoff=slips)
        for listed in _vocabulary()
        if len(listed) >= _SHORTEST_MISSPELT
    }
    least = min(distances.values())
    nearest = [listed for listed, distance in distances.items() if distance == least]
    return nearest[0] if least <= slips and len(nearest) == 1 else ""
