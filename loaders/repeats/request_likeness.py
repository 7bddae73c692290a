"""How alike two requests are: the weight of what they share, and of what sets them apart.

A word weighs by its inverse document frequency among all findings (Spärck Jones 1972), smoothed as
if some hundreds more had been read, so that a small graph does not take its few words for common
ones.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from loaders.repeats.word_stems import light_verbs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from loaders.repeats.asked_findings import Request

_READ_BEFORE = 300
"""Findings by which the counts of words are smoothed."""

STATED = 0.60
"""Least likeness at which a finding is said to make another again."""

OFFERED = 0.45
"""Least likeness at which two findings are offered to a person."""

_LEAST_SHARED = 3
"""Words that two requests have to share."""

_OTHER_ACTION, _OTHER_FIGURES, _OTHER_BODY, _OTHER_NAMES = 0.42, 0.45, 0.20, 0.30
"""What it takes from a likeness that something else is to be done, or that other figures, another
body or other names are in it."""

_SET_APART = 1.0
"""What it takes from a likeness that each request has words of its own, by their share."""


@dataclass(frozen=True, slots=True)
class RequestLikeness:
    """How alike two requests are, and why.

    Attributes:
        likeness: From 0 to 1.
        shared: The words that they share, rarest first.
    """

    likeness: float
    shared: tuple[str, ...] = ()


class WordWeights:
    """How much each word says, by how few requests have it."""

    def __init__(self, requests: Iterable[Request]) -> None:
        """Count the words of requests."""
        counts: Counter[str] = Counter()
        number = 0
        for request in requests:
            counts.update(request.terms)
            number += 1
        self._counts = counts
        self._total = number + _READ_BEFORE

    def weight(self, word: str) -> float:
        """The weight of a word."""
        return log(self._total / (1 + self._counts[word]))

    def rarest(self, words: Iterable[str]) -> list[str]:
        """Words in the order of their weight, heaviest first."""
        return sorted(words, key=lambda word: (-self.weight(word), word))

    def total(self, words: Iterable[str]) -> float:
        """The weight of several words."""
        return sum(map(self.weight, words))


def request_likeness(
    earlier: Request, later: Request, weights: WordWeights, *, other_body: bool = False
) -> RequestLikeness:
    """Compare two requests.

    Args:
        earlier: What was asked first.
        later: What was asked later.
        weights: The weights of words.
        other_body: True if they are known to ask different bodies.
    """
    shared = earlier.terms & later.terms
    if len(shared) < _LEAST_SHARED or earlier.negated != later.negated:
        return RequestLikeness(0.0)
    common = weights.total(shared)
    own = (
        weights.total(earlier.terms - shared - later.name_stems),
        weights.total(later.terms - shared - earlier.name_stems),
    )
    contained = common / (common + min(own))
    whole = common / (common + sum(own))
    likeness = 0.4 * contained + 0.6 * whole - _SET_APART * min(own) / (common + min(own))
    likeness -= _OTHER_ACTION * (1 - _actions_shared(earlier, later))
    if not (earlier.figures <= later.figures or later.figures <= earlier.figures):
        likeness -= _OTHER_FIGURES
    if earlier.proper - later.terms and later.proper - earlier.terms:
        likeness -= _OTHER_NAMES
    likeness -= _OTHER_BODY * other_body
    return RequestLikeness(round(max(likeness, 0.0), 3), tuple(weights.rarest(shared)))


def _actions_shared(earlier: Request, later: Request) -> float:
    """How much of what is to be done is the same, from 0 to 1; 1 where one names no action."""
    light = light_verbs()
    mains = {earlier.main_action} - light, {later.main_action} - light
    others = later.actions | later.terms, earlier.actions | earlier.terms
    if all(map(any, mains)) and not any(mains[i] & (mains[1 - i] | others[i]) for i in (0, 1)):
        return 0.0
    actions = earlier.actions - light, later.actions - light
    if not all(actions):
        return 1.0
    return len(actions[0] & actions[1]) / min(map(len, actions))


def share_meant(request: Request, words: Iterable[str], weights: WordWeights) -> float:
    """How much of the lighter of two sets of words the other has, by weight, from 0 to 1.

    It tells which finding of one report a sentence speaks of, which may say little of it.

    Args:
        request: What a finding of the report asks.
        words: The words of the sentence.
        weights: The weights of words.
    """
    wanted = frozenset(words)
    lighter = min(weights.total(request.terms), weights.total(wanted))
    return weights.total(request.terms & wanted) / lighter if lighter else 0.0
