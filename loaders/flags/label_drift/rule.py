"""One item, or one answer, with different labels on different records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.quality_flags import FlagEvidence
from loaders.responses.linking.cases import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = True


def check(case: Case) -> Iterator[FlagEvidence]:
    """The label, if another stands beside the same item or answer."""
    label, entry = label_of(case.record), case.record.tracker_entry
    beside_number = entry.label if entry and entry.label else label
    labels = dict.fromkeys((beside_number, *case.labels))
    differing = [printed for printed in labels if printed and printed != label]
    if label and differing:
        listed = ", ".join(f"“{printed}”" for printed in differing)
        explanation = (
            f"This record says “{label}”, elsewhere the same finding or answer is labelled "
            f"{listed}."
        )
        yield FlagEvidence("label", None, None, explanation)
