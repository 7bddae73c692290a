"""What a tracker's label says of the government's stance."""

from __future__ import annotations

MEANINGS: dict[str, frozenset[str]] = {
    "accepted": frozenset({"accepted", "already-done"}),
    "accepted in part": frozenset({"accepted-in-part"}),
    "partially accepted": frozenset({"accepted-in-part"}),
    "rejected": frozenset({"rejected"}),
    "not accepted": frozenset({"rejected"}),
    "acknowledged": frozenset({"noted"}),
    "deferred": frozenset({"deferred"}),
    "not addressed": frozenset(),
    "response pending": frozenset({"deferred"}),
}
"""Positions that agree with a label in lower case. A label missing here is never said to differ."""

REFUSALS = frozenset({"rejected", "not accepted"})
"""Labels that claim a refusal."""

PARTIAL = frozenset({"accepted in part", "partially accepted"})
"""Labels that claim acceptance of a part."""

ACCEPTANCES = PARTIAL | {"accepted"}
"""Labels for which it is enough that the reply undertakes something."""

CLAIMS = ACCEPTANCES | REFUSALS
"""Labels that claim a stance."""
