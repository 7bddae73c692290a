"""What a search for gaps gives: gaps of one kind, each with the namings that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Naming = tuple[str, str]
"""A finding and a thing it names."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap.

    Attributes:
        about: Names of the things it is about.
        statement: What is missing, with figures.
        weight: What the gaps of a kind are ordered by, the greatest first.
        namings: Findings and things whose sentences show it.
    """

    about: tuple[str, ...]
    statement: str
    weight: float
    namings: tuple[Naming, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of one kind.

    Attributes:
        kind: Word for the kind, a key of `KINDS`.
        gaps: The gaps, the most important first.
        note: What was looked at, and what may not be concluded.
    """

    kind: str
    gaps: tuple[Gap, ...]
    note: str


def namings_of(findings: Iterable[str], thing: str) -> tuple[Naming, ...]:
    """One thing as each of some findings names it."""
    return tuple((finding, thing) for finding in findings)


def sorted_gaps(kind: str, gaps: Iterable[Gap], note: str) -> Gaps:
    """The gaps of one kind, the most important first; those of equal weight by name."""
    return Gaps(kind, tuple(sorted(gaps, key=lambda gap: (-gap.weight, gap.about))), note)
