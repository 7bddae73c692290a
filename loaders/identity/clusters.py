"""Units that are one finding so far, and what keeps them from being one with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.identity.disjoint_sets import DisjointSets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.records.findings import Key
    from loaders.identity.units import Unit


class Clusters:
    """Sets of units, each of which is one finding."""

    def __init__(self, units: Sequence[Unit], apart: frozenset[tuple[int, int]]) -> None:
        """Begin with each unit by itself; those of a pair of `apart` are never one."""
        self._units = units
        self._sets = DisjointSets(range(len(units)))
        self._apart: dict[int, set[int]] = {}
        for left, right in apart:
            self._apart.setdefault(left, set()).add(right)
            self._apart.setdefault(right, set()).add(left)

    def groups(self) -> list[list[int]]:
        """Every set, as positions of its units."""
        return self._sets.groups()

    def report(self, position: int) -> Key | None:
        """The report of the finding that a unit is about; None if no record of it shows one."""
        reports = (self._units[member].report for member in self._sets.of(position))
        return min((report for report in reports if report), default=None)

    def join(self, left: int, right: int, *, by_hand: bool = False) -> bool:
        """Make the findings of two units one; False if they are, or a person keeps them apart."""
        if by_hand and self._kept_apart(left, right):
            return False
        return self._sets.join(left, right)

    def conflict(self, left: int, right: int) -> bool:
        """Whether the findings of two units cannot be one, whatever their words."""
        if self._sets.find(left) == self._sets.find(right):
            return False
        if self._kept_apart(left, right):
            return True
        first, second = self.report(left), self.report(right)
        if first and second and first != second:
            return True
        return any(
            self._units[member].conflicts_with(self._units[other])
            for member in self._sets.of(left)
            for other in self._sets.of(right)
        )

    def are_surely_two(self, left: int, right: int) -> bool:
        """Whether there is nothing to ask a person: they are one, or cannot be."""
        return self._sets.find(left) == self._sets.find(right) or (self.conflict(left, right))

    def _kept_apart(self, left: int, right: int) -> bool:
        """Whether a person says of two units of these findings that they are two."""
        others = set(self._sets.of(right))
        return any(others & self._apart.get(member, set()) for member in self._sets.of(left))
