"""What the name recogniser derives from a text: who is named where, why, and what was read of it.

Everything here is inference of our own, never a source's claim. Offsets are code points of the
original text, so that ``text[mention.start : mention.end]`` is the quotation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

EntityKey = tuple[str, str]
"""Kind and key: ``("organisation", "ministry-of-justice")``, ``("initiative", "bold")`` or, for
what no register holds yet, ``("candidate", "civil-auto-file-share")``."""

Span = tuple[int, int]
"""Start and end offset in the original text."""

DocumentSpan = tuple[int, int, int]
"""A span in one of the texts of a document: number of the text from 0, start and end."""


def parse_entity(text: str) -> EntityKey:
    """What ``organisation/ofsted`` or ``initiative/bold`` names, as files write it.

    Raises:
        ValueError: If the text is of another form.
    """
    kind, _, key = text.partition("/")
    if kind not in {"organisation", "initiative"} or not key:
        raise ValueError(f"{text!r} is not of the form organisation/key or initiative/key")
    return (kind, key)


class Mention(NamedTuple):
    """One name in one text.

    A named tuple, not a dataclass: a build makes millions, and these are made three times as fast.

    Attributes:
        start: Offset of its first character in the original text.
        end: Offset just past its last character.
        entity: What it names.
        rule: Local name in the rule scheme, such as ``register-abbreviation``.
        confidence: From 0 to 1, as the rule sets it.
        pattern: The registered spelling, or the words of the rule, that matched.
        role: Part the initiative plays in the argument: a local name in the role scheme.
        cue: Where the words stand that show the role.
        alternatives: Other entities the name could have stood for.
        nested: True if it stands inside a longer mention.
        basis: Where in the document the definition or antecedent stands that it rests on.
        in_noise: True if it stands in extraction noise, such as a footnote: it is then in the
            source, but no part of the argument.
        provision: Where the section, clause or other part of a law stands that is cited with it.
    """

    start: int
    end: int
    entity: EntityKey
    rule: str
    confidence: float
    pattern: str
    role: str | None = None
    cue: Span | None = None
    alternatives: tuple[EntityKey, ...] = ()
    nested: bool = False
    basis: DocumentSpan | None = None
    in_noise: bool = False
    provision: Span | None = None


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A name that could stand for several entities, none of them clear; linked to none.

    Attributes:
        start: Offset of its first character in the original text.
        end: Offset just past its last character.
        entities: What it could stand for, in order of their keys.
        pattern: The registered spelling that matched.
        reason: Why it is unclear, in a few words for people.
    """

    start: int
    end: int
    entities: tuple[EntityKey, ...]
    pattern: str
    reason: str


@dataclass(frozen=True, slots=True)
class SimilarName:
    """A registered name that looks like a candidate's.

    Attributes:
        entity: What is registered.
        name: Its registered spelling.
        score: Likeness from 0 to 100.
    """

    entity: EntityKey
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body or initiative that a text names and no register holds.

    Attributes:
        key: Made from its name; the second part of its `EntityKey`.
        name: As the text has it.
        kind: ``organisation`` or ``initiative``, where its words tell; otherwise None.
        abbreviation: As the text defines it, if it does.
        similar: Registered names like it, the likest first.
    """

    key: str
    name: str
    kind: str | None = None
    abbreviation: str | None = None
    similar: tuple[SimilarName, ...] = ()

    @property
    def entity(self) -> EntityKey:
        """What mentions of it point to."""
        return ("candidate", self.key)


@dataclass(frozen=True, slots=True)
class StatedRelation:
    """A relation between two named entities that a sentence states.

    Attributes:
        subject: The one the relation is said of.
        name: Local name of the relation, such as ``lead`` or ``part-of``.
        object: The one it leads to.
        start: Offset of the sentence in the original text.
        end: Offset just past it.
        cue: Where the words stand that state it.
        agrees: Whether a register says the same; None where it is silent.
    """

    subject: EntityKey
    name: str
    object: EntityKey
    start: int
    end: int
    cue: Span
    agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class RecognisedNames:
    """All that was read from one text.

    Attributes:
        mentions: In the order of the text; a longer mention before those nested in it.
        ambiguous: Names linked to nothing because several entities share them.
        candidates: What is named here and stands in no register.
        relations: Relations stated here.
        unresolved: Expressions such as "the Department" without one clear antecedent.
    """

    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[Ambiguity, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    relations: tuple[StatedRelation, ...] = ()
    unresolved: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction and whose it is.

    Attributes:
        correction_type: What it does, such as ``same-as``.
        author: Who made it.
        day: When.
        reason: Why.
        name: Words it is about.
        candidate: Key of the candidate it is about.
        entity: Entity it is about.
        merged_into: Entity that `entity` is merged into.
        kind: Kind of an accepted candidate.
        finding: Last part of the IRI of the finding that it is about.
        other_finding: The same of the finding that it is, or is not, one with.
        flag: The flag that is dismissed.
    """

    correction_type: str
    author: str
    day: date
    reason: str
    name: str = ""
    candidate: str = ""
    entity: EntityKey | None = None
    merged_into: EntityKey | None = None
    kind: str = ""
    finding: str = ""
    other_finding: str = ""
    flag: str = ""
