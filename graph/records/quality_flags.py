"""Doubts about records: integrity flags, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How far a flag should keep a record out of counts."""

    GRAVE = "grave"
    """Counting it would be wrong."""
    DOUBTFUL = "doubtful"
    """Someone should look before it is relied on."""
    SLIGHT = "slight"
    """Worth knowing; counts are not touched."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt about a record, with its evidence.

    Attributes:
        code: Local name in the flag scheme, such as ``echo``.
        severity: How much it matters.
        field: The source text the offsets point into: ``text``, ``reply``, ``title``, ``summary``
            or, for what is printed once on a page, ``label``, ``kind`` or ``number``.
        start: Offset of the evidence in that field; None if the field as a whole is the evidence.
        end: Offset just past it.
        explanation: What is wrong, in a sentence for the reader of the record.
    """

    code: str
    severity: Severity
    field: str
    start: int | None
    end: int | None
    explanation: str
