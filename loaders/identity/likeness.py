"""How alike the words of two findings are, and whether they are surely the same words.

Findings of one report are often worded alike: what tells "should report annually on prisons" from
"should report annually on probation" is one word of many. So a figure for the whole text decides
nothing alone. What differs is looked at, piece by piece: a misprint, a page number or an article
costs little; another number, another name, or a "not" makes two findings of the two texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from graph.records.finding_identity import IdentityRule
from loaders.identity.differing_words import cost_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.identity.comparable_words import ComparableWords, Words

SURE_IN_REPORT = 90.0
"""Least likeness, in per cent, of two printings of one finding, if both are of one report."""

SURE_ALONE = 95.0
"""The same where the report of one of them is not known."""

POSSIBLE = 70.0
"""Least likeness, in per cent, at which two findings are offered to a person as perhaps one."""

_LEAST_WORDS = 5
_LEAST_WORDS_ALIKE = 8
"""Words below which equal texts, or texts that are only alike, say nothing."""

_DOUBTFUL = 85.0
"""The most that words can be alike of which one that matters is another."""

_WINDOW = (0.75, 1.35)
"""Lengths of the runs of sentences that are compared, as shares of the shorter text."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing two texts.

    Attributes:
        likeness: From 0 to 100; 100 for equal words.
        rule: How the words are the same, if they surely are; None if they are not.
        loses: True if one text lacks words of the other that may matter, so that something else,
            such as a number, has to speak for it too.
    """

    likeness: float
    rule: IdentityRule | None = None
    loses: bool = False


def compare(left: ComparableWords, right: ComparableWords, least: float) -> Comparison:
    """Compare the words of two findings.

    Args:
        left: The words of one.
        right: The words of the other.
        least: Likeness, in per cent, from which words that are not equal are surely the same.
    """
    shorter, longer = sorted((left, right), key=lambda side: (len(side.words), side.form))
    if len(shorter.words) < _LEAST_WORDS:
        return Comparison(0.0)
    if shorter.form == longer.form:
        return Comparison(100.0, IdentityRule.SAME_WORDS)
    words = shorter.words
    if not _shares_words(words, longer.words):
        return Comparison(0.0)
    best, loses = _likeness(words, longer.words)
    rule = IdentityRule.ALIKE_WORDS
    for part in _parts_like(words, longer, cut=shorter.cut):
        likeness, part_loses = _likeness(words, part)
        if likeness > best:
            best, loses, rule = likeness, part_loses, IdentityRule.CONTAINED_WORDS
    sure = best >= least and len(words) >= _LEAST_WORDS_ALIKE
    return Comparison(round(best, 1), rule if sure else None, loses)


def _parts_like(shorter: Words, longer: ComparableWords, *, cut: bool) -> Iterator[Words]:
    """Parts of the longer text that may be the shorter one, the likeliest by length and words.

    A part is a run of whole sentences: what begins or ends within a sentence says another thing
    than the sentence. Only a text that a page has cut may end within one.
    """
    size = len(shorter)
    least, most = (share * size for share in _WINDOW)
    sentences = longer.sentences
    for first in range(len(sentences)):
        run: Words = ()
        for last in range(first, len(sentences)):
            run += sentences[last]
            if len(run) > most:
                break
            is_part = (first, last) != (0, len(sentences) - 1)
            if is_part and len(run) >= least and _shares_words(shorter, run):
                yield run
        if cut:
            rest = tuple(word for sentence in sentences[first:] for word in sentence)
            if len(rest) > size and _shares_words(shorter, rest[:size]):
                yield rest[:size]


def _shares_words(words: Words, others: Words) -> bool:
    """Whether so many words are common that a closer look is worth its time."""
    common = len(set(words) & set(others))
    return common * 100 >= POSSIBLE * len(set(words))


def _likeness(words: Words, others: Words) -> tuple[float, bool]:
    """Likeness in per cent, and whether one text lacks words that may matter.

    It is that of doubtful texts at most if they differ in what matters.
    """
    ratio = fuzz.ratio("".join(words), "".join(others), score_cutoff=POSSIBLE / 2)
    if ratio < POSSIBLE / 2:
        return 0.0, False
    differences = [cost_of(*pair) for pair in _differences(words, others)]
    cost = sum(difference.cost for difference in differences)
    likeness = max(0.0, 100.0 * (1 - cost / len(words)))
    if any(difference.matters for difference in differences):
        likeness = min(max(likeness, ratio), _DOUBTFUL)
    return likeness, any(difference.loses for difference in differences)


def _differences(words: Words, others: Words) -> Iterator[tuple[Words, Words, bool]]:
    """The runs of words in which two texts differ, and whether each stands inside the texts."""
    left: list[str] = []
    right: list[str] = []
    inside = False
    for operation in Levenshtein.opcodes(words, others):
        if operation.tag == "equal":
            if left or right:
                yield tuple(left), tuple(right), inside
            left, right, inside = [], [], True
            continue
        left += words[operation.src_start : operation.src_end]
        right += others[operation.dest_start : operation.dest_end]
    if left or right:
        yield tuple(left), tuple(right), False
