"""The chain of a finding that was made again: both sentences of each repeat, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.chain_findings import chain_in_words, read_chain_finding
from queries.finding_lookup import label_of
from queries.result_tables import Table
from queries.selects import select
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore
    from queries.chain_findings import ChainFinding
    from queries.result_tables import Value

_COLUMNS = (
    *("earlier", "earlier day", "who said so", "earlier sentence", "earlier source"),
    *("earlier answer", "earlier delivery", "earlier outcome source"),
    *("later", "later day", "who says so again", "later sentence", "later source"),
    *("later answer", "later delivery", "later outcome source"),
    *("because", "likeness", "confidence"),
)
_LAYOUT = TableLayout(
    details=(
        *("likeness", "confidence", "earlier source", "later source"),
        *("earlier outcome source", "later outcome source"),
        *("who said so", "who says so again"),
    )
)


def repeat_chain(store: ReadableStore, finding: str) -> Table:
    """The repeats in the chain of a finding, given by its IRI, the earliest first.

    Returns:
        A row for each repeat, with the sentence that asked before and the one that asks again, each
        with its committee, its day and its source, how it was answered in the government's own
        words, and what is said of its delivery. The caption counts the findings of the chain,
        the repeats of which it is open what they mean, and findings that a person is to judge.
    """
    chain: dict[str, ChainFinding] = {}
    rows: list[tuple[Value, ...]] = []
    members, open_repeats = {finding}, 0
    for row in select(store, "repeats/chain", finding=ox.NamedNode(finding)):
        _, later, words, earlier, earlier_words, report, reason, rule, likeness, confidence = row
        ends = [each for each in (earlier, later) if each]
        members.update(ends)
        open_repeats += not earlier
        for end in ends:
            if end not in chain:
                chain[end] = read_chain_finding(store, end)
        before = _cells(chain[earlier], earlier_words) if earlier else _unknown(report)
        because = f"{rule}; open: {reason}" if reason else rule
        shares = (float(share) if share else None for share in (likeness, confidence))
        rows.append((*before, *_cells(chain[later], words), because, *shares))
    day, later_day = _COLUMNS.index("earlier day"), _COLUMNS.index("later day")
    rows.sort(
        key=lambda cells: [str(cell or "") for cell in (cells[later_day], cells[day], *cells)]
    )
    caption = _caption(store, finding, len(members), len(rows), open_repeats)
    if len(chain) > 1:
        caption = f"{chain_in_words(list(chain.values()))} {caption}"
    return Table(_COLUMNS, tuple(rows), caption, _LAYOUT)


def _cells(finding: ChainFinding, sentence: str) -> tuple[Value, ...]:
    return (
        *(finding.name, finding.day or None, finding.committees, sentence, finding.source or None),
        *(finding.answer, finding.delivery, finding.outcome_sources or None),
    )


def _unknown(report: str) -> tuple[Value, ...]:
    """What stands for an earlier finding of which at most the report is known."""
    name = f"a finding of {report}" if report else None
    return (name, *[None] * (_COLUMNS.index("later") - 1))


def _caption(
    store: ReadableStore, finding: str, members: int, repeats: int, open_repeats: int
) -> str:
    if repeats:
        noun = "repeat" if repeats == 1 else "repeats"
        text = f"{repeats:,} {noun} among {members:,} findings"
        text += f"; of {open_repeats:,} it is open which finding is meant." if open_repeats else "."
    else:
        text = (
            f"The graph states no repeat of {label_of(store, finding)}: no earlier or later "
            "finding of another report in it asks for the same, as far as words show."
        )
    others = [
        f"{candidate.rpartition('/id/')[2]} ({float(likeness):.2f} alike)"
        for _, candidate, likeness in select(
            store, "repeats/candidates", finding=ox.NamedNode(finding)
        )
    ]
    if others:
        text += f"\nIt may ask for the same as {', '.join(others)}; a person is to judge: "
        text += "joinedup correct LATER repeat EARLIER is-repeat=yes"
    return text
