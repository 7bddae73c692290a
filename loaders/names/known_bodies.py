"""What is known beside a document of the bodies that "the Department" and the like mean in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownBodies:
    """Bodies of which one is meant by "the Department", by what is known beside a document.

    Attributes:
        rule: Name of the rule that a mention of it rests on.
        confidence: How sure such a mention is, from 0 to 1.
        keys: Keys of the organisations.
        by_name: True if only one whose own name holds the word is meant: a committee that inquires
            into the Home Office does not call it "the Department" without naming it.
    """

    rule: str
    confidence: float
    keys: tuple[str, ...]
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class BodiesBeside:
    """What is known beside a text of the bodies that "the Department" and the like mean in it.

    Attributes:
        printed: Keys of the organisations of which the source says that the text speaks. Where one
            of them alone is possible, and the text itself has named no other, it is meant.
        hints: What is known from elsewhere, the surest first; asked where neither the document nor
            `printed` tells.
        committee: Name of the committee whose finding it is about, if known. "The Committee" is
            that one, which the finding itself states: no mention is made of it.
    """

    printed: tuple[str, ...] = ()
    hints: tuple[KnownBodies, ...] = ()
    committee: str | None = None


NOTHING_BESIDE = BodiesBeside()
