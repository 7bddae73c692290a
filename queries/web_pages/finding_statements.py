"""What is said of a finding, section by section, and what of it has a date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from queries.web_pages.marked_texts import TextPiece


@dataclass(frozen=True, slots=True)
class PageStatement:
    """What somebody says, as a page shows it.

    Attributes:
        who: Who says so: `committee`, `government`, `tracker`, `curator` or `inference`.
        what: What sort of statement it is.
        date: When, as exactly as its source gives it; empty if it does not.
        speakers: Names of the bodies that say it.
        pieces: The words, whole; none where no sentence is kept.
        is_retold: Whether the words are a retelling of ours, and no quotation.
        is_ours: Whether the words are our own, and no quotation.
        notes: Numbers of the sources in which they stand, from 1.
        thing: IRI of the statement or text.
        earliest: First day of a commitment, as ISO date; empty for all else.
        latest: Last day of a commitment.
        is_replaced: Whether another date took the place of this commitment's.
    """

    who: str
    what: str
    date: str
    speakers: tuple[str, ...]
    pieces: tuple[TextPiece, ...]
    is_retold: bool
    is_ours: bool
    notes: tuple[int, ...]
    thing: str
    earliest: str = ""
    latest: str = ""
    is_replaced: bool = False


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section of the page of a finding.

    Attributes:
        key: A word to link to it.
        heading: Its heading.
        statements: What is said.
        empty: What stands there if nothing is said.
    """

    key: str
    heading: str
    statements: tuple[PageStatement, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """Something of a finding that has a date.

    Attributes:
        day: The date, as exactly as it is known; of a commitment its last day in time.
        what: What it is, in words.
        who: Who says so; empty for the publication of the report.
        anchor: Where on the page it is told; empty if nowhere else.
        is_replaced: Whether another date took the place of this one.
    """

    day: str
    what: str
    who: str = ""
    anchor: str = ""
    is_replaced: bool = False


def events_of(issued: str, sections: Iterable[PageSection]) -> tuple[TimelineEvent, ...]:
    """The publication, and every statement behind the finding's own words that has a date."""
    events = [TimelineEvent(issued, "the report was published")] if issued else []
    for section in sections:
        for number, statement in enumerate(section.statements, 1):
            anchor = f"{section.key}-{number}"
            if statement.date and section.key != "asked":
                events.append(TimelineEvent(statement.date, statement.what, statement.who, anchor))
            if statement.latest:
                what = f"last day in time of a {statement.what}"
                events.append(
                    TimelineEvent(
                        statement.latest, what, statement.who, anchor, statement.is_replaced
                    )
                )
    return tuple(sorted(events, key=lambda event: event.day))
