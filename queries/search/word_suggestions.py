"""Words that may have been meant, from the words that the graph has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from queries.search.search_result import Suggestion, TermCount
from queries.search.search_words import SearchTerm, SearchWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from queries.search.search_index import SearchIndex

_MOST = 3
"""Suggestions that are given."""

_CANDIDATES = 8
"""Words alike that are looked at; of these, those that stand in most passages are meant."""

_ALIKE = 75
"""Likeness, in per cent, from which a word may be another one, misspelt."""

_NEARLY = 6
"""Per cent by which a word may be less alike than the one that is most so."""


def count_terms(index: SearchIndex, words: SearchWords) -> tuple[TermCount, ...]:
    """How many passages have each of several terms by itself."""
    if len(words.terms) < 2:  # noqa: PLR2004 - several
        return ()
    return tuple(
        TermCount(str(term), index.matching_any([term]).bit_count()) for term in words.terms
    )


def suggest_words(index: SearchIndex, words: SearchWords) -> tuple[Suggestion, ...]:
    """What may have been meant, if a word stands in no passage; only what would give hits."""
    missing = {
        token
        for term in words.terms
        for token in term.tokens
        if not index.matching_any([SearchTerm((token,), prefix=term.prefix)])
    }
    if not missing:
        return ()
    vocabulary = index.vocabulary()
    suggested: dict[str, Suggestion] = {}
    for token in sorted(missing):
        for candidate in _alike(token, vocabulary):
            changed = _with_word(words, token, candidate)
            for rest in sorted(missing - {token}):
                if nearest := next(_alike(rest, vocabulary), None):
                    changed = _with_word(changed, rest, nearest)
            if count := index.matching(changed).bit_count():
                suggested.setdefault(str(changed), Suggestion(str(changed), count))
            if len(suggested) == _MOST:
                return tuple(suggested.values())
    return tuple(suggested.values())


def _alike(token: str, vocabulary: Mapping[str, int]) -> Iterator[str]:
    """Words alike, the likeliest first."""
    matches = process.extract(
        token, vocabulary.keys(), scorer=fuzz.ratio, limit=_CANDIDATES, score_cutoff=_ALIKE
    )
    best = max((likeness for _, likeness, _ in matches), default=0.0)
    near = [word for word, likeness, _ in matches if likeness >= best - _NEARLY]
    return iter(sorted(near, key=lambda word: -vocabulary[word]))


def _with_word(words: SearchWords, token: str, replacement: str) -> SearchWords:
    groups = tuple(
        tuple(
            replace(
                term, tokens=tuple(replacement if each == token else each for each in term.tokens)
            )
            for term in group
        )
        for group in words.groups
    )
    return replace(words, groups=groups)
