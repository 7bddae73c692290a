"""The findings of a chain: asked when and by whom, answered how, delivered or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.finding_lookup import label_of
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.store.readable_store import ReadableStore

NOT_KNOWN = "not known"
"""What stands for an answer, or for what became of a finding, where nothing is known of it."""

_COMMITTEE = "Committee"
"""Who says so, where the name of the committee is not known."""


@dataclass(frozen=True, slots=True)
class ChainOutcome:
    """A position of the government on a finding, or what somebody says of its delivery.

    Attributes:
        value: The position, or the status of delivery.
        who: Who says so.
        day: When, as exactly as the source gives it; empty if it does not.
        words: The sentence that says so; empty if none is kept.
        source: Web address of the page, or the file it was read from; empty if not known.
    """

    value: str
    who: str
    day: str
    words: str
    source: str

    @property
    def in_words(self) -> str:
        """The value, with who says so, when, and in which words."""
        origin = ", ".join(part for part in (self.who.lower(), self.day) if part)
        text = f"{self.value} ({origin})" if origin else self.value
        return f"{text}: “{' '.join(self.words.split())}”" if self.words else text


@dataclass(frozen=True, slots=True)
class ChainFinding:
    """A finding of a chain.

    Attributes:
        iri: Its IRI.
        name: Its name.
        day: Day of its report, as ISO date; empty if not known.
        committees: The committee that made it.
        source: Where it was read.
        answers: Positions of the government on it, in its own words.
        deliveries: What is said of its delivery, the earliest first.
    """

    iri: str
    name: str
    day: str
    committees: str
    source: str
    answers: tuple[ChainOutcome, ...]
    deliveries: tuple[ChainOutcome, ...]

    @property
    def answer(self) -> str:
        """How it was answered, in words."""
        return _in_words(self.answers)

    @property
    def delivery(self) -> str:
        """What is said of its delivery, in words."""
        return _in_words(self.deliveries)

    @property
    def outcome_sources(self) -> str:
        """Where its answers and what is said of its delivery were read."""
        return _all_of(outcome.source for outcome in (*self.answers, *self.deliveries))


def read_chain_finding(store: ReadableStore, finding: str) -> ChainFinding:
    """What is known of a finding of a chain, given by its IRI."""
    node = ox.NamedNode(finding)
    rows = list(select(store, "repeats/origin", finding=node))
    committees, days, sources = (_all_of(row[place] for row in rows) for place in (1, 2, 3))
    outcomes: dict[str, list[ChainOutcome]] = {"answer": [], "delivery": []}
    for _, aspect, *values in select(store, "repeats/outcomes", finding=node):
        value, who, day, words, source = values
        outcomes[aspect].append(ChainOutcome(value, who, day, words, source))
    return ChainFinding(
        finding,
        label_of(store, finding),
        days,
        committees or _COMMITTEE,
        sources,
        tuple(outcomes["answer"]),
        tuple(outcomes["delivery"]),
    )


def chain_in_words(findings: Sequence[ChainFinding]) -> str:
    """How often a chain asked, from when to when, and how much is known of answers and deeds."""
    total = len(findings)
    days = sorted(finding.day for finding in findings if finding.day)
    dated = f", from {days[0]} to {days[-1]}" if len(days) > 1 else ""
    committees = sorted({finding.committees for finding in findings})
    answered = sum(bool(finding.answers) for finding in findings)
    followed = sum(bool(finding.deliveries) for finding in findings)
    return (
        f"Asked {total:,} times{dated}, by {', '.join(committees)}. The government's position in "
        f"its own words is known for {answered:,} of {total:,}, and something is said of delivery "
        f"for {followed:,} of {total:,}."
    )


def _in_words(outcomes: Sequence[ChainOutcome]) -> str:
    return "; ".join(outcome.in_words for outcome in outcomes) or NOT_KNOWN


def _all_of(values: Iterable[str]) -> str:
    return "; ".join(sorted({value for value in values if value}))
