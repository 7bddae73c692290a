"""Change: the same measures for one period after another, with what appeared and vanished."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import networkx as nx

from graph.errors import UsageError
from queries.measures.network_analysis import WHOLE_VERDICT, NetworkAnalysis, NetworkQuery, analyse
from queries.measures.network_result import NetworkResult
from queries.measures.selection import PARLIAMENTS, parliament_of
from queries.result_tables import Table
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.cooccurrence.pair_table import PairTable
    from queries.measures.selection import Selection
    from queries.measures.store_reader import StoreReader
    from queries.result_tables import Value

    Network = nx.Graph[str]

PERIODS = ("parliament", "year")
"""Lengths of a period."""

_COLUMNS = ("period", "change", "A", "B", "together", "p", "more than coincidence")


@dataclass(frozen=True, slots=True)
class _Period:
    name: str
    analysis: NetworkAnalysis

    def pairs(self) -> set[tuple[str, str]]:
        """The pairs of this period's network, by IRI."""
        return {(min(edge), max(edge)) for edge in self.analysis.network.edges}


def change_result(
    reader: StoreReader, query: NetworkQuery, every: str, most: int | None
) -> NetworkResult:
    """Pairs that appeared, stayed or vanished from one period to the next.

    Args:
        reader: What the store says.
        query: What to compare; findings are cut by the day of their report as well.
        every: One of `PERIODS`.
        most: Rows to show.

    Raises:
        UsageError: If no selected finding has a date.
    """
    periods = [
        _Period(name, analysis)
        for name, selection in _selections(reader, query.selection, every)
        if (analysis := _analyse_period(reader, replace(query, selection=selection)))
    ]
    if not periods:
        raise UsageError("No finding that was selected has a date of publication.")
    latest = periods[-1].analysis
    # One table of all pairs serves every period, so that the whole graph is tested once.
    whole = latest.table if latest.has_own_family else None
    columns = (*_COLUMNS, *([WHOLE_VERDICT] if whole else []))
    rows = [row for number in range(len(periods)) for row in _changes(periods, number, whole)]
    shown = tuple(rows[:most])
    undated = len(reader.findings - reader.reports.keys())
    caption = (
        f"{len(shown):,} of {len(rows):,} rows shown. {' '.join(_summary(periods))} Left out: "
        f"{undated:,} of {len(reader.findings):,} findings whose report is not known. A pair that "
        "vanished was not named together in that period; this does not mean that anything ended. "
        f"Every period is judged by itself. {' '.join(latest.data.notes)} "
        f"{latest.in_words(columns)}"
    )
    parameters = {**latest.parameters, "period": every}
    for name in ("parliament", "since", "until"):
        parameters.pop(name, None)
    parameters |= query.selection.parameters()
    table = Table(columns, shown, caption, TableLayout(details=("p",)))
    return NetworkResult(table, _network(periods, parameters), parameters)


def _selections(
    reader: StoreReader, selection: Selection, every: str
) -> Iterator[tuple[str, Selection]]:
    reports = reader.reports.values()
    if every == "parliament":
        parliaments = {parliament_of(report.published, report.session) for report in reports}
        for name in PARLIAMENTS:
            if name in parliaments and selection.parliament in (None, name):
                yield name, replace(selection, parliament=name)
        return
    for year in sorted({report.published.year for report in reports if report.published}):
        since, until = date(year, 1, 1), date(year, 12, 31)
        first = max(since, selection.since or since)
        last = min(until, selection.until or until)
        if first <= last:
            yield str(year), replace(selection, since=first, until=last)


def _analyse_period(reader: StoreReader, query: NetworkQuery) -> NetworkAnalysis | None:
    """A period, unless no finding of it was selected."""
    try:
        return analyse(reader, query)
    except UsageError:
        return None


def _changes(
    periods: list[_Period], number: int, whole: PairTable | None
) -> list[tuple[Value, ...]]:
    """What a period's pairs are, beside those of the period before.

    Args:
        periods: All periods, in order.
        number: Which of them.
        whole: Where the verdict among all pairs of the graph comes from; None to show none.
    """
    now = periods[number]
    before = periods[number - 1].pairs() if number else set()
    rows: list[tuple[Value, ...]] = []
    for pair in now.pairs():
        edge = now.analysis.network.edges[pair]
        change = "first period" if not number else "stayed" if pair in before else "appeared"
        together, verdict = edge["together"], edge["more_than_coincidence"]
        figures = (together, edge["p"], verdict)
        rows.append((now.name, change, *_labels(now, pair), *figures, *_beside(whole, pair)))
    gone = before - now.pairs()
    rows += [
        (
            *(now.name, "vanished", *_labels(periods[number - 1], pair)),
            *(0, None, "", *_beside(whole, pair)),
        )
        for pair in gone
    ]
    return sorted(rows, key=lambda row: (str(row[1]), -int(str(row[4])), str(row[2]), str(row[3])))


def _beside(whole: PairTable | None, pair: tuple[str, str]) -> tuple[str, ...]:
    return (whole.verdict(*pair),) if whole else ()


def _labels(period: _Period, pair: tuple[str, str]) -> list[str]:
    return sorted(str(period.analysis.network.nodes[iri]["label"]) for iri in pair)


def _summary(periods: list[_Period]) -> Iterator[str]:
    """A sentence for each period."""
    for number, period in enumerate(periods):
        pairs, tests = period.pairs(), period.analysis.tests
        before = periods[number - 1].pairs() if number else set()
        moved = (
            f", {len(pairs - before):,} appeared and {len(before - pairs):,} vanished"
            if number
            else ""
        )
        least = tests.least_detectable
        yield (
            f"{period.name}: {tests.events:,} {period.analysis.data.noun}, "
            f"{len(period.analysis.data.actors):,} actors, {len(pairs):,} pairs{moved}; "
            f"{int(tests.claimed.sum()):,} more than coincidence "
            f"({f'the rarest pairs need {least}' if least else 'none can be judged'})."
        )


def _network(periods: list[_Period], parameters: dict[str, str]) -> Network:
    """All periods in one network; every pair has its number of joint events by period."""
    whole: Network = nx.Graph()
    whole.graph["parameters"] = parameters
    for period in periods:
        graph = period.analysis.network
        whole.add_nodes_from((node, {"label": graph.nodes[node]["label"]}) for node in graph)
        for left, right, data in graph.edges(data=True):
            whole.add_edge(left, right, **{f"together_{period.name}": data["together"]})
    return whole
