"""That a finding makes an earlier one again, and what shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RepeatRule(StrEnum):
    """How it is seen that a finding makes another again; the values name concepts of the rules."""

    STATED = "repeat-stated"
    SAME_WORDS = "repeat-same-words"
    ALIKE_WORDS = "repeat-alike-words"
    REWORDED = "repeat-reworded"


CONFIDENCE = {
    RepeatRule.STATED: 0.75,
    RepeatRule.SAME_WORDS: 0.99,
    RepeatRule.ALIKE_WORDS: 0.98,
    RepeatRule.REWORDED: 0.90,
}
"""How often each rule is right. Words that say it: the share of right references in a set of 32
that nobody had looked at. Likeness: no link was wrong among 83 pairs that were not looked at while
the rule was written; the shares are what so few pairs can show."""


@dataclass(frozen=True, slots=True)
class RepeatLink:
    """A finding that makes an earlier one again, or says so.

    Attributes:
        later: IRI of the finding.
        rule: What shows it.
        words: The sentence of the finding, exactly as it stands.
        earlier: IRI of the earlier finding; empty if it is not known which is meant.
        earlier_words: The sentence of that one, exactly as it stands.
        report: IRI of the report that is meant, where it is known and no finding in it is.
        likeness: How alike the requests are, from 0 to 1; None if that did not decide.
        open_because: Why it is not known what is meant; empty if it is.
    """

    later: str
    rule: RepeatRule
    words: str
    earlier: str = ""
    earlier_words: str = ""
    report: str = ""
    likeness: float | None = None
    open_because: str = ""


@dataclass(frozen=True, slots=True)
class RepeatCandidate:
    """Two findings that may ask for the same; a person is to say.

    Attributes:
        findings: IRIs of both, in their order.
        words: The sentence of each that asks.
        likeness: How alike the requests are, from 0 to 1.
    """

    findings: tuple[str, str]
    words: tuple[str, str]
    likeness: float
