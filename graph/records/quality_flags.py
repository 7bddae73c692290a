"""Quality flags: what rules find amiss in a record, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FlagEvidence:
    """Where a rule found something amiss, and what.

    Attributes:
        field: The source text the offsets point into: ``text``, ``reply``, ``title``, ``summary``
            or, for what is printed once on a page, ``label``, ``kind`` or ``number``.
        start: Offset of the evidence in that field; None if the field as a whole is the evidence.
        end: Offset just past it.
        explanation: What is wrong, in a sentence for the reader of the record.
    """

    field: str
    start: int | None
    end: int | None
    explanation: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A quality flag on a record; how much it matters is for the scheme of flags to say.

    Attributes:
        code: Local name in the flag scheme, such as ``echo``.
        evidence: Where it shows.
    """

    code: str
    evidence: FlagEvidence
