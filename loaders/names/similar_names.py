"""Registered names that are like another name, or that it misspells."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from graph.records.mentions import SimilarName
from loaders.names.mention_rules import NEAR_SPELLING
from loaders.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.mentions import EntityKey
    from loaders.names.gazetteer import Gazetteer

_FIRM_WORD = 5
_NEAR_ENOUGH = 72.0
_NEAREST = 3
_SLIP = 2
_LONG_NAME = 16
_LONG_WORD = 4
_FEWEST_CHANGED_ABOUT = 4
_ARTICLE = re.compile(r"^(?:the|an?) ")


class SimilarNames:
    """Compares names with those of a gazetteer; answers are kept."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Compare with the names of `gazetteer`."""
        entries = [entry for group in gazetteer.names.values() for entry in group]
        words = [entry for group in gazetteer.single_words.values() for entry in group]
        self._names = {entry.spelling.lower(): entry for entry in reversed(entries)}
        self._words = {e.spelling: e for e in reversed(words) if len(e.spelling) >= _LONG_WORD}
        self._respelt: dict[str, dict[EntityKey, str]] = {}
        for entry in entries:
            for key in _respellings(entry.spelling.lower()):
                self._respelt.setdefault(key, {}).setdefault(entry.entity, entry.name)
        self.like = lru_cache(maxsize=4096)(self._like)
        self.misspelt = lru_cache(maxsize=4096)(self._misspelt)

    def _like(self, name: str) -> tuple[SimilarName, ...]:
        """Registered names like `name`, the likest first, one for each entity."""
        spellings = process.extract(
            fold(name).lower(),
            self._names.keys(),
            scorer=fuzz.token_sort_ratio,
            score_cutoff=_NEAR_ENOUGH,
            limit=3 * _NEAREST,
        )
        best: dict[EntityKey, SimilarName] = {}
        for spelling, score, _ in spellings:
            entry = self._names[spelling]
            best.setdefault(entry.entity, SimilarName(entry.entity, entry.name, round(score, 1)))
        return tuple(best.values())[:_NEAREST]

    def _misspelt(self, name: str) -> tuple[EntityKey, str, str] | None:
        """The registered name that `name` misspells by a letter or two, if it is only one."""
        folded = fold(name)
        if " " not in folded:
            return self._transposed(folded)
        if len(folded) < _LONG_NAME:
            return None
        low = folded.lower()
        spellings = process.extract(
            low, self._names.keys(), scorer=OSA.distance, score_cutoff=_SLIP, limit=None
        )
        if low in self._names:
            entry = self._names[low]
            return entry.entity, entry.name, entry.rule
        for key in _respellings(low):
            if respelt := _only(self._respelt.get(key, {})):
                return respelt
        close = {
            self._names[spelling].entity: self._names[spelling].name
            for spelling, *_ in spellings
            if _same_words(low, spelling)
        }
        return _only(close)

    def _transposed(self, word: str) -> tuple[EntityKey, str, str] | None:
        """The registered abbreviation that `word` is with two letters changed about."""
        if len(word) < _LONG_WORD:
            return None
        close = {
            entry.entity: entry.name
            for spelling, entry in self._words.items()
            if len(spelling) == len(word)
            and sorted(spelling) == sorted(word)
            and OSA.distance(spelling, word) == 1
        }
        return _only(close)


def _respellings(name: str) -> Iterator[str]:
    """What a name keeps where words are joined, or change places: "Task Force", "Taskforce"."""
    words = _ARTICLE.sub("", name).replace(",", "").split()
    yield "".join(words)
    if len(words) >= _FEWEST_CHANGED_ABOUT:
        yield " ".join(sorted(words))


def _only(close: dict[EntityKey, str]) -> tuple[EntityKey, str, str] | None:
    """The one entity that a misspelt name may mean, if it is only one."""
    if len(close) != 1:
        return None
    entity, name = next(iter(close.items()))
    return entity, name, NEAR_SPELLING


def _same_words(left_name: str, right_name: str) -> bool:
    """Whether no word of the two is wholly other: a slip changes letters, not words or numbers."""
    left, right = left_name.split(), right_name.split()
    return len(left) == len(right) and all(
        a == b
        or (len(a) >= _FIRM_WORD and a[0] == b[0] and a.isalpha() and OSA.distance(a, b) <= _SLIP)
        for a, b in zip(left, right, strict=True)
    )
