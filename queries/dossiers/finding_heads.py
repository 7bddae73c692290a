"""What the figures count of each finding: its name, report and date, and whether it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store.readable_store import ReadableStore, Term

NO_POSITION = "none known"
"""What stands for the position of the government where none is known."""


@dataclass(frozen=True, slots=True)
class FindingHead:
    """What the figures count of a finding.

    Attributes:
        iri: Its IRI.
        name: What it is called.
        report: Title of its report; empty if not known.
        issued: Day of the report, as ISO date; empty if not known.
        is_shown_with_reply: Whether a source prints a reply beside it.
        is_answered: Whether a part of an answer answers it, by number, words or place.
        is_flagged: Whether it has a quality flag.
        government_position: The position of the government, in small letters; says so if none is
            known.
    """

    iri: str
    name: str
    report: str
    issued: str
    is_shown_with_reply: bool
    is_answered: bool
    is_flagged: bool
    government_position: str


def read_head(store: ReadableStore, finding: str) -> FindingHead:
    """The head of a finding, given by its IRI."""
    return next(_heads(store, finding=ox.NamedNode(finding)))


def read_heads(store: ReadableStore) -> list[FindingHead]:
    """The heads of all findings of a graph."""
    return list(_heads(store))


def _heads(store: ReadableStore, **finding: Term) -> Iterator[FindingHead]:
    positions: dict[str, list[str]] = {}
    for iri, position in select(store, "dossiers/positions", **finding):
        positions.setdefault(iri, []).append(position)
    for iri, name, report, issued, *states in select(store, "dossiers/heads", **finding):
        shown, answered, flagged = map(bool, states)
        stance = " and ".join(positions.get(iri, ())) or NO_POSITION
        yield FindingHead(iri, name, report, issued, shown, answered, flagged, stance)


def is_finding(store: ReadableStore, iri: str) -> bool:
    """Whether the graph has a finding of that IRI."""
    return next(select(store, "dossiers/heads", finding=ox.NamedNode(iri)), None) is not None
