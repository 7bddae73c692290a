"""Who connects with whom: pairs named together in findings, with denominators and sentences.

A store on disk is asked only for what a pair needs, so that one link among tens of thousands of
findings comes at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pyoxigraph as ox

from queries.evidence_sentences import Sentences
from queries.measures.evidence_graph import EvidenceGraph
from queries.measures.margins import Margins
from queries.measures.network_result import NetworkResult
from queries.measures.projection import project
from queries.measures.selection import Selection
from queries.measures.store_reader import StoreReader
from queries.result_tables import Table
from queries.selects import select
from queries.statistics.significance import chance_in_words, pair_tests

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.embedded import Store
    from queries.evidence_sentences import Evidence
    from queries.measures.bipartite_data import BipartiteData
    from queries.measures.margins import Judged
    from queries.result_tables import Value
    from queries.statistics.incidence_matrix import Whole
    from queries.statistics.significance import PairTests

ALL_KINDS = "all"
_MARGINS = "networks/margins"

KINDS = ("organisation", "initiative", ALL_KINDS)
"""Which things to pair."""

_EVIDENCE = ("finding", "names", "voice", "sentence", "source")
_PAIRS = (
    *("one", "other", "findings together", "findings with one", "findings with other"),
    *("expected by chance", "p", "beyond chance"),
)
_ACTORS = {"organisation": "organisations", "initiative": "initiatives", ALL_KINDS: "everything"}
_MEANING = (
    "A pair counts each finding once. Names count in the finding, in an answer shown with it, or "
    "as read by a curator. A pair not shown is not shown; that is not to say that it has no "
    "connection."
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A pair and its cells in a table."""

    one: str
    other: str
    cells: tuple[Value, ...]


