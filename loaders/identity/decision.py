"""Decides which records are about one finding, and says why.

In this order: records with one key are one; within a report, findings with the same words are one,
numbers only breaking ties; where the report of one is not known, its words and its committee have
to single out one finding. Two entries of one list are never one. Everything is sorted before it is
decided, so the order in which records were read has no part in what comes out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.finding_identity import IdentityCandidate, IdentityDecision, IdentityRule
from loaders.identity.clusters import Clusters
from loaders.identity.likeness import SURE_ALONE, SURE_IN_REPORT
from loaders.identity.links import Link, WordLinker, choose_sure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.records.finding_identity import RecordId
    from graph.records.findings import Key
    from loaders.identity.units import Unit

_CANDIDATES = 3
"""Candidates that are kept for one finding, the likeliest."""

Pair = tuple[int, int]
"""Positions of two units, the lesser first."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided of some units.

    Attributes:
        keys: The key of the finding that each unit is about, by the key of the unit.
        decisions: Why records are about one finding.
        candidates: Findings that may be one.
    """

    keys: dict[Key, Key]
    decisions: tuple[IdentityDecision, ...]
    candidates: tuple[IdentityCandidate, ...]


def decide(units: Sequence[Unit], same: Iterable[Pair] = (), apart: Iterable[Pair] = ()) -> Decided:
    """Decide which units are about one finding.

    Args:
        units: The units, in the order of their keys.
        same: Units that are one because a person says so.
        apart: Units that are two because a person says so.
    """
    return _Decision(units, frozenset(apart)).decided(sorted(same))


class _Decision:
    def __init__(self, units: Sequence[Unit], apart: frozenset[Pair]) -> None:
        self._units = units
        self._apart = apart
        self._clusters = Clusters(units, apart)
        self._linker = WordLinker(units)
        self._joined: list[tuple[int, int, IdentityRule, float | None]] = []
        self._unsure: list[tuple[Link, IdentityRule]] = []

    def decided(self, same: Iterable[Pair]) -> Decided:
        for left, right in same:
            if self._clusters.join(left, right, by_hand=True):
                self._joined.append((left, right, IdentityRule.HAND_CORRECTION, None))
        for among in self._by_report():
            self._join(*choose_sure(self._kept(among, among, SURE_IN_REPORT), self._units))
        self._join_without_report()
        keys = {
            self._units[position].key: min(self._units[each].rank for each in group)[-1]
            for group in self._clusters.groups()
            for position in group
        }
        return Decided(keys, tuple(self._decisions(keys)), tuple(self._candidates(keys)))

    def _by_report(self) -> Iterator[list[int]]:
        groups: defaultdict[Key, list[int]] = defaultdict(list)
        for position, unit in enumerate(self._units):
            if unit.report and unit.words:
                groups[unit.report].append(position)
        yield from (groups[report] for report in sorted(groups))

    def _join_without_report(self) -> None:
        """Join units whose report is not known to the only finding that has their words."""
        among = [position for position, unit in enumerate(self._units) if unit.words]
        wanted = [position for position in among if self._clusters.report(position) is None]
        links = self._kept(among, wanted, SURE_ALONE) if wanted else []
        reports: defaultdict[int, set[Key]] = defaultdict(set)
        for link in links:
            for position in link.ends:
                report = self._clusters.report(link.other(position))
                if link.is_sure and report:
                    reports[position].add(report)
        in_one: list[Link] = []
        in_several: list[Link] = []
        for link in links:
            (in_one if all(len(reports[end]) <= 1 for end in link.ends) else in_several).append(
                link
            )
        self._join(*choose_sure(in_one, self._units))
        self._unsure += [(link, IdentityRule.SEVERAL_ALIKE) for link in in_several if link.is_sure]

    def _kept(self, among: Sequence[int], wanted: Sequence[int], least: float) -> list[Link]:
        """The links of units, those that are not sure set aside as candidates."""
        links = list(self._linker.links(among, wanted, least))
        self._unsure += [(link, IdentityRule.ALIKE_WORDS) for link in links if not link.is_sure]
        return links

    def _join(self, chosen: Iterable[Link], rivalled: Iterable[Link]) -> None:
        self._unsure += [(link, IdentityRule.SEVERAL_ALIKE) for link in rivalled]
        for link in chosen:
            rule = link.comparison.rule or IdentityRule.ALIKE_WORDS
            if self._clusters.conflict(link.left, link.right):
                self._unsure.append((link, IdentityRule.SEVERAL_ALIKE))
            elif self._clusters.join(link.left, link.right):
                self._joined.append((link.left, link.right, rule, link.comparison.likeness))

    def _decisions(self, keys: dict[Key, Key]) -> Iterator[IdentityDecision]:
        for unit in self._units:
            records = _records(unit)
            if len(records) > 1:
                rule = unit.key_rule
                yield IdentityDecision(keys[unit.key], (unit.key,), rule, None, records)
        for left, right, rule, likeness in self._joined:
            both = self._units[left], self._units[right]
            records = tuple(sorted({record for unit in both for record in _records(unit)}))
            pair = tuple(sorted(unit.key for unit in both))
            yield IdentityDecision(keys[both[0].key], pair, rule, likeness, records)

    def _candidates(self, keys: dict[Key, Key]) -> Iterator[IdentityCandidate]:
        """Pairs of findings that may be one, the likeliest of each finding."""
        listed: dict[tuple[Key, Key], tuple[float, IdentityRule]] = {}
        for link, rule in self._unsure:
            if not self._clusters.are_surely_two(link.left, link.right):
                pair = self._findings(keys, link.left, link.right)
                listed[pair] = max(listed.get(pair, (0.0, rule)), (link.comparison.likeness, rule))
        listed_for: defaultdict[Key, int] = defaultdict(int)
        for pair, (likeness, rule) in sorted(listed.items(), key=lambda item: (-item[1][0], item)):
            if max(listed_for[key] for key in pair) < _CANDIDATES:
                yield IdentityCandidate(pair, rule, likeness)
                for key in pair:
                    listed_for[key] += 1
        yield from self._same_number(keys, set(listed))

    def _same_number(
        self, keys: dict[Key, Key], listed: set[tuple[Key, Key]]
    ) -> Iterator[IdentityCandidate]:
        positions = {unit.key: position for position, unit in enumerate(self._units)}
        pairs = {
            self._findings(keys, position, positions[other])
            for position, unit in enumerate(self._units)
            for other in unit.other_words
            if not self._is_apart(position, positions[other])
        }
        for left, right in sorted(pairs - listed):
            if left != right:
                rule = IdentityRule.NUMBER_WITH_OTHER_WORDS
                yield IdentityCandidate((left, right), rule, None)

    def _is_apart(self, left: int, right: int) -> bool:
        return (min(left, right), max(left, right)) in self._apart

    def _findings(self, keys: dict[Key, Key], left: int, right: int) -> tuple[Key, Key]:
        first, second = sorted((keys[self._units[left].key], keys[self._units[right].key]))
        return first, second


def _records(unit: Unit) -> tuple[RecordId, ...]:
    return tuple(sorted({record for record, _ in unit.names}))
