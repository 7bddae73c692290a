"""Gaps as tables and networks, every one with its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.measures.evidence_graph import EvidenceGraph
from queries.measures.gaps import KINDS, MEANINGS, GapFinder
from queries.measures.network_result import NetworkResult
from queries.result_tables import Table
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.connections import Connections
    from queries.measures.gap_records import Gap, Gaps
    from queries.measures.selection import Selection
    from queries.result_tables import Value

_COLUMNS = ("gap", "about", "statement", "finding", "names", "who says so", "sentence", "source")


def gap_result(
    connections: Connections,
    selection: Selection,
    kinds: Sequence[str],
    most: int,
    each: int | None,
) -> NetworkResult:
    """The gaps of some kinds, with the sentences that show them.

    Args:
        connections: Where the sentences are; whether notes say how pairs are judged.
        selection: Which findings count, and which of their names.
        kinds: Keys of `KINDS`; all where empty.
        most: Gaps to show of each kind.
        each: Sentences to show for each gap; all where None.
    """
    finder = GapFinder(connections.reader, selection, method=connections.method)
    graph = EvidenceGraph(connections.label)
    rows: list[tuple[Value, ...]] = []
    notes = []
    for kind in kinds or KINDS:
        gaps = KINDS[kind](finder)
        notes.append(_note(gaps, most))
        for gap in gaps.gaps[:most]:
            rows += _rows(connections, graph, kind, gap, each)
    parameters = {
        "gaps": ", ".join(kinds or KINDS),
        "limit": str(most),
        "sentence-limit": "all" if each is None else str(each),
        **selection.parameters(),
    }
    graph.network.graph.update(parameters=parameters, notes=notes)
    layout = TableLayout(groups=("gap", "about", "statement"), joined="names")
    table = Table(_COLUMNS, tuple(rows), "\n".join(notes), layout)
    return NetworkResult(table, graph.network, parameters)


def _note(gaps: Gaps, most: int) -> str:
    total = len(gaps.gaps)
    shown = f"{min(most, total)} of {total} shown" if total else "none found"
    return f"{gaps.kind} ({MEANINGS[gaps.kind]}): {shown}. {gaps.note}"


def _rows(
    connections: Connections, graph: EvidenceGraph, kind: str, gap: Gap, each: int | None
) -> list[tuple[Value, ...]]:
    """A row for every sentence of a gap; also put into the network."""
    rows: list[tuple[Value, ...]] = []
    for finding, thing in gap.namings:
        if each is not None and len(rows) >= each:
            break
        for shown in connections.sentences(finding, (thing,)):
            graph.add(finding, shown, gaps=kind)
            rows.append(
                (
                    *(kind, ", ".join(gap.about), gap.statement),
                    *(connections.label(finding), connections.label(thing)),
                    *(shown.voice, shown.sentence, shown.source),
                )
            )
    return rows[:each]
