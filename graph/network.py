"""From the store to NetworkX: who is named with whom.

The two-mode graph ties findings to the organisations and initiatives they concern. Its projection
ties two of those by the findings that concern both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    from graph.store import Store

    Network = nx.Graph[str]

KIND = "kind"
"""Node attribute: ``finding``, ``organisation`` or ``initiative``."""

LABEL = "label"
"""Node attribute: name for people."""

WEIGHT = "weight"
"""Edge attribute of a projection: number of distinct findings that concern both ends."""

FINDING = "finding"

_FINDINGS = "SELECT ?finding WHERE { ?finding a <https://w3id.org/joinedup/ontology#Finding> }"

_CONCERNS = """
PREFIX ju: <https://w3id.org/joinedup/ontology#>
SELECT DISTINCT ?finding ?thing ?kind WHERE {
  VALUES (?class ?kind) { (ju:Organisation "organisation") (ju:Initiative "initiative") }
  ?finding ju:concerns ?thing .
  ?thing a ?class .
}
"""

_LABELS = """
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?thing (MIN(?name) AS ?label) WHERE {
  { ?thing a ju:Finding } UNION { ?thing a ju:Organisation } UNION { ?thing a ju:Initiative }
  ?thing rdfs:label ?name .
} GROUP BY ?thing
"""


def two_mode(store: Store) -> Network:
    """The findings, and the organisations and initiatives each concerns.

    A finding concerns what its own text names, what an answer shown with it names, and what a
    curator read on its page. Every finding of the store is a node, also one that concerns nothing.

    Returns:
        An undirected graph whose nodes are IRIs with the attributes `KIND` and `LABEL`.
    """
    network: Network = nx.Graph()
    labels = {_iri(thing): _words(label) for thing, label in store.rows(_LABELS)}
    for (finding,) in store.rows(_FINDINGS):
        network.add_node(_iri(finding), **{KIND: FINDING, LABEL: labels.get(_iri(finding), "")})
    for finding, thing, kind in sorted(store.rows(_CONCERNS), key=str):
        name = _iri(thing)
        network.add_node(name, **{KIND: _words(kind), LABEL: labels[name]})
        network.add_edge(_iri(finding), name)
    return network


def findings_of(network: Network) -> list[str]:
    """The findings of a two-mode graph, in order."""
    return sorted(node for node in network if network.nodes[node][KIND] == FINDING)


def projection(network: Network) -> Network:
    """Tie two things by the distinct findings that concern both.

    Returns:
        An undirected graph of organisations and initiatives, with `WEIGHT` on every edge.
    """
    things = sorted(node for node in network if network.nodes[node][KIND] != FINDING)
    column = {finding: at for at, finding in enumerate(findings_of(network))}
    named = np.zeros((len(things), len(column)), dtype=np.float32)
    for row, thing in enumerate(things):
        named[row, [column[finding] for finding in network[thing]]] = 1
    joint = np.triu(named @ named.T, 1)
    projected: Network = nx.Graph()
    projected.add_nodes_from((thing, network.nodes[thing]) for thing in things)
    for one, other in np.argwhere(joint > 0):
        projected.add_edge(things[one], things[other], **{WEIGHT: int(joint[one, other])})
    return projected


def _iri(term: object) -> str:
    return str(term)[1:-1]


def _words(term: object) -> str:
    return str(getattr(term, "value", ""))
