"""The figures of findings of a subject, each with what it is counted out of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from queries.result_tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from queries.dossiers.finding_heads import FindingHead

_COLUMNS = ("figure", "count", "total", "total of")
NOT_NARROWED = ("", "")
"""What narrows a list of findings to all of them."""


@dataclass(frozen=True, slots=True)
class FindingFigure:
    """How many findings are so.

    Attributes:
        words: What is counted.
        count: How many there are.
        total: What it is counted out of.
        total_of: What that is.
        narrowed: The facet, and its value, by which a list of the findings is narrowed to these;
            empty for all of them.
    """

    words: str
    count: int
    total: int
    total_of: str
    narrowed: tuple[str, str] = NOT_NARROWED


def figures_of(
    heads: Sequence[FindingHead],
    all_findings: int,
    described: str,
    further: Iterable[tuple[str, int, tuple[str, str]]] = (),
) -> tuple[FindingFigure, ...]:
    """How many findings there are, how they were answered, and how many of them are dated.

    Args:
        heads: The findings.
        all_findings: Distinct findings in the graph.
        described: What ties the findings to the subject, such as "findings that concern it".
        further: Further counts of these findings, each with its words and how it is narrowed.
    """
    shown = sum(head.is_shown_with_reply for head in heads)
    answered = sum(head.is_answered for head in heads)
    dated = sum(bool(head.issued) for head in heads)
    flagged = sum(head.is_flagged for head in heads)
    positions = Counter(head.government_position for head in heads)
    counts = [
        *further,
        ("shown with a reply", shown, ("reply", "yes")),
        ("answered, by number, words or place", answered, ("answered", "yes")),
        *(
            (f"position of the government: {position}", count, ("position", position))
            for position, count in sorted(positions.items(), key=lambda pair: (-pair[1], pair[0]))
        ),
        ("with a known date of the report", dated, ("dated", "known")),
        ("with a quality flag", flagged, ("flagged", "yes")),
    ]
    total = len(heads)
    return (
        FindingFigure(described, total, all_findings, "distinct findings in the graph"),
        *(
            FindingFigure(words, count, total, described, narrowed)
            for words, count, narrowed in counts
        ),
    )


def figures_table(figures: Iterable[FindingFigure]) -> Table:
    """Figures as a table."""
    rows = tuple((each.words, each.count, each.total, each.total_of) for each in figures)
    return Table(_COLUMNS, rows, "Each finding is counted once, however often it was read.")
