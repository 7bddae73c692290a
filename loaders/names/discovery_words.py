"""The words by which the name of a thing that no register holds is told."""

from __future__ import annotations

from functools import lru_cache

from loaders.names.word_lists import WordTable, word_list
from loaders.text.folding import fold


class DiscoveryWords(WordTable, frozen=True):
    """The word list; ``words/discovery.toml`` says what each of its lists is for."""

    organisation_heads: tuple[str, ...]
    initiative_heads: tuple[str, ...]
    lower_heads: tuple[str, ...]
    lower_aims: tuple[str, ...]
    before_of: frozenset[str]
    function_words: frozenset[str]
    openers: frozenset[str]
    general: frozenset[str]
    never: frozenset[str]
    acronyms: frozenset[str]
    never_ends: tuple[str, ...]
    possessives: frozenset[str]
    roles: frozenset[str]
    classes: frozenset[str]
    quoted_things: frozenset[str]
    quoted_deeds: frozenset[str]


WORDS = word_list("discovery", DiscoveryWords)
HEADS = dict.fromkeys(WORDS.initiative_heads, "initiative") | dict.fromkeys(
    WORDS.organisation_heads, "organisation"
)
LOWER_HEADS = frozenset(WORDS.lower_heads)


@lru_cache(maxsize=65536)
def folded_word(word: str) -> str:
    """A word folded and in lower case."""
    return fold(word).lower()
