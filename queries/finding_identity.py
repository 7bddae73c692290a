"""Why records are said to be about one finding, and which findings may be one.

Nothing is compared here: what the build decided and stated is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.selects import select

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore


@dataclass(frozen=True, slots=True)
class SourceOfFinding:
    """A source record that is about a finding.

    Attributes:
        source: What its source is called.
        page: Its web address; empty if it shows none.
    """

    source: str
    page: str


@dataclass(frozen=True, slots=True)
class IdentityExplanation:
    """Why some records are said to be about one finding.

    Attributes:
        rule: The rule, in words.
        likeness: How alike their words are, in per cent; None where words did not decide.
        names: The identifiers that the finding has by these records alone.
        records: How many records they are.
    """

    rule: str
    likeness: float | None
    names: tuple[str, ...]
    records: int


@dataclass(frozen=True, slots=True)
class PossibleFinding:
    """One of two findings that may be one.

    Attributes:
        key: Its identifier, by which a correction names it.
        label: Its name for people.
        words: Its words, as one source gives them; empty if none does.
    """

    key: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class FindingCandidate:
    """Two findings that may be one.

    Attributes:
        findings: Both.
        rule: What speaks for it, in words.
        likeness: How alike their words are, in per cent; None where one has no words.
    """

    findings: tuple[PossibleFinding, PossibleFinding]
    rule: str
    likeness: float | None


def sources_of(store: ReadableStore, finding: str) -> list[SourceOfFinding]:
    """The source records that are about a finding, given by its IRI."""
    rows = select(store, "identity/sources", finding=ox.NamedNode(finding))
    return [SourceOfFinding(source, page) for _, _, source, page in rows]


def explain_identity(store: ReadableStore, finding: str) -> list[IdentityExplanation]:
    """Why the records of a finding, given by its IRI, are said to be about it."""
    names: dict[tuple[str, str, str, str], list[str]] = {}
    rows = select(store, "identity/decisions", finding=ox.NamedNode(finding))
    for _, decision, rule, likeness, name, records in rows:
        names.setdefault((decision, rule, likeness, records), []).append(name)
    return [
        IdentityExplanation(rule, _per_cent(likeness), tuple(names_of), int(records))
        for (_, rule, likeness, records), names_of in names.items()
    ]


def list_finding_candidates(store: ReadableStore) -> list[FindingCandidate]:
    """Pairs of findings that may be one, the likest first."""
    return [
        FindingCandidate(
            (_possible(store, first, first_label), _possible(store, second, second_label)),
            rule,
            _per_cent(likeness),
        )
        for _, rule, likeness, first, first_label, second, second_label in select(
            store, "identity/candidates"
        )
    ]


def _possible(store: ReadableStore, finding: str, label: str) -> PossibleFinding:
    rows = select(store, "identity/words", finding=ox.NamedNode(finding))
    words = next((words for _, _, words in rows), "")
    return PossibleFinding(finding.rpartition("/")[2], label, " ".join(words.split()))


def _per_cent(likeness: str) -> float | None:
    return float(likeness) * 100 if likeness else None
