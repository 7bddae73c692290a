"""Pairs of units whose words are alike, and which of them are sure enough to make them one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.finding_identity import IdentityRule
from graph.records.findings import FindingKind
from loaders.identity.likeness import POSSIBLE, Comparison, compare
from loaders.identity.word_index import WordIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from loaders.identity.units import Unit

_MARGIN = 3.0
"""Points of likeness within which two entries of one list are equally like a third text."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two units whose words are alike.

    Attributes:
        left: Position of one unit.
        right: Position of the other, which is greater.
        comparison: What came of comparing their words.
        numbers_agree: True if they print one number.
    """

    left: int
    right: int
    comparison: Comparison
    numbers_agree: bool

    @property
    def is_sure(self) -> bool:
        """True if the words are the same, with no more than the number to speak for it."""
        return self.comparison.rule is not None and (
            self.numbers_agree or not self.comparison.loses
        )

    @property
    def is_equal(self) -> bool:
        """True if the words are equal."""
        return self.comparison.rule is IdentityRule.SAME_WORDS

    @property
    def ends(self) -> tuple[int, int]:
        """Both units."""
        return self.left, self.right

    def other(self, position: int) -> int:
        """The unit at the other end."""
        return self.right if position == self.left else self.left


class WordLinker:
    """Compares the words of units that may be one."""

    def __init__(self, units: Sequence[Unit]) -> None:
        """Compare some of these units, each known by its position."""
        self._units = units

    def links(self, among: Sequence[int], wanted: Iterable[int], least: float) -> Iterator[Link]:
        """The links of some units to others, each once.

        Args:
            among: Positions of the units that may be linked to.
            wanted: Positions of those whose links are wanted.
            least: Likeness, in per cent, from which words that are not equal are surely the same.
        """
        texts = [(position, text) for position in among for text in self._units[position].words]
        index = WordIndex([text for _, text in texts])
        by_form: defaultdict[str, list[int]] = defaultdict(list)
        for place, (_, text) in enumerate(texts):
            by_form[text.form].append(place)
        best: dict[tuple[int, int], Comparison] = {}
        sought = [(position, text) for position in wanted for text in self._units[position].words]
        alike = index.like_each([text for _, text in sought])
        for (position, text), places in zip(sought, alike, strict=True):
            for place in dict.fromkeys([*by_form[text.form], *places]):
                other, its_text = texts[place]
                pair = min(position, other), max(position, other)
                if other == position or not self._may_be_one(*pair):
                    continue
                comparison = compare(text, its_text, least)
                if pair not in best or comparison.likeness > best[pair].likeness:
                    best[pair] = comparison
        for (left, right), comparison in sorted(best.items(), key=lambda item: item[0]):
            if comparison.likeness >= POSSIBLE:
                yield Link(
                    left,
                    right,
                    self._unless_parts(left, right, comparison),
                    self._agree(left, right),
                )

    def _may_be_one(self, left: int, right: int) -> bool:
        """Whether nothing but their words can keep two units apart."""
        first, second = self._units[left], self._units[right]
        if first.committee and second.committee and first.committee != second.committee:
            return False
        if first.report and second.report and first.report != second.report:
            return False
        return not first.conflicts_with(second)

    def _agree(self, left: int, right: int) -> bool:
        return bool(self._units[left].figures & self._units[right].figures)

    def _unless_parts(self, left: int, right: int, comparison: Comparison) -> Comparison:
        """The comparison, but unsure if one is number 2 and the other 2a, which is a part of it."""
        first, second = self._units[left].figures, self._units[right].figures
        if first & second or not _stems(first) & _stems(second):
            return comparison
        return Comparison(comparison.likeness, None, loses=True)


def choose_sure(links: Iterable[Link], units: Sequence[Unit]) -> tuple[list[Link], list[Link]]:
    """The links that make two units one, surest first; and those that are sure but for a rival.

    In each list that one unit is an entry of, it has to be the only entry that the other can be.
    """
    sure = [link for link in links if link.is_sure]
    by_list: defaultdict[tuple[int, str], list[Link]] = defaultdict(list)
    for link in sure:
        for position in link.ends:
            for listing in _lists(units, link.other(position)):
                by_list[position, listing].append(link)
    only: dict[tuple[int, str], Link | None] = {
        place: _only(place[0], rivals, units) for place, rivals in by_list.items()
    }
    chosen: list[Link] = []
    rivalled: list[Link] = []
    for link in sure:
        places = [
            (position, listing)
            for position in link.ends
            for listing in _lists(units, link.other(position))
        ]
        (chosen if all(only[place] is link for place in places) else rivalled).append(link)
    chosen.sort(key=_surest_first)
    return chosen, rivalled


def _only(position: int, links: list[Link], units: Sequence[Unit]) -> Link | None:
    """The one link of a unit to the entries of a list that can be meant; None if several can."""
    best = max(links, key=lambda link: (link.is_equal, link.comparison.likeness))
    least = best.comparison.likeness - _MARGIN
    rivals = [
        link
        for link in links
        if link.is_equal == best.is_equal and link.comparison.likeness >= least
    ]
    for speaks_for in (_number_agrees, _recommends):
        preferred = [link for link in rivals if speaks_for(link, units[link.other(position)])]
        rivals = preferred or rivals
    return rivals[0] if len(rivals) == 1 else None


def _number_agrees(link: Link, _: Unit) -> bool:
    return link.numbers_agree


def _recommends(_: Link, other: Unit) -> bool:
    """Whether a unit recommends: a text that holds its words and a conclusion's does too."""
    return FindingKind.RECOMMENDATION.value in other.kinds


def _lists(units: Sequence[Unit], position: int) -> Iterable[str]:
    """The lists that a unit is an entry of; what stands in no list is a list of its own."""
    return units[position].entries or (str(position),)


def _stems(figures: frozenset[str]) -> frozenset[str]:
    return frozenset(figure.rstrip("abcdefgh") for figure in figures)


def _surest_first(link: Link) -> tuple[bool, float, bool, int, int]:
    comparison = link.comparison
    return not link.is_equal, -comparison.likeness, not link.numbers_agree, link.left, link.right
