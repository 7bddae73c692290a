"""What the ontology's definitions imply, inferred by rules until nothing new follows.

The rules in `ontology/rules` are SPARQL CONSTRUCT queries, one for each defined class, and infer
what HermiT does (a test holds them to that) in seconds where HermiT would take hours.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import PROV, RDF, RDFS

from graph.statements.ntriples import in_both_graphs, in_default_graph, iri, literal
from graph.store.embedded import Store
from ontology.namespaces import JU
from ontology.reasoning import rule_files

if TYPE_CHECKING:
    from graph.statements.ntriples import Statement
    from graph.store.readable_store import ReadableStore


def inference_graph(base: str) -> str:
    """IRI of the graph of inferences, which is also the run that made them."""
    return f"{base}id/run/inference"


def infer(store: Store) -> Counter[str]:
    """Add to a store whatever its rules imply, in the default graph and the graph of inferences.

    Args:
        store: An open, writable store.

    Returns:
        How many members each class was given, by the IRI of the class.

    Raises:
        StoreError: If the store cannot be written.
    """
    graph = iri(inference_graph(store.base))
    rules = [path.read_text(encoding="utf-8") for path in rule_files()]
    counts: Counter[str] = Counter()
    known = {(str(q.subject), str(q.predicate), str(q.object)) for q in store.quads(_node(graph))}
    while fresh := _implied(store, rules) - known:
        store.load(in_both_graphs(graph, sorted(fresh)).encode())
        known |= fresh
        counts.update(value[1:-1] for _, _, value in fresh)
    store.load(in_default_graph(_provenance(graph)).encode())
    return counts


def with_inferences(store: ReadableStore) -> Store:
    """A copy in memory of what all sources say together, with whatever the rules imply."""
    copy = Store.in_memory()
    copy.load(ox.serialize(store.quads(ox.DefaultGraph()), format=ox.RdfFormat.N_QUADS) or b"")
    infer(copy)
    return copy


def _implied(store: Store, rules: list[str]) -> set[Statement]:
    implied: set[Statement] = set()
    for rule in rules:
        answer = store.query(rule)
        assert isinstance(answer, ox.QueryTriples)  # noqa: S101 - rules are CONSTRUCT queries
        implied |= {(str(one.subject), str(one.predicate), str(one.object)) for one in answer}
    return implied


def _provenance(graph: str) -> list[Statement]:
    return [
        (graph, iri(RDF.type), iri(JU.Run)),
        (graph, iri(RDFS.label), literal("inference from the definitions of the ontology")),
        (graph, iri(PROV.used), "<https://w3id.org/joinedup/ontology>"),
    ]


def _node(written: str) -> ox.NamedNode:
    return ox.NamedNode(written[1:-1])
