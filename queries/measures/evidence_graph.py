"""A network of findings and things whose every tie has the sentences that prove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from collections.abc import Callable

    from queries.evidence_sentences import Evidence

    Network = nx.Graph[str]


class EvidenceGraph:
    """Findings and the things they name, filled sentence by sentence.

    Nodes have a ``label`` and a ``kind``, ``finding`` or ``thing``; edges have ``sentences``, each
    with its voice, its words and its source, and what else is given with them.
    """

    def __init__(self, label: Callable[[str], str]) -> None:
        """Start with an empty network; `label` gives the name of an IRI for people."""
        self.network: Network = nx.Graph()
        self._label = label

    def add(self, finding: str, evidence: Evidence, **marks: str) -> None:
        """Put in a sentence of a finding; each mark is kept in a list."""
        network, thing = self.network, evidence.thing
        for node, kind in ((finding, "finding"), (thing, "thing")):
            if node not in network:
                network.add_node(node, kind=kind, label=self._label(node))
        if not network.has_edge(finding, thing):
            network.add_edge(finding, thing, sentences=[])
        edge = network.edges[finding, thing]
        sentence = [evidence.voice, evidence.sentence, evidence.source]
        if sentence not in edge["sentences"]:
            edge["sentences"].append(sentence)
        for name, mark in marks.items():
            edge[name] = sorted({*edge.get(name, []), mark})
