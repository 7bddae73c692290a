"""The network of findings: which are joined with which, how, and in which words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

import networkx as nx

from graph.errors import UsageError
from queries.finding_links.finding_joint import LINK_KINDS, FindingJoint, read_joints
from queries.finding_links.link_words import LinkWordsReader
from queries.measures.network_result import NetworkResult
from queries.measures.selection import Selection
from queries.result_tables import Table
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from queries.measures.store_reader import StoreReader
    from queries.result_tables import Value

    Network = nx.Graph[str]

WIDEST = 50
"""Findings that one thing may join for its pairs to be links; a wider one says little of any two.
A route may still go through it, at a cost."""

_COLUMNS = ("A", "B", "linked through", "what joins them")
_WORDS = ("words of", "who says so", "sentence", "source")
_MEANING = (
    "A link says how two findings are joined, and in whose words. It is no test, and two findings "
    "without a link may still be about the same."
)


@dataclass(frozen=True, slots=True)
class FindingLinkQuery:
    """Which links between findings are wanted.

    Attributes:
        selection: Which findings count.
        kinds: Keys of `LINK_KINDS`.
        about: IRI of a finding that must be one of each two; all where empty.
        with_words: Whether the network carries the words of every link.
    """

    selection: Selection = field(default_factory=Selection)
    kinds: tuple[str, ...] = tuple(LINK_KINDS)
    about: str = ""
    with_words: bool = False

    def __post_init__(self) -> None:
        """Refuse a kind of link that there is not.

        Raises:
            UsageError: If a kind is no key of `LINK_KINDS`.
        """
        if unknown := [kind for kind in self.kinds if kind not in LINK_KINDS]:
            raise UsageError(
                f"Findings are not linked through {unknown[0]}; choose {', '.join(LINK_KINDS)}."
            )

    @property
    def parameters(self) -> dict[str, str]:
        """What was asked for, as text, by the names of the options."""
        kinds = {} if len(self.kinds) == len(LINK_KINDS) else {"linked-through": self.kinds[0]}
        about = {"about": self.about} if self.about else {}
        return {"what": "findings", **kinds, **about, **self.selection.parameters()}


class FindingNetwork:
    """The links between the findings of one store."""

    def __init__(self, reader: StoreReader, query: FindingLinkQuery) -> None:
        """Read what `query` asks for.

        Raises:
            UsageError: If a position was asked for that nobody took.
        """
        self._reader = reader
        self._query = query
        self._words = LinkWordsReader(reader.store)
        self._chosen, self._notes = reader.selected(query.selection)
        inside = (joint.within(self._chosen) for joint in read_joints(reader.store, query.kinds))
        joints = [joint for joint in inside if joint and query.about in ("", *joint.members)]
        self.joints = [joint for joint in joints if len(joint.members) <= WIDEST]
        self.wide = [joint for joint in joints if len(joint.members) > WIDEST]

    def links(self) -> Iterator[tuple[FindingJoint, str, str]]:
        """What joins which two findings: kind by kind, what joins the fewest first."""
        for joint in self.joints:
            for left, right in joint.pairs():
                if self._query.about in ("", left, right):
                    yield joint, left, right

    def network(self) -> Network:
        """Findings that are joined, as a graph of NetworkX.

        Nodes are IRIs with ``label`` and ``kind``. Edges have ``linked_through``, the kinds of
        link, ``joins``, the names of what joins the two, ``weight``, a vote for each thing that
        joins them, less the more findings it joins, and ``sentences`` where these were wanted.
        """
        graph: Network = nx.Graph()
        for joint, left, right in self.links():
            for end in (left, right):
                if end not in graph:
                    graph.add_node(end, label=self._label(end), kind="finding")
            if not graph.has_edge(left, right):
                graph.add_edge(left, right, linked_through=[], joins=[], weight=0.0)
            edge = graph.edges[left, right]
            if joint.kind not in edge["linked_through"]:
                edge["linked_through"].append(joint.kind)
            edge["joins"].append(joint.name)
            edge["weight"] += joint.weight
            if self._query.with_words:
                edge.setdefault("sentences", []).extend(
                    [words.who, words.words, words.source]
                    for words in self._words.of(joint, (left, right))
                )
        reading = f"{self.in_words()} {_MEANING}"
        graph.graph.update(parameters=self._query.parameters, reading=reading)
        return graph

    def table(self, limit: int | None) -> Table:
        """A row for every sentence that shows a link.

        Args:
            limit: Links to show at most; all where None.
        """
        rows = tuple(row for link in islice(self.links(), limit) for row in self._rows(*link))
        total = sum(1 for _ in self.links())
        shown = total if limit is None else min(limit, total)
        caption = f"{shown:,} of {total:,} links shown. {self.in_words()} {_MEANING}"
        layout = TableLayout(details=("source",), groups=_COLUMNS)
        return Table((*_COLUMNS, *_WORDS), rows, caption, layout)

    def in_words(self) -> str:
        """How many findings are linked, and through what, with what is left out."""
        counts: Counter[str] = Counter()
        linked: set[str] = set()
        for joint, left, right in self.links():
            counts[joint.kind] += 1
            linked |= {left, right}
        kinds = "; ".join(f"{kind}: {counts[kind]:,}" for kind in self._query.kinds)
        text = (
            f"From {len(self._reader.findings):,} distinct findings in the graph: "
            f"{len(self._chosen):,} were selected, and {len(linked):,} of these are linked with "
            f"another. Links by what they go through: {kinds}."
        )
        if self.wide:
            names = ", ".join(f"{joint.name} ({len(joint.members):,})" for joint in self.wide)
            text += (
                f" Left out, as each joins more than {WIDEST} findings and so says little of any "
                f"two: {names}."
            )
        return " ".join((text, *self._notes))

    def _rows(self, joint: FindingJoint, left: str, right: str) -> Iterator[tuple[Value, ...]]:
        link = (self._label(left), self._label(right), joint.kind, joint.name)
        words = self._words.of(joint, (left, right))
        for each in words:
            end = "A" if each.finding == left else "B"
            yield (*link, end, each.who, each.words, each.source)
        if not words:
            yield (*link, *[None] * len(_WORDS))

    def _label(self, finding: str) -> str:
        return self._reader.labels.get(finding, finding)


def finding_link_result(
    reader: StoreReader, query: FindingLinkQuery, limit: int | None
) -> NetworkResult:
    """The links between findings as a table, and as a network with the words of every link."""
    network = FindingNetwork(reader, query)
    parameters = query.parameters
    if query.about:
        parameters["about"] = reader.labels.get(query.about, query.about)
    graph = network.network() if query.with_words else nx.Graph()
    return NetworkResult(network.table(limit), graph, parameters)