class Connections:
    """The connections of one store."""

    def __init__(self, store: Store) -> None:
        """Ask `store`, a part at a time."""
        self._store = store
        self._sentences = Sentences(store)
        self._margins = Margins(store)

    @cached_property
    def reading(self) -> StoreReader:
        """The whole of what the store says of findings and names, for measures that need it."""
        return StoreReader(self._store)

    def pairs(
        self, about: str | None = None, kind: str = ALL_KINDS, most: int | None = None
    ) -> Table:
        """Pairs of things that findings concern together, the most frequent first.

        Args:
            about: IRI of a thing that must be one of each pair.
            kind: Kind of the things to pair; with `about`, of the other one.
            most: Number of rows to show.
        """
        rows, notes = self._rows(about, kind)
        return self._table(rows, notes, most)

    def between(self, one: str, other: str, most: int | None = None) -> Table:
        """The findings that concern both things, with the sentences that name each.

        Args:
            one: IRI of a thing.
            other: IRI of another.
            most: Number of findings to show; all of them where not given.
        """
        return self.link(one, other, most).table

    def result(
        self, about: str | None = None, kind: str = ALL_KINDS, most: int | None = None
    ) -> NetworkResult:
        """The table of `pairs` with the same as a network and the parameters that make it."""
        rows, notes = self._rows(about, kind)
        table = self._table(rows, notes, most)
        network: nx.Graph[str] = nx.Graph()
        for row in rows[:most]:
            for end, label in zip((row.one, row.other), row.cells, strict=False):
                network.add_node(end, label=label)
            values = dict(zip(_PAIRS[2:], row.cells[2:], strict=True))
            network.add_edge(
                row.one,
                row.other,
                together=values["findings together"],
                expected=values["expected by chance"],
                p=values["p"],
                beyond_chance=values["beyond chance"],
            )
        asked = {"about": self.label(about)} if about else {}
        parameters = {**asked, "kind": kind, "most": str(most or "all"), "seed": "none is used"}
        network.graph.update(parameters=parameters, reading=table.caption)
        return NetworkResult(table, network, parameters)

    def links(
        self, about: str | None = None, kind: str = ALL_KINDS, most: int | None = None
    ) -> NetworkResult:
        """The same pairs, each with every sentence that names one of them in a joint finding."""
        rows, notes = self._rows(about, kind)
        graph = EvidenceGraph(self)
        cells = tuple(
            (*row.cells[:2], *said)
            for row in rows[:most]
            for said in self._said(graph, row.one, row.other, None)
        )
        caption = self._table(rows, notes, most).caption
        asked = {"about": self.label(about)} if about else {}
        return self._evident(
            graph, Table(("one", "other", *_EVIDENCE), cells, caption), asked, most
        )

    def link(self, one: str, other: str, most: int | None = None) -> NetworkResult:
        """The table of `between` with the same as a network of findings and sentences."""
        graph = EvidenceGraph(self)
        joint = self.joint(one, other)
        rows = tuple(self._said(graph, one, other, most))
        part = "" if len(joint[:most]) == len(joint) else f" Shown: {len(joint[:most])} of them."
        caption = (
            f"Findings that concern both: {len(joint)}, of {self._count(one)} with "
            f"{self.label(one)} and {self._count(other)} with {self.label(other)}, "
            f"of {self._margins.total} distinct findings in the graph.{part} "
            f"{self._against_chance(one, other, len(joint))}"
        )
        ends = {"one": self.label(one), "other": self.label(other)}
        return self._evident(graph, Table(_EVIDENCE, rows, caption), ends, most)

    def joint(self, one: str, other: str) -> list[str]:
        """The findings that concern both things, in order."""
        values = {"one": ox.NamedNode(one), "other": ox.NamedNode(other)}
        return [finding for _, _, finding in select(self._store, f"{_MARGINS}/joint", **values)]

    def sentences(self, finding: str, things: Iterable[str]) -> Iterator[Evidence]:
        """The sentences that tie a finding to each of some things."""
        return self._sentences.naming(finding, things)

    def label(self, iri: str) -> str:
        """Name for people of anything in the graph; empty where it has none."""
        known = self._margins.things.get(iri)
        if known:
            return known.label
        named = select(self._store, f"{_MARGINS}/label", thing=ox.NamedNode(iri))
        return next((name for _, name in named), "")

    def _said(
        self, graph: EvidenceGraph, one: str, other: str, most: int | None
    ) -> Iterator[tuple[Value, ...]]:
        """A row for every sentence of the findings that concern both; also put into a graph."""
        for finding in self.joint(one, other)[:most]:
            label = self.label(finding)
            for shown in self.sentences(finding, (one, other)):
                graph.add(finding, shown)
                yield label, self.label(shown.thing), shown.voice, shown.sentence, shown.source

    def _evident(
        self, graph: EvidenceGraph, table: Table, asked: dict[str, str], most: int | None
    ) -> NetworkResult:
        parameters = {**asked, "most": str(most or "all"), "seed": "none is used"}
        graph.network.graph.update(parameters=parameters, reading=table.caption)
        return NetworkResult(table, graph.network, parameters)

    def _table(self, rows: list[_Row], notes: str, most: int | None) -> Table:
        shown = tuple(row.cells for row in rows[:most])
        return Table(_PAIRS, shown, f"{len(shown)} of {len(rows)} pairs shown. {notes} {_MEANING}")

    def _rows(self, about: str | None, kind: str) -> tuple[list[_Row], str]:
        """All pairs, the most frequent first, and sentences on what they are counted from."""
        if about is None:
            return self._every_pair(kind)
        things = self._margins.things
        beside = {
            other: int(count)
            for _, other, count in select(
                self._store, f"{_MARGINS}/beside", thing=ox.NamedNode(about)
            )
        }
        others = sorted(
            other for other in beside if other in things and kind in (ALL_KINDS, things[other].kind)
        )
        if not others:
            return [], f"No finding names {self.label(about)} beside another."
        counts = [beside[other] for other in others]
        judged = self._margins.judged(about, others, counts)
        rows = [
            self._row(about, other, count, one)
            for other, count, one in zip(others, counts, judged, strict=True)
        ]
        notes = (
            f"From {self._margins.total} distinct findings, of which {self._margins.concerned} "
            f"name at least one organisation or initiative. Of {judged[0].tests:,} pairs that "
            f"could be asked about, one of these needs {min(one.least for one in judged)} joint "
            f"findings or more to be claimed alone. {self._margins.method}"
        )
        return _ordered(rows), notes

    def _row(self, one: str, other: str, count: int, judged: Judged) -> _Row:
        counts = (count, self._count(one), self._count(other))
        labels = (self.label(one), self.label(other))
        chance = (round(judged.expected, 2), judged.p, judged.verdict)
        return _Row(one, other, (*labels, *counts, *chance))

    def _every_pair(self, kind: str) -> tuple[list[_Row], str]:
        data = project(self.reading, _ACTORS[kind], Selection())
        tests = pair_tests(data.ties, documents=data.documents)
        own = data.ties.sum(axis=1)
        rows = [_tested(data, tests, own, int(at)) for at in np.flatnonzero(tests.together > 0)]
        return _ordered(rows), f"{data.notes[0]} {chance_in_words(tests)}"

    def _against_chance(self, one: str, other: str, joint: int) -> str:
        """What chance says of a pair, in sentences."""
        if one == other or not {one, other} <= self._margins.things.keys():
            return "Nothing can be said about chance."
        (judged,) = self._margins.judged(one, [other], [joint])
        return f"{judged.said(joint)} {self._margins.method}"

    def _count(self, iri: str) -> int:
        """Number of distinct findings that concern a thing."""
        known = self._margins.things.get(iri)
        return known.findings if known else 0


def _ordered(rows: list[_Row]) -> list[_Row]:
    """The most frequent pairs first; ties stand by name."""
    return sorted(
        rows,
        key=lambda row: (-int(str(row.cells[2])), *map(str, row.cells[:2]), row.one, row.other),
    )


def _tested(data: BipartiteData, tests: PairTests, own: Whole, at: int) -> _Row:
    one, other = int(tests.one[at]), int(tests.other[at])
    first, second = data.actors[one], data.actors[other]
    counts = (int(tests.together[at]), int(own[one]), int(own[other]))
    chance = (round(float(tests.expected[at]), 2), float(tests.p[at]))
    verdict = "yes" if tests.claimed[at] else "no"
    return _Row(first.iri, second.iri, (first.label, second.label, *counts, *chance, verdict))
