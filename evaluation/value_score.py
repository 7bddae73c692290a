"""Counts of values, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ValueScore:
    """How well the values of one field are read.

    Attributes:
        field: The field.
        gold: Values in the gold file.
        retrieved: Values that were read where the gold file judges.
        right: Values that were read as the gold file has them.
    """

    field: str
    gold: int
    retrieved: int
    right: int

    @property
    def precision(self) -> float | None:
        """Right values among those read; None if none was read."""
        return self.right / self.retrieved if self.retrieved else None

    @property
    def recall(self) -> float | None:
        """Right values among those of the gold file; None if it has none."""
        return self.right / self.gold if self.gold else None
