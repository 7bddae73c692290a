"""What inputs of one kind are made of: good ones, and words that trouble them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeedKind:
    """Inputs of one kind.

    Attributes:
        suffix: Ending of their names.
        inputs: Good inputs.
        words: What such inputs hold or should not hold.
        registers: True for registers, of which a recogniser is made.
        corrections: True for files of corrections.
        packed: True if they hold parts, which are mutated within them.
    """

    suffix: str
    inputs: tuple[bytes, ...]
    words: tuple[bytes, ...] = ()
    registers: bool = False
    corrections: bool = False
    packed: bool = False
