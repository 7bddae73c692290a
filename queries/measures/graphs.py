"""From tested two-mode data to a NetworkX graph with everything that is known of each pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from queries.statistics.sentences_on_tests import method_in_words, verdicts_in_words
from queries.statistics.significance import NULL_MODEL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.measures.bipartite_data import BipartiteData
    from queries.statistics.significance import PairTests

    Network = nx.Graph[str]


def two_mode_network(data: BipartiteData, labels: Mapping[str, str]) -> Network:
    """Actors and the events that name them, as a graph of two kinds of nodes.

    Args:
        data: Actors by events.
        labels: Names of events by IRI.

    Returns:
        Every actor with ``bipartite`` 0 and every event with ``bipartite`` 1, with ``label`` and
        ``kind``; a tie has ``named_in``: ``any`` or, across, ``finding``, ``answer`` or ``both``.
    """
    graph: Network = nx.Graph()
    noun = data.noun.removesuffix("s")
    for actor in data.actors:
        graph.add_node(actor.iri, bipartite=0, label=actor.label, kind=actor.kind)
    for event in data.events:
        graph.add_node(event, bipartite=1, label=labels.get(event, ""), kind=noun)
    for row, column in np.argwhere(data.named):
        where = "any"
        if data.answers is not None:
            in_answer = data.answers[row, column]
            where = ("both" if in_answer else "finding") if data.ties[row, column] else "answer"
        graph.add_edge(data.actors[row].iri, data.events[column], named_in=where)
    return graph


def network(
    data: BipartiteData,
    tests: PairTests,
    parameters: Mapping[str, str],
    *,
    least: int = 1,
    claimed: bool = False,
) -> Network:
    """The one-mode network of some actors: two are tied if an event names both.

    Args:
        data: Actors by events.
        tests: The tests of every pair of those actors.
        parameters: What was asked for; goes with the network.
        least: Joint events that a pair must have.
        claimed: Keep only the pairs that are more than coincidence.

    Returns:
        Every actor as a node, with ``label``, ``kind`` and ``named`` (events that name it); and
        every pair kept as an edge, with ``together`` (joint events), ``weight`` (Newman's),
        ``expected`` (joint events by chance), ``p``, ``q``, ``claimed``,
        ``more_than_coincidence`` (the verdict) and ``needed`` (joint
        events at which the pair would be claimed alone).
    """
    graph: Network = nx.Graph()
    graph.graph.update(
        parameters=dict(parameters),
        null_model=NULL_MODEL,
        tests=tests.family,
        alpha=tests.alpha,
        events=tests.events,
        log_likelihood=tests.log_likelihood,
        reading=" ".join(
            [
                *data.notes,
                verdicts_in_words(tests, data.noun),
                method_in_words(tests, data.noun),
            ]
        ),
    )
    own = data.named.sum(axis=1)
    for actor, named in zip(data.actors, own, strict=True):
        graph.add_node(actor.iri, label=actor.label, kind=actor.kind, named=int(named))
    verdicts = tests.verdicts
    kept = (tests.together >= least) & (tests.claimed if claimed else True)
    for row in np.flatnonzero(kept):
        graph.add_edge(
            data.actors[tests.left[row]].iri,
            data.actors[tests.right[row]].iri,
            together=int(tests.together[row]),
            weight=float(tests.newman[row]),
            expected=float(tests.expected[row]),
            p=float(tests.p[row]),
            q=float(tests.q[row]),
            claimed=bool(tests.claimed[row]),
            more_than_coincidence=verdicts[row],
            needed=int(tests.least[row]),
        )
    return graph
