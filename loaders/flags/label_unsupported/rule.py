"""A tracker's label that claims a stance which no words of the reply state or bear out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.quality_flags import FlagEvidence
from loaders.flags.evidence.labels import ACCEPTANCES, CLAIMS, labelled_position
from loaders.flags.evidence.text_ends import enough_is_shown
from loaders.responses.commitments.undertakings_in_text import undertakes
from loaders.responses.linking.cases import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = False


def check(case: Case) -> Iterator[FlagEvidence]:
    """The label, where the whole reply neither accepts nor refuses nor undertakes anything."""
    position = labelled_position(case)
    if case.read_reply is None or position not in CLAIMS or any(case.read_reply.stances):
        return
    if case.read_reply.echo or (enough_is_shown(case) and not _borne_out(case, position)):
        explanation = (
            f"The label is “{label_of(case.record)}”; the reply neither accepts nor rejects, and "
            f"commits to nothing."
        )
        yield FlagEvidence("label", None, None, explanation)


def _borne_out(case: Case, position: str | None) -> bool:
    """Whether an acceptance is carried out in deeds, though no word states it."""
    if position not in ACCEPTANCES or case.read_reply is None or case.record.reply is None:
        return False
    return any(case.read_reply.commitments) or undertakes(
        case.record.reply.text.text, case.read_reply
    )
