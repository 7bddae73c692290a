"""The figures of a dossier, each with what it is counted out of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from queries.result_tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from queries.dossiers.finding_heads import FindingHead
    from queries.result_tables import Value

_COLUMNS = ("figure", "count", "total", "total of")


def figures_table(
    heads: Sequence[FindingHead],
    all_findings: int,
    described: str,
    further: Iterable[tuple[str, int]] = (),
) -> Table:
    """How many findings there are, how they were answered, and how many of them are dated.

    Args:
        heads: The findings of the dossier.
        all_findings: Distinct findings in the graph.
        described: What ties the findings to the subject, such as "findings that concern it".
        further: Further counts of these findings, each with its words.
    """
    total = len(heads)
    counts: list[tuple[str, int]] = [
        *further,
        ("shown with a reply", sum(head.is_shown_with_reply for head in heads)),
        ("answered, by number, words or place", sum(head.is_answered for head in heads)),
    ]
    positions = Counter(head.government_position for head in heads)
    counts += [
        (f"position of the government: {position}", count)
        for position, count in sorted(positions.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    counts += [
        ("with a known date of the report", sum(bool(head.issued) for head in heads)),
        ("with a quality flag", sum(head.is_flagged for head in heads)),
    ]
    rows: list[tuple[Value, ...]] = [
        (described, total, all_findings, "distinct findings in the graph")
    ]
    rows += [(words, count, total, described) for words, count in counts]
    return Table(_COLUMNS, tuple(rows), "Each finding is counted once, however often it was read.")
