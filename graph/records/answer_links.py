"""What parts of replies answer, and the distinct answers they make up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.records.findings import Finding, Key, Reply
    from graph.records.replies import Commitment, ReplyPart, Stance, Update
    from graph.records.response_documents import ItemKey


class AnswerRelation(StrEnum):
    """How a part of a reply stands to a finding."""

    ANSWERS = "answers"
    SHOWN_WITH = "shown-with"


class AlignmentBasis(StrEnum):
    """What an alignment rests on, surest first."""

    RESTATED_TEXT = "restated-text"
    STATED_NUMBER = "stated-number"
    SIMILARITY = "similarity"
    PLACEMENT = "placement"
    """Nothing but the place in which the source shows it."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """A part of a reply tied to a finding.

    Attributes:
        reply: Key of the finding with which the source shows the reply.
        part: Index of the part in the reply.
        finding: Key of the finding it is tied to; None if that finding is not at hand, as when
            only the number of a recommendation and its restated words are known.
        number: Number the part states.
        relation: Whether it answers the finding or only stands beside it.
        basis: What this rests on.
        confidence: From 0 to 1; what each basis is worth is stated in
            `loaders.responses.linking.answer_links`.
    """

    reply: Key
    part: int
    finding: Key | None
    number: str | None
    relation: AnswerRelation
    basis: AlignmentBasis
    confidence: float


@dataclass(frozen=True, slots=True)
class AnswerLink:
    """A part of an answer tied to the finding it answers.

    Attributes:
        finding: Key of the finding.
        basis: What this rests on.
        confidence: From 0 to 1.
    """

    finding: Key
    basis: AlignmentBasis
    confidence: float


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """A part of a distinct answer: one, however often it is printed.

    Attributes:
        part: The part as its fullest copy has it.
        stances: The stances in it.
        commitments: The dated undertakings in it.
        updates: What it says of how far it has got.
        ties: What it answers.
        unseen: The recommendation it answers, where no source at hand shows that one; it is then
            among the ties.
        item: The item of a response document that this part is; all that was read in it is stated
            of the item.
    """

    part: ReplyPart
    stances: tuple[Stance, ...]
    commitments: tuple[Commitment, ...]
    updates: tuple[Update, ...]
    ties: tuple[AnswerLink, ...]
    unseen: Finding | None = None
    item: ItemKey | None = None


@dataclass(frozen=True, slots=True)
class DistinctAnswer:
    """One answer of the government, however often it is printed.

    Attributes:
        digest: What identifies it.
        fullest: Its fullest copy.
        copies: All copies, the fullest included, each with the finding it is shown with.
        parts: Its parts, read in the fullest copy.
        retold: True if its fullest copy stands in a retelling of ours.
    """

    digest: str
    fullest: Reply
    copies: tuple[Reply, ...]
    parts: tuple[AnswerPart, ...]
    retold: bool = False
