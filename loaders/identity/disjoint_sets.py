"""Sets of things that are joined pair by pair (union-find)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

Member = TypeVar("Member", bound="Hashable")


class DisjointSets(Generic[Member]):
    """Sets of things; each begins in a set of its own."""

    def __init__(self, members: Iterable[Member]) -> None:
        """Begin with one set for each member."""
        self._members = {member: [member] for member in members}
        self._root = {member: member for member in self._members}

    def find(self, member: Member) -> Member:
        """The member that stands for a set."""
        return self._root[member]

    def of(self, member: Member) -> list[Member]:
        """All members of the set that one is in."""
        return self._members[self._root[member]]

    def join(self, left: Member, right: Member) -> bool:
        """Join the sets of two members, the smaller to the larger; False if they are one."""
        first, second = self._root[left], self._root[right]
        if first == second:
            return False
        if len(self._members[first]) < len(self._members[second]):
            first, second = second, first
        moved = self._members.pop(second)
        self._members[first] += moved
        self._root |= dict.fromkeys(moved, first)
        return True

    def join_all(self, members: Iterable[Member]) -> None:
        """Join the sets of all these members."""
        first, *rest = members
        for member in rest:
            self.join(first, member)

    def groups(self) -> list[list[Member]]:
        """Every set."""
        return list(self._members.values())
