"""The chain of a finding that was made again: both sentences of each repeat, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from queries.finding_lookup import label_of
from queries.result_tables import Table
from queries.selects import select
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store.readable_store import ReadableStore
    from queries.result_tables import Value

_COLUMNS = (
    *("earlier", "earlier day", "who said so", "earlier sentence", "earlier source"),
    *("later", "later day", "who says so again", "later sentence", "later source"),
    *("because", "likeness", "confidence"),
)
_LAYOUT = TableLayout(
    details=(
        *("likeness", "confidence", "earlier source", "later source"),
        *("who said so", "who says so again"),
    )
)
_COMMITTEE = "Committee"
"""Who says so, where the name of the committee is not known."""


@dataclass(frozen=True, slots=True)
class _Origin:
    """A finding, by whom and when it was made, and where it was read."""

    name: str = ""
    day: str = ""
    who: str = ""
    source: str = ""

    def cells(self, sentence: str) -> tuple[Value, ...]:
        values = (self.name, self.day, self.who, sentence, self.source)
        return tuple(value or None for value in values)


def repeat_chain(store: ReadableStore, finding: str) -> Table:
    """The repeats in the chain of a finding, given by its IRI, the earliest first.

    Returns:
        A row for each repeat, with the sentence that asked before and the one that asks again, each
        with its committee, its day and its source. The caption counts the findings of the chain,
        the repeats of which it is open what they mean, and findings that a person is to judge.
    """
    origins: dict[str, _Origin] = {}
    rows: list[tuple[Value, ...]] = []
    members, open_repeats = {finding}, 0
    for row in select(store, "repeats/chain", finding=ox.NamedNode(finding)):
        _, later, words, earlier, earlier_words, report, reason, rule, likeness, confidence = row
        ends = [each for each in (earlier, later) if each]
        members.update(ends)
        open_repeats += not earlier
        for end in ends:
            origins.setdefault(end, _origin(store, end))
        before = origins.get(earlier, _Origin(f"a finding of {report}" if report else ""))
        because = f"{rule}; open: {reason}" if reason else rule
        shares = (float(share) if share else None for share in (likeness, confidence))
        rows.append((*before.cells(earlier_words), *origins[later].cells(words), because, *shares))
    rows.sort(key=lambda cells: [str(cell or "") for cell in (cells[6], cells[1], *cells)])
    caption = _caption(store, finding, len(members), len(rows), open_repeats)
    return Table(_COLUMNS, tuple(rows), caption, _LAYOUT)


def _origin(store: ReadableStore, finding: str) -> _Origin:
    rows = list(select(store, "repeats/origin", finding=ox.NamedNode(finding)))
    _, committees, days, sources = (_all_of([row[place] for row in rows]) for place in range(4))
    return _Origin(label_of(store, finding), days, committees or _COMMITTEE, sources)


def _all_of(values: Iterable[str]) -> str:
    return "; ".join(sorted({value for value in values if value}))


def _caption(
    store: ReadableStore, finding: str, members: int, repeats: int, open_repeats: int
) -> str:
    if repeats:
        noun = "repeat" if repeats == 1 else "repeats"
        text = f"{repeats:,} {noun} among {members:,} findings"
        text += f"; of {open_repeats:,} it is open which finding is meant." if open_repeats else "."
        text += " How each was answered: joinedup ask made-again"
    else:
        text = (
            f"The graph states no repeat of {label_of(store, finding)}: no earlier or later "
            "finding of another report in it asks for the same, as far as words show."
        )
    others = [
        f"{other.rpartition('/id/')[2]} ({float(likeness):.2f} alike)"
        for _, other, likeness in select(store, "repeats/candidates", finding=ox.NamedNode(finding))
    ]
    if others:
        text += f"\nIt may ask for the same as {', '.join(others)}; a person is to judge: "
        text += "joinedup correct LATER repeat EARLIER is-repeat=yes"
    return text
