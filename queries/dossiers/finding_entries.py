"""Findings as a dossier tells them: who said what, when, and where that was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.dossiers.dossier import DossierSource, Statement, Subheading, TextBlock
from queries.finding_story import NO_ANSWER, has_answer, story_of
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.embedded import Store
    from queries.dossiers.dossier import Block
    from queries.finding_story import StoryLine

_LEFT_OUT = ("page", "report", "its page shows", "quality flag", "made again")
"""How the kinds of statement begin that the heading tells already, or a section of its own."""

_POSITION = "position: "
_NO_POSITION = "none stated"
_UNDATED = "9999"
"""What findings without a date are sorted by, after all others."""


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding with all that is said of it.

    Attributes:
        iri: Its IRI.
        name: What it is called.
        report: Title of its report; empty if not known.
        issued: Day of the report, as ISO date; empty if not known.
        story: What is said of it.
        sources: Where that was read.
    """

    iri: str
    name: str
    report: str
    issued: str
    story: tuple[StoryLine, ...]
    sources: tuple[DossierSource, ...]

    @property
    def is_answered(self) -> bool:
        """Whether the graph holds an answer to it."""
        return has_answer(list(self.story))

    @property
    def government_position(self) -> str:
        """The position in the government's own words; says so if there is none."""
        positions = sorted(
            {
                line.what.removeprefix(_POSITION).lower()
                for line in self.story
                if line.who == "government" and line.what.startswith(_POSITION)
            }
        )
        return " and ".join(positions) or _NO_POSITION

    @property
    def flags(self) -> list[StoryLine]:
        """The quality flags on it."""
        return [line for line in self.story if line.what.startswith("quality flag")]


def read_entries(store: Store, findings: Iterable[str]) -> list[FindingEntry]:
    """Read findings of a graph, those of the earliest reports first, undated ones last.

    Args:
        store: The graph.
        findings: IRIs of the findings.
    """
    entries = [_read_entry(store, finding) for finding in findings]
    return sorted(entries, key=lambda entry: (entry.issued or _UNDATED, entry.report, entry.name))


def _read_entry(store: Store, finding: str) -> FindingEntry:
    node = ox.NamedNode(finding)
    _, name, report, issued = next(select(store, "dossiers/heads", finding=node), ("", "", "", ""))
    places = select(store, "dossiers/sources", finding=node)
    sources = dict.fromkeys(DossierSource(*place) for _, *place in places)
    story = tuple(story_of(store, finding))
    return FindingEntry(finding, name or finding, report, issued, story, tuple(sources))


def entry_blocks(entry: FindingEntry, notes: tuple[int, ...]) -> Iterator[Block]:
    """A finding as blocks of a dossier.

    Args:
        entry: The finding.
        notes: Numbers of its sources.
    """
    yield Subheading(entry.name)
    report = f"In “{entry.report}”" if entry.report else "The report is not known"
    dated = f"published on {entry.issued}" if entry.issued else "the date is not known"
    yield TextBlock(f"{report}; {dated}.", notes)
    for line in entry.story:
        if not line.what.startswith(_LEFT_OUT):
            is_ours = line.who in {"curator", "inference"}
            dated = f", {line.date}" if line.date else ""
            cut = " …" if line.is_cut else ""
            speaker = f"{line.who.capitalize()}, {line.what}{dated}"
            yield Statement(speaker, f"{line.says}{cut}", notes, is_ours=is_ours)
    if not entry.is_answered:
        yield TextBlock(NO_ANSWER)
