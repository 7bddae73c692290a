"""Names that somebody may have meant, as a person would suggest them.

Words count by how rare they are among the names: in "Department of Healht" it is "Healht" that says
most, and a name that has a word like it is meant before one that shares "of". Among names that fit
alike, ministerial departments come first, and short names before long ones.
"""

from __future__ import annotations

from collections import defaultdict
from math import log
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_MOST = 5
_LEAST_COVERED = 0.5
"""Share of what the typed words say that a name must have."""

_NEARLY_AS_GOOD = 0.8
"""Share of what the best name has that the others must have."""

_MISSPELT, _SLIP = 0.9, 2
"""Share of a name that is there, and letters too few or too many, if it is misspelt and no more."""

_Rank = tuple[float, bool, int, str]
"""Share of what was typed, as a negative number; not first; letters too many or few; the label."""

_ALIKE = 80
"""Likeness from which a word is taken for another one, misspelt."""

_SHORTEST = 3
"""Letters up to which a word is compared as it stands."""


def suggest_names(
    typed: str,
    names: Mapping[str, Collection[str]],
    labels: Mapping[str, str],
    first: Collection[str] = (),
) -> list[str]:
    """The labels of the things that may have been meant, the likeliest first.

    Args:
        typed: What somebody typed, folded.
        names: Identifiers of things, by each of their folded names.
        labels: What each thing is called in print.
        first: Things that come first where several fit alike.
    """
    weights = _word_weights(names)
    ranked: dict[str, _Rank] = {}
    for name, things in names.items():
        if "/" in name:
            continue  # an address or an identifier, which nobody misspells word by word
        covered = _covered(typed.split(), name.split(), weights)
        if covered < _LEAST_COVERED:
            continue
        surplus = abs(len(name) - len(typed))
        for thing in things:
            rank = (-round(covered, 1), thing not in first, surplus, labels[thing])
            ranked[thing] = min(rank, ranked.get(thing, rank))
    order = sorted(_near(ranked), key=lambda thing: ranked[thing])
    return list(dict.fromkeys(labels[thing] for thing in order))[:_MOST]


def _near(ranked: Mapping[str, _Rank]) -> list[str]:
    """The things that may be meant: those misspelt only, if there are any, or else the best."""
    misspelt = [
        thing
        for thing, (covered, _, surplus, _) in ranked.items()
        if -covered >= _MISSPELT and surplus <= _SLIP
    ]
    best = min(ranked.values(), default=(0.0,))[0]
    return misspelt or [
        thing for thing, rank in ranked.items() if rank[0] <= _NEARLY_AS_GOOD * best
    ]


def did_you_mean(suggested: Iterable[str]) -> str:
    """A sentence with the names, after a blank; empty where there are none."""
    listed = "; ".join(suggested)
    return f" Did you mean: {listed}?" if listed else ""


def _word_weights(names: Iterable[str]) -> Mapping[str, float]:
    """How much each word says: the more names have it, the less."""
    counts: defaultdict[str, int] = defaultdict(int)
    total = 0
    for name in names:
        total += 1
        for word in set(name.split()):
            counts[word] += 1
    rarest = log(1 + total)
    return defaultdict(
        lambda: rarest, {word: log(1 + total / count) for word, count in counts.items()}
    )


def _covered(typed: list[str], name: list[str], weights: Mapping[str, float]) -> float:
    """Which share of what was typed a name has, its words weighed, from 0 to 1."""
    whole = sum(weights[word] for word in typed)
    shared = sum(
        weights[word] * max((_likeness(word, candidate) for candidate in name), default=0.0)
        for word in typed
    )
    return shared / whole if whole else 0.0


def _likeness(typed: str, word: str) -> float:
    """How much a typed word is another one: 1 as it stands, less if it is misspelt or cut."""
    if typed == word:
        return 1.0
    if len(typed) <= _SHORTEST:
        return 0.0
    if word.startswith(typed):
        return 0.9
    likeness = fuzz.ratio(typed, word, score_cutoff=_ALIKE)
    return likeness / 100
