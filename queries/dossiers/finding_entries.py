"""Findings as a dossier tells them: who said what, when, and where that was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.dossiers.dossier import Statement, Subheading, TextBlock
from queries.dossiers.finding_heads import FindingHead, read_head
from queries.finding_story import NO_ANSWER, has_answer, story_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.readable_store import ReadableStore
    from queries.dossiers.dossier import Block
    from queries.dossiers.footnotes import Footnotes
    from queries.finding_story import StoryLine

_LEFT_OUT = ("page", "report", "its page shows", "quality flag", "made again")
"""How the kinds of statement begin that the heading tells already, or a section of its own."""

_UNDATED = "9999"
"""What findings without a date are sorted by, after all others."""


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding with all that is said of it.

    Attributes:
        head: What the figures count of it.
        story: What is said of it.
    """

    head: FindingHead
    story: tuple[StoryLine, ...]

    @property
    def flags(self) -> list[StoryLine]:
        """The quality flags on it, and on what is said of it."""
        return [line for line in self.story if line.what.startswith("quality flag")]

    @property
    def report_places(self) -> list[str]:
        """Where its report and the day of the report were read."""
        return [place for line in self.story if line.what == "report" for place in line.places]


def read_entries(store: ReadableStore, findings: Iterable[str]) -> list[FindingEntry]:
    """Read findings of a graph, those of the earliest reports first, undated ones last.

    Args:
        store: The graph.
        findings: IRIs of the findings.
    """
    entries = [
        FindingEntry(read_head(store, finding), tuple(story_of(store, finding)))
        for finding in findings
    ]
    return sorted(entries, key=_order)


def _order(entry: FindingEntry) -> tuple[str, str, str]:
    head = entry.head
    return head.issued or _UNDATED, head.report, head.name


def entry_blocks(entry: FindingEntry, footnotes: Footnotes) -> Iterator[Block]:
    """A finding as blocks of a dossier.

    Args:
        entry: The finding.
        footnotes: The sources of the dossier, to which those of the finding are added.
    """
    yield Subheading(entry.head.name)
    report = f"In “{entry.head.report}”" if entry.head.report else "The report is not known"
    dated = f"published on {entry.head.issued}" if entry.head.issued else "the date is not known"
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
