"""What is read in replies: their parts, and the positions, undertakings and statuses in them.

Nothing here is source text. Every value points into the reply as it was printed: `start` and `end`
are offsets, in code points, into the text of the `Reply` it was derived from.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from graph.records.findings import FindingKind


class ReplyStyle(StrEnum):
    """How a reply is laid out."""

    TREASURY_MINUTE = "treasury-minute"
    DEPARTMENTAL = "departmental"
    PROSE = "prose"


class NumberBasis(StrEnum):
    """How the number of a part is known."""

    LABEL = "label"
    """Printed on a label, as in ``7: PAC recommendation:``; sure."""
    PARAGRAPH = "paragraph"
    """Read off the numbers of its paragraphs, as in ``7.1``. Letters are those of the order in
    which the paragraphs of one number open with a verdict, where several do; else none is given.
    """


@dataclass(frozen=True, slots=True)
class Restatement:
    """The committee's words inside a reply, with their label. Never the government's.

    Attributes:
        kind: What the label calls the restated text; None if the label is cut off before that.
        number: Number on the label, such as ``2a``.
        start: Offset of the label.
        body: Offset of the restated text proper.
        end: Offset just past it.
    """

    kind: FindingKind | None
    number: str | None
    start: int
    body: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The government's own words: one paragraph, with its number.

    Attributes:
        number: Number, such as ``7.1`` or ``39``, misprints such as ``7,1`` mended; None for text
            without one.
        start: Offset of the number.
        body: Offset of the text proper.
        end: Offset just past it.
    """

    number: str | None
    start: int
    body: int
    end: int


@dataclass(frozen=True, slots=True)
class ReplyPart:
    """A part of a reply that answers one recommendation, as far as the reply shows it.

    `restated` and `paragraphs` together cover the part without gap or overlap.

    Attributes:
        number: Number of what it answers, such as ``7`` or ``2a``.
        basis: How the number is known; None if and only if `number` is.
        start: Offset of its first character.
        end: Offset just past its last.
        restated: The committee's words in it.
        paragraphs: The government's words in it.
    """

    number: str | None
    basis: NumberBasis | None
    start: int
    end: int
    restated: tuple[Restatement, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplyShape:
    """A reply taken apart: its parts follow one another and cover the whole text."""

    style: ReplyStyle
    parts: tuple[ReplyPart, ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The government's paragraphs, in order."""
        return tuple(paragraph for part in self.parts for paragraph in part.paragraphs)

    @property
    def restated(self) -> tuple[Restatement, ...]:
        """The committee's words, in order."""
        return tuple(restated for part in self.parts for restated in part.restated)


class Object(StrEnum):
    """What a stance is about. Only the first is a position on the recommendation."""

    RECOMMENDATION = "recommendation"
    CONCLUSION = "conclusion"
    VIEW = "view"
    """A view, as in "agrees that …": weaker than agreement to do what is recommended."""
    ACTION = "action"
    """An act of the respondent's own choice, as in "agrees to publish …"."""


@dataclass(frozen=True, slots=True)
class Stance:
    """Words by which the government accepts or refuses something.

    Attributes:
        concept: Local name in the position scheme, such as ``accepted``.
        object: What is accepted or refused.
        start: Offset of the sentence.
        end: Offset just past it.
        cue_start: Offset of the words that decide.
        cue_end: Offset just past them.
        whole: False if the text breaks off before the sentence ends.
        repeats: Sentences of the same part that say the same again.
    """

    concept: str
    object: Object
    start: int
    end: int
    cue_start: int
    cue_end: int
    whole: bool = True
    repeats: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """When something is to be done.

    Attributes:
        as_written: The words of the source.
        earliest: First day of the interval the words can mean; None if open.
        latest: Last day of it; None if open.
        vague: True if the words have no agreed meaning, as seasons have none.
        kind: Local name in the scheme of dates: ``due``, ``revised`` if it stands in place of
            another time, ``delivered`` if it is when it was done.
    """

    as_written: str
    earliest: date | None
    latest: date | None
    vague: bool = False
    kind: str = "due"


@dataclass(frozen=True, slots=True)
class Commitment:
    """An undertaking with a date.

    Attributes:
        actor: Who undertakes it, as printed; None if the sentence does not say.
        due: By when.
        start: Offset of the sentence.
        end: Offset just past it.
        due_start: Offset of the words of the date.
        due_end: Offset just past them.
        replacement: The words of the date that stands in place of this one, and their offset, if
            the same part of the reply gives one.
    """

    actor: str | None
    due: Due
    start: int
    end: int
    due_start: int
    due_end: int
    replacement: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """Words that say how far what was asked has been carried out.

    Attributes:
        delivery: Local name in the delivery scheme, such as ``in-progress``.
        start: Offset of the sentence.
        end: Offset just past it.
        reached: When it was done, if the sentence says so and it is done.
        reached_start: Offset of the words of that time.
    """

    delivery: str
    start: int
    end: int
    reached: Due | None = None
    reached_start: int | None = None


@dataclass(frozen=True, slots=True)
class Echo:
    """A reply that only repeats the committee's text.

    Attributes:
        likeness: How alike the two are, in per cent.
        cut: True if the reply breaks off before the repeated text ends.
    """

    likeness: float
    cut: bool


@dataclass(frozen=True, slots=True)
class ReadReply:
    """All that was read in the words of one reply.

    Attributes:
        shape: Its parts.
        stances: The stances of each part.
        commitments: The dated undertakings of each part.
        updates: What each part says of how far it has got.
        echo: Set if the reply holds no word of the government.
    """

    shape: ReplyShape
    stances: tuple[tuple[Stance, ...], ...]
    commitments: tuple[tuple[Commitment, ...], ...]
    updates: tuple[tuple[Update, ...], ...]
    echo: Echo | None = None

    @property
    def stance_concepts(self) -> tuple[str, ...]:
        """The distinct positions on what is recommended, in order of appearance."""
        about = (
            stance.concept
            for part in self.stances
            for stance in part
            if stance.object is Object.RECOMMENDATION
        )
        return tuple(dict.fromkeys(about))
