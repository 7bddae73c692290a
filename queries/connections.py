"""Who connects with whom: pairs named together in findings, with denominators and sentences.

A store on disk is asked only for what a pair needs, so that one link among tens of thousands of
findings comes at once.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import networkx as nx
import pyoxigraph as ox

from graph.errors import UsageError
from queries.cooccurrence.pair_table import PairTable
from queries.evidence_sentences import Sentences
from queries.measures.evidence_graph import EvidenceGraph
from queries.measures.network_result import SEE_METHOD, NetworkResult
from queries.measures.store_reader import StoreReader
from queries.result_tables import Table
from queries.selects import select
from queries.shell_words import quote_word
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.store.readable_store import ReadableStore
    from queries.cooccurrence.pair import Pair
    from queries.evidence_sentences import Evidence
    from queries.result_tables import Value

ALL_KINDS = "all"

KINDS = ("organisation", "initiative", ALL_KINDS)
"""Which things to pair."""

_EVIDENCE = ("finding", "names", "who says so", "sentence", "source")
_PAIRS = (
    *("A", "B", "findings together", "findings with A", "findings with B"),
    *("expected by coincidence", "p", "more than coincidence", "each report once", "in register"),
)
_PAIR_LAYOUT = TableLayout(
    details=(
        *("p", "each report once", "findings with B", "findings with A"),
        *("in register", "expected by coincidence"),
    )
)
_LINK_LAYOUT = TableLayout(groups=("A", "B", "finding"), joined="names")
_SENTENCE_LAYOUT = TableLayout(groups=("finding",), joined="names")
_SIDES = {"part": "Its part '{name}'", "whole": "What it is part of, '{name}',"}
_RELATIVES = 3
"""Parts and wholes that are shown where no finding names the thing; the most named come first."""

_COUNTING = (
    "A pair counts each finding once. A name counts where the finding has it, where an answer "
    "shown with it has it, or where a curator read it."
)
_UNSHOWN = "A pair that is not shown may still be connected."


class Connections:
    """The connections of one store.

    Attributes:
        method: Whether captions say how pairs are judged, for those who know statistics.
    """

    def __init__(self, store: ReadableStore, *, method: bool = False) -> None:
        """Ask `store`, a part at a time.

        Args:
            store: The graph.
            method: Whether captions say how pairs are judged, for those who know statistics.
        """
        self._store = store
        self.method = method
        self._sentences = Sentences(store)

    @cached_property
    def reader(self) -> StoreReader:
        """The whole of what the store says of findings and names, for measures that need it."""
        return StoreReader(self._store)

    @cached_property
    def table(self) -> PairTable:
        """The table that every pair is shown from."""
        return PairTable(self._store)

    def pairs(
        self, about: str | None = None, kind: str = ALL_KINDS, most: int | None = None
    ) -> Table:
        """Pairs of things that findings concern together, the most frequent first.

        Args:
            about: IRI of a thing that must be one of each pair.
            kind: Kind of the things to pair; with `about`, of the other one.
            most: Number of rows to show.
        """
        pairs, notes = self._pairs(about, kind)
        return self._as_table(pairs, notes, most, about)

    def between(self, left: str, right: str, most: int | None = None) -> Table:
        """The findings that concern both things, with the sentences that name each.

        Args:
            left: IRI of a thing.
            right: IRI of another.
            most: Number of findings to show; all of them where not given.
        """
        return self.link(left, right, most).table

    def result(
        self, about: str | None = None, kind: str = ALL_KINDS, most: int | None = None
    ) -> NetworkResult:
        """The table of `pairs` with the same as a network and the parameters that make it."""
        pairs, notes = self._pairs(about, kind)
        table = self._as_table(pairs, notes, most, about)
        network: nx.Graph[str] = nx.Graph()
        for pair in pairs[:most]:
            for end, label in zip((pair.left, pair.right), pair.labels, strict=True):
                network.add_node(end, label=label)
            network.add_edge(
                pair.left,
                pair.right,
                together=pair.together,
                expected=round(pair.expected, 2),
                p=pair.p,
                more_than_coincidence=pair.verdict,
                each_report_once=pair.by_report,
                in_register=pair.register_words,
            )
        filters = {"about": self.label(about)} if about else {}
        parameters = {**filters, "kind": kind, "limit": str(most or "all")}
        network.graph.update(parameters=parameters, reading=table.caption)
        return NetworkResult(table, network, parameters)

    def links(
        self, about: str | None = None, kind: str = ALL_KINDS, most: int | None = None
    ) -> NetworkResult:
        """The same pairs, each with every sentence that names one of them in a joint finding."""
        pairs, notes = self._pairs(about, kind)
        graph = EvidenceGraph(self.label)
        cells = tuple(
            (*pair.labels, *evidence)
            for pair in pairs[:most]
            for evidence in self._evidence(graph, pair.left, pair.right, None)
        )
        caption = self._as_table(pairs, notes, most, about).caption
        filters = {"about": self.label(about)} if about else {}
        return self._with_evidence(
            graph, Table(("A", "B", *_EVIDENCE), cells, caption, _LINK_LAYOUT), filters, most
        )

    def link(self, left: str, right: str, most: int | None = None) -> NetworkResult:
        """The table of `between` with the same as a network of findings and sentences.

        Raises:
            UsageError: If the two are one thing.
        """
        if left == right:
            raise UsageError(f"{self.label(left)} was given twice; give two different names.")
        graph = EvidenceGraph(self.label)
        joint = self.findings_with_both(left, right)
        rows = tuple(self._evidence(graph, left, right, most))
        part = "" if len(joint[:most]) == len(joint) else f" Shown: {len(joint[:most])} of them."
        caption = (
            f"{self._verdict(left, right, len(joint))} Findings with {self.label(left)}: "
            f"{self._count(left):,}; with {self.label(right)}: {self._count(right):,}; with both: "
            f"{len(joint):,}; in all: {self.table.counts.total:,}.{part}"
        )
        ends = {"A": self.label(left), "B": self.label(right)}
        return self._with_evidence(
            graph, Table(_EVIDENCE, rows, caption, _SENTENCE_LAYOUT), ends, most
        )

    def findings_with_both(self, left: str, right: str) -> list[str]:
        """The findings that concern both things, in order."""
        values = {"left": ox.NamedNode(left), "right": ox.NamedNode(right)}
        rows = select(self._store, "networks/counts/joint", **values)
        return [finding for _, _, finding in rows]

    def sentences(self, finding: str, things: Iterable[str]) -> Iterator[Evidence]:
        """The sentences that tie a finding to each of some things."""
        return self._sentences.naming(finding, things)

    def label(self, iri: str) -> str:
        """Name for people of anything in the graph; empty where it has none."""
        if label := self.table.counts.labels.get(iri):
            return label
        rows = select(self._store, "networks/counts/label", thing=ox.NamedNode(iri))
        return next((name for _, name in rows), "")

    def _evidence(
        self, graph: EvidenceGraph, left: str, right: str, most: int | None
    ) -> Iterator[tuple[Value, ...]]:
        """A row for every sentence of the findings that concern both; also put into a graph."""
        for finding in self.findings_with_both(left, right)[:most]:
            label = self.label(finding)
            for shown in self.sentences(finding, (left, right)):
                graph.add(finding, shown)
                yield label, self.label(shown.thing), shown.voice, shown.sentence, shown.source

    def _with_evidence(
        self, graph: EvidenceGraph, table: Table, filters: dict[str, str], most: int | None
    ) -> NetworkResult:
        parameters = {**filters, "limit": str(most or "all")}
        graph.network.graph.update(parameters=parameters, reading=table.caption)
        return NetworkResult(table, graph.network, parameters)

    def _as_table(
        self, pairs: list[Pair], notes: str, most: int | None, about: str | None
    ) -> Table:
        shown = tuple(
            (
                *(*pair.labels, pair.together, *pair.findings, round(pair.expected, 2), pair.p),
                *(pair.verdict, pair.by_report, pair.register_words),
            )
            for pair in pairs[:most]
        )
        counts = f"{len(shown)} of {len(pairs)} pairs shown." if pairs else "There is no pair."
        caption = f"{counts} {notes}"
        layout = _PAIR_LAYOUT
        if about and shown:
            caption = f"A is {self.label(about)}. {caption}"
            layout = replace(layout, details=("A", *layout.details))
        return Table(_PAIRS, shown, caption, layout)

    def _pairs(self, about: str | None, kind: str) -> tuple[list[Pair], str]:
        """All pairs, the most frequent first, and sentences on what they are counted from."""
        counts = self.table.counts
        notes = (
            f"From {counts.total} distinct findings, of which {counts.concerned} name at least one "
            f"organisation or initiative. {self.table.family.in_words()}"
        )
        counting = f"{_COUNTING} {self.table.family.method()}" if self.method else SEE_METHOD
        notes = f"{notes} {_UNSHOWN} {counting}"
        pairs = self.table.every_pair() if about is None else self._pairs_with(about)
        if about is not None and not pairs:
            return [], self._nothing_beside(about)
        return _ordered(pair for pair in pairs if self._is_of(pair, about, kind)), notes

    def _nothing_beside(self, about: str) -> str:
        """Why a thing has no pair; if no finding names it, which parts or wholes are named."""
        if about in self.table.counts.things:
            return f"No finding names {self.label(about)} beside another."
        return self.unnamed(about)

    def unnamed(self, about: str) -> str:
        """That no finding names a thing, and which of its parts and wholes findings name."""
        things = self.table.counts.things
        rows = select(self._store, "networks/counts/parts-and-wholes", thing=ox.NamedNode(about))
        named = sorted(
            ((things[iri], side) for _, iri, side in rows if iri in things),
            key=lambda relative: (-relative[0].findings, relative[0].label),
        )
        sentences = [f"No finding here names {self.label(about)}."]
        sentences += [
            f"{_SIDES[side].format(name=thing.label)} is named in {thing.findings:,}: "
            f"`joinedup connections {quote_word(thing.label)}`."
            for thing, side in named[:_RELATIVES]
        ]
        if len(named) > _RELATIVES:
            sentences.append(f"Further parts and wholes named: {len(named) - _RELATIVES:,}.")
        return " ".join(sentences)

    def _pairs_with(self, about: str) -> list[Pair]:
        rows = select(self._store, "networks/counts/beside", thing=ox.NamedNode(about))
        things = self.table.counts.things
        beside = sorted((iri, int(count)) for _, iri, count in rows if iri in things)
        return self.table.pairs_of(
            about, [iri for iri, _ in beside], [count for _, count in beside]
        )

    def _is_of(self, pair: Pair, about: str | None, kind: str) -> bool:
        """Whether those of a pair that a kind was asked of are of that kind."""
        things = self.table.counts.things
        ends = {pair.left, pair.right} - {about}
        return kind == ALL_KINDS or all(things[end].kind == kind for end in ends)

    def _verdict(self, left: str, right: str, together: int) -> str:
        """What can be said of a pair, in sentences."""
        if not {left, right} <= self.table.counts.things.keys():
            unnamed = [end for end in (left, right) if end not in self.table.counts.things]
            return f"{' '.join(map(self.unnamed, unnamed))} So the pair cannot be judged."
        pair = self.table.pair(left, right, together)
        words = pair.in_words(self.table.counts.total, self.table.family)
        if self.method:
            return f"{words} {pair.method()} {self.table.family.method()}"
        return words

    def _count(self, iri: str) -> int:
        """Number of distinct findings that concern a thing."""
        thing = self.table.counts.things.get(iri)
        return thing.findings if thing else 0


def _ordered(pairs: Iterable[Pair]) -> list[Pair]:
    """The most frequent pairs first; ties stand by name."""
    return sorted(pairs, key=lambda pair: (-pair.together, *pair.labels, pair.left, pair.right))
