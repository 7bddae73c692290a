"""What a tracker's label says of the government's stance, as the scheme of positions has it."""

from __future__ import annotations

from functools import cache

from loaders.responses.linking.cases import Case, label_of
from ontology.namespaces import POSITION

ACCEPTANCES = frozenset({"accepted", "accepted-in-part"})
"""Positions for which it is enough that the reply undertakes something."""

CLAIMS = ACCEPTANCES | {"rejected"}
"""Positions that claim a stance on what is recommended."""


def labelled_position(case: Case) -> str | None:
    """The position that the tracker's label of a case stands for; None if it stands for none."""
    label = label_of(case.record)
    position = _find(label) if label else None
    return None if position == "unknown" else position


@cache
def _find(label: str) -> str | None:
    return POSITION.find(label)


@cache
def agreeing_positions(position: str) -> frozenset[str]:
    """Positions in words that a label of this position fits: itself, and those related to it."""
    return POSITION.related(position) | {position}
