"""When records are about one finding: what was decided, how, and what is left to a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.records.findings import Key


class IdentityRule(StrEnum):
    """Why records are taken to be about one finding, or why they may be; surest first.

    The values are names of concepts in the scheme of rules.
    """

    HAND_CORRECTION = "hand-correction"
    SAME_PAGE = "same-page"
    SAME_NUMBER = "same-number"
    SAME_WORDS = "same-words"
    CONTAINED_WORDS = "contained-words"
    ALIKE_WORDS = "alike-words"
    SEVERAL_ALIKE = "several-alike"
    NUMBER_WITH_OTHER_WORDS = "number-with-other-words"


RecordId = tuple[str, str]
"""A source record: the name of its source, and the digest of its characters."""


@dataclass(frozen=True, slots=True)
class IdentityDecision:
    """That two keys, or several records with one key, are about one finding.

    Attributes:
        finding: Key of the finding.
        keys: The keys by which the records know it: one or two.
        rule: Why.
        likeness: How alike their words are, from 0 to 100; None if words did not decide.
        records: The records.
    """

    finding: Key
    keys: tuple[Key, ...]
    rule: IdentityRule
    likeness: float | None
    records: tuple[RecordId, ...]


@dataclass(frozen=True, slots=True)
class IdentityCandidate:
    """Two findings that may be one; a person is to say.

    Attributes:
        findings: Their keys.
        rule: What speaks for it, or why it is not sure.
        likeness: How alike their words are, from 0 to 100; None if one has no words.
    """

    findings: tuple[Key, Key]
    rule: IdentityRule
    likeness: float | None
