"""Lists of names: where one run of capitalised words names several things.

"The Army, Royal Navy, Royal Air Force and Strategic Command" are four, and "Job Retention Scheme
and Bounce Back Loan Scheme" are two; "Environment, Food and Rural Affairs Committee" is one, and so
is "Department for Business, Energy and Industrial Strategy".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.names.discovery_words import HEADS, WORDS, folded_word

if TYPE_CHECKING:
    import re
    from collections.abc import Container, Sequence

    from graph.records.mentions import Span

Item = tuple[int, int]
"""The first word of a name in a run, and the word past its last."""

_AND = frozenset({"and", "&"})
_LEGAL = frozenset({"act", "bill", "order", "regulations"})
"""Heads before which two topics make one title: "Judicial Review and Courts Act"."""

_COMPANIES = frozenset({"limited", "llp", "ltd", "plc"})
"""Heads that belong to the last name of a list alone."""

_LONGEST = 20
"""Words of the longest name; more capitals in a row are damage."""

_FEWEST = 2


def begins_another(words: Sequence[str], position: int, begin: int) -> bool:
    """Whether "and" at a position of a run ends one name and begins another.

    So it is before "Ministry of ...", and between two names with the same head.
    """
    if position >= len(words) or words[position] not in _AND:
        return False
    after = words[position + 1 : position + 1 + _LONGEST]
    if len(after) >= _FEWEST and after[0] in WORDS.before_of and after[1] in {"of", "for"}:
        return True
    following = after[: next((place for place, word in enumerate(after) if word in _AND), None)]
    enough = len(following) >= _FEWEST and position - begin >= _FEWEST
    return enough and _same_head(words[position - 1], following[-1])


def _same_head(word: str, later_word: str) -> bool:
    """Whether two words are one head of names, such as "Scheme"; titles of laws have none."""
    head, later_head = folded_word(word), folded_word(later_word)
    return head == later_head and head in HEADS and head not in _LEGAL


def listed_items(text: str, words: Sequence[re.Match[str]], named: Container[Span]) -> list[Item]:
    """The names of a run that is a list with commas; empty if it is none.

    Args:
        text: The text.
        words: The words of the run.
        named: Spans of the text that are names already.

    Returns:
        The names by their words.
    """
    items = _between_commas(text, words)
    if len(items) < _FEWEST:
        return []
    named_items = sum(
        (words[first].start(), words[last - 1].end()) in named for first, last in items
    )
    long = sum(last - first >= _FEWEST for first, last in items[:-1])
    pair = len(items) == _FEWEST and all(last - first >= _FEWEST for first, last in items)
    lists = pair or max(long, named_items) >= _FEWEST
    return items if lists and (named_items or not _one_name(words, items)) else []


def _between_commas(text: str, words: Sequence[re.Match[str]]) -> list[Item]:
    """The stretches of a run between commas, and around the "and" after the last comma."""
    ends = [
        place + 1 for place, word in enumerate(words) if text[word.end() : word.end() + 1] == ","
    ]
    if not ends:
        return []
    last = ends[-1]
    ands = [place for place in range(last, len(words)) if words[place][0] in _AND]
    items = list(zip([0, *ends[:-1]], ends, strict=True))
    if ands:
        before, after = (last, ands[-1]), (ands[-1] + 1, len(words))
        return [item for item in [*items, before, after] if item[0] < item[1]]
    return [item for item in [*items, (last, len(words))] if item[0] < item[1]]


def _one_name(words: Sequence[re.Match[str]], items: list[Item]) -> bool:
    """Whether commas are within a name: "Department for A, B and C", "A, B and C Committee"."""
    first = [word[0] for word in words[slice(*items[0])]]
    opens_with_head = any(
        word in WORDS.before_of and after in {"of", "for"} for word, after in pairwise(first)
    )
    heads = [folded_word(words[last - 1][0]) in HEADS for _, last in items]
    shared = heads[-1] and not any(heads[:-1])
    if folded_word(words[items[-1][1] - 1][0]) in _COMPANIES:
        shared = False
    several = sum(heads[1:]) >= _FEWEST
    return not several and (opens_with_head or shared)


def of_people(words: Sequence[re.Match[str]], items: list[Item]) -> bool:
    """Whether a list names people or offices: "Secretary of State for Health, Jo Pond"."""
    return any(
        folded_word(words[place][0]) in WORDS.roles
        for first, last in items
        for place in (first, last - 1)
    )
