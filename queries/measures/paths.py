"""How two things are connected: routes through findings, every step with its sentences.

The strongest route is the one of least cost, where a step costs the inverse of Newman's weight
(M. E. J. Newman, Physical Review E 64, 016132, 2001): many findings that name few others are a
short step, one finding that names everybody is a long one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from queries.measures.evidence_graph import EvidenceGraph
from queries.measures.network_result import NetworkResult
from queries.result_tables import Table
from queries.statistics.incidence_matrix import co_occurrences, pairs
from queries.statistics.newman import newman_weights
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from queries.connections import Connections
    from queries.measures.bipartite_data import BipartiteData
    from queries.result_tables import Value

    Network = nx.Graph[str]
    _Weight = str | Callable[[str, str, dict[str, Any]], float]

_COLUMNS = ("route", "step", "from", "to", "joint findings", "finding")
_EVIDENCE = ("names", "who says so", "sentence", "source")


@dataclass(frozen=True, slots=True)
class Route:
    """A route from one thing to another.

    Attributes:
        name: What is special about it.
        things: IRIs of the things on it, the two ends included.
        cost: Sum of the inverse weights of its steps.
    """

    name: str
    things: tuple[str, ...]
    cost: float

    def steps(self) -> Iterator[tuple[str, str]]:
        """Each thing with the next."""
        return pairwise(self.things)


def pair_network(data: BipartiteData) -> Network:
    """The things of bipartite data, and every pair that a finding names together.

    Edges have ``together``, the number of these, and ``cost``, the inverse of their weight.
    """
    network: Network = nx.Graph()
    for actor in data.actors:
        network.add_node(actor.iri, label=actor.label, kind=actor.kind)
    left, right = pairs(len(data.actors))
    together = co_occurrences(data.ties)[left, right]
    weights = newman_weights(data.ties)[left, right]
    for row in np.flatnonzero(together):
        network.add_edge(
            data.actors[left[row]].iri,
            data.actors[right[row]].iri,
            together=int(together[row]),
            cost=1 / float(weights[row]),
        )
    return network


def find_routes(network: Network, start: str, end: str) -> list[Route]:
    """The shortest route, the strongest, and the strongest through initiatives alone.

    Of equally short routes the strongest counts. A route that is the
    same as one before it is left out.
    """
    through = {start, end} | {
        node for node in network if network.nodes[node]["kind"] == "initiative"
    }
    inner: Network = nx.Graph(network.subgraph(through))
    inner.remove_edges_from([(start, end)])
    most = 1 + sum(float(network.edges[edge]["cost"]) for edge in network.edges)

    def shortest(_left: str, _right: str, tie: dict[str, float]) -> float:
        return most + tie["cost"]

    routes = (
        ("shortest", _cheapest_path(network, start, end, shortest)),
        ("strongest", _cheapest_path(network, start, end, "cost")),
        ("through initiatives", _cheapest_path(inner, start, end, "cost")),
    )
    kept: dict[tuple[str, ...], str] = {}
    for name, things in routes:
        if things:
            kept[things] = f"{kept[things]}, {name}" if things in kept else name
    return [Route(name, things, _total_cost(network, things)) for things, name in kept.items()]


def _cheapest_path(network: Network, start: str, end: str, weight: _Weight) -> tuple[str, ...]:
    if start not in network or end not in network or not nx.has_path(network, start, end):
        return ()
    return tuple(nx.dijkstra_path(network, start, end, weight=weight))


def _total_cost(network: Network, things: tuple[str, ...]) -> float:
    return sum(float(network.edges[edge]["cost"]) for edge in pairwise(things))


def path_result(
    connections: Connections, data: BipartiteData, start: str, end: str, each: int
) -> NetworkResult:
    """The routes between two things, with the sentences of every step.

    Args:
        connections: Where the sentences are.
        data: Organisations and initiatives by findings.
        start: IRI of a thing.
        end: IRI of another.
        each: Findings to show for each step; those that name the fewest others come first.
    """
    network = pair_network(data)
    routes = find_routes(network, start, end)
    graph = EvidenceGraph(connections.label)
    rows: list[tuple[Value, ...]] = []
    for route in routes:
        for number, (left, right) in enumerate(route.steps(), start=1):
            joint_findings = _narrowest(data, left, right)
            for finding in joint_findings[:each]:
                ends = connections.label(left), connections.label(right)
                step = (route.name, number, *ends, len(joint_findings), connections.label(finding))
                rows += _evidence(connections, graph, finding, (left, right), step)
    parameters = {
        "from": connections.label(start),
        "to": connections.label(end),
        "limit": str(each),
    }
    graph.network.graph.update(
        parameters=parameters, routes={route.name: list(route.things) for route in routes}
    )
    caption = f"{_routes_in_words(connections, routes)} {data.notes[0]} {_MEANING}"
    layout = TableLayout(groups=_COLUMNS, joined="names")
    table = Table((*_COLUMNS, *_EVIDENCE), tuple(rows), caption, layout)
    return NetworkResult(table, graph.network, parameters)


_MEANING = (
    "A step means that findings name both, not that the two work together. A route of several "
    "steps says less than a single step. Routes are not tested for coincidence; `joinedup network` "
    "tests pairs."
)


def _narrowest(data: BipartiteData, left: str, right: str) -> list[str]:
    """The findings that name both, those that name the fewest things first."""
    first, second = data.row(left), data.row(right)
    if first is None or second is None:
        return []
    breadth = dict(zip(data.events, data.ties.sum(axis=0).tolist(), strict=True))
    return sorted(
        data.shared_events(first, second), key=lambda finding: (breadth[finding], finding)
    )


def _evidence(
    connections: Connections,
    graph: EvidenceGraph,
    finding: str,
    things: tuple[str, str],
    step: tuple[Value, ...],
) -> Iterator[tuple[Value, ...]]:
    """A row for each sentence of a step; also put into the network that is shown."""
    for shown in connections.sentences(finding, things):
        graph.add(finding, shown)
        yield (*step, connections.label(shown.thing), shown.voice, shown.sentence, shown.source)


def _routes_in_words(connections: Connections, routes: list[Route]) -> str:
    if not routes:
        return "No route connects the two through the findings of this graph."
    labels = {route.name: " – ".join(map(connections.label, route.things)) for route in routes}
    return " ".join(
        f"{route.name[0].upper()}{route.name[1:]}: {labels[route.name]} "
        f"({_counted_steps(route)}, cost {route.cost:.3g})."
        for route in routes
    )


def _counted_steps(route: Route) -> str:
    number = len(route.things) - 1
    return "1 step" if number == 1 else f"{number} steps"
