"""A tracker's label that says another thing than the government's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.records.quality_flags import FlagEvidence
from graph.records.replies import Object
from loaders.flags.evidence.labels import (
    ACCEPTANCES,
    CLAIMS,
    agreeing_positions,
    labelled_position,
)
from loaders.flags.evidence.text_ends import SUBSTANTIAL
from loaders.responses.linking.cases import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.records.replies import ReadReply, Stance
    from loaders.responses.linking.cases import Case

BESIDE_OTHERS = False


def check(case: Case) -> Iterator[FlagEvidence]:
    """The words that the label does not fit, or the label if there are only too many words."""
    label, position = label_of(case.record), labelled_position(case)
    if case.read_reply is None or position is None or case.record.reply is None:
        return
    stances = [item for part in case.read_reply.stances for item in part]
    about = [item for item in stances if item.object is Object.RECOMMENDATION]
    if about:
        may_go_on = not about[0].whole and position in ACCEPTANCES
        if not _agrees(position, case.read_reply) and not may_go_on:
            yield _evidence(about[0], f"The label is “{label}”; the reply says {_words(about)}.")
    elif position not in CLAIMS and stances and stances[0].concept == "accepted":
        explanation = f"The label is “{label}”; the reply agrees with one point only."
        yield _evidence(stances[0], explanation)
    elif position == "not-addressed" and not stances and _is_substantial(case):
        length = len(case.record.reply.text.text)
        explanation = f"The label is “{label}”; the reply has {length} characters."
        yield FlagEvidence("label", None, None, explanation)


def _agrees(position: str, read: ReadReply) -> bool:
    """Whether the position of a label fits the positions in the words."""
    stances = set(read.stance_concepts)
    if position == "accepted-in-part" and {"accepted", "rejected"} <= stances:
        return True
    fits = bool(stances & agreeing_positions(position))
    return fits and not (position == "accepted" and "rejected" in stances)


def _words(stances: list[Stance]) -> str:
    return " and ".join(dict.fromkeys(item.concept.replace("-", " ") for item in stances))


def _evidence(stance: Stance, explanation: str) -> FlagEvidence:
    return FlagEvidence("reply", stance.start, stance.end, explanation)


def _is_substantial(case: Case) -> bool:
    """Whether a reply is long enough that it can hardly be said not to address the finding."""
    answers = (
        case.read_reply is not None
        and case.read_reply.shape.paragraphs
        and not case.read_reply.echo
    )
    return bool(answers and case.record.reply and len(case.record.reply.text.text) > SUBSTANTIAL)
