"""Findings as a dossier tells them: who said what, when, and where that was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.dossiers.dossier import Statement, Subheading, TextBlock
from queries.finding_story import NO_ANSWER, has_answer, story_of
from queries.selects import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.embedded import Store
    from queries.dossiers.dossier import Block
    from queries.dossiers.footnotes import Footnotes
    from queries.finding_story import StoryLine

_LEFT_OUT = ("page", "report", "its page shows", "quality flag", "made again")
"""How the kinds of statement begin that the heading tells already, or a section of its own."""

_POSITION = "position: "
_NO_POSITION = "none known"
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
        is_shown_with_reply: Whether a source prints a reply beside it.
        is_answered: Whether a part of an answer answers it, by number, words or place.
        is_flagged: Whether it has a quality flag.
        story: What is said of it.
    """

    iri: str
    name: str
    report: str
    issued: str
    is_shown_with_reply: bool
    is_answered: bool
    is_flagged: bool
    story: tuple[StoryLine, ...]

    @property
    def government_position(self) -> str:
        """The position of the government, in small letters; says so if none is known."""
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
        """The quality flags on it, and on what is said of it."""
        return [line for line in self.story if line.what.startswith("quality flag")]

    @property
    def report_places(self) -> list[str]:
        """Where its report and the day of the report were read."""
        return [place for line in self.story if line.what == "report" for place in line.places]


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
    _, name, report, issued, shown, answered, flagged = next(
        select(store, "dossiers/heads", finding=node)
    )
    story = tuple(story_of(store, finding))
    state = (bool(shown), bool(answered), bool(flagged))
    return FindingEntry(finding, name, report, issued, *state, story)


def entry_blocks(entry: FindingEntry, footnotes: Footnotes) -> Iterator[Block]:
    """A finding as blocks of a dossier.

    Args:
        entry: The finding.
        footnotes: The sources of the dossier, to which those of the finding are added.
    """
    yield Subheading(entry.name)
    report = f"In “{entry.report}”" if entry.report else "The report is not known"
    dated = f"published on {entry.issued}" if entry.issued else "the date is not known"
    yield TextBlock(f"{report}; {dated}.", footnotes.numbers_of(entry.report_places))
    for line in entry.story:
        if not line.what.startswith(_LEFT_OUT):
            yield _statement(line, footnotes.numbers_of(line.places))
    if not has_answer(entry.story):
        yield TextBlock(NO_ANSWER)


def _statement(line: StoryLine, notes: tuple[int, ...]) -> Statement:
    dated = f", {line.date}" if line.date else ""
    cut = " …" if line.is_cut else ""
    speaker = f"{line.who.capitalize()}, {line.what}{dated}"
    is_ours = line.who in {"curator", "inference"}
    return Statement(speaker, f"{line.says}{cut}", notes, is_ours=is_ours)
