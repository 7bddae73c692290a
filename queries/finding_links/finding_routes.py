"""How two findings are connected: routes from finding to finding, every step with its words.

A step through something that joins n findings costs n - 1, the inverse of the vote that it gives
to each two of them (M. E. J. Newman, Physical Review E 64, 016132, 2001).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx

from graph.errors import UsageError
from queries.finding_links.finding_joint import read_joints
from queries.finding_links.link_words import LinkWordsReader
from queries.measures.network_result import NetworkResult
from queries.result_tables import Table
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from graph.store.readable_store import ReadableStore
    from queries.finding_links.finding_joint import FindingJoint
    from queries.result_tables import Value

    _Steps = nx.Graph[tuple[str, str]]
    _Route = list[tuple[str, str]]

_COLUMNS = ("route", "step", "from", "to", "linked through", "what joins them")
_WORDS = ("words of", "who says so", "sentence", "source")
_MEANING = (
    "A step says how two findings are joined. A route of several steps says less than a single "
    "one, and no route is tested for coincidence."
)


def finding_path_result(
    store: ReadableStore, labels: Mapping[str, str], start: str, end: str
) -> NetworkResult:
    """The shortest and the strongest route between two findings, with the words of every step.

    Args:
        store: The graph.
        labels: Names of findings by IRI.
        start: IRI of a finding.
        end: IRI of another.

    Raises:
        UsageError: If the two are one finding.
    """
    if start == end:
        raise UsageError("Both names stand for the same finding. Give two different findings.")
    joints = read_joints(store)
    routes = _routes(joints, start, end)
    words = LinkWordsReader(store)
    graph: nx.Graph[str] = nx.Graph()
    rows: list[tuple[Value, ...]] = []
    for name, route in routes.items():
        for number, (joint, left, right) in enumerate(_steps(joints, route), start=1):
            for finding in (left, right):
                graph.add_node(finding, label=labels.get(finding, finding), kind="finding")
            graph.add_edge(left, right, linked_through=joint.kind, joins=joint.name)
            ends = labels.get(left, left), labels.get(right, right)
            step = (name, number, *ends, joint.kind, joint.name)
            shown = words.of(joint, (left, right))
            rows += [
                (*step, "from" if each.finding == left else "to", each.who, each.words, each.source)
                for each in shown
            ] or [(*step, *[None] * len(_WORDS))]
            graph.edges[left, right]["sentences"] = [
                [each.who, each.words, each.source] for each in shown
            ]
    parameters = {"from": labels.get(start, start), "to": labels.get(end, end)}
    graph.graph.update(parameters=parameters)
    caption = f"{_in_words(joints, routes, labels)} {_MEANING}"
    layout = TableLayout(details=("source",), groups=_COLUMNS)
    return NetworkResult(
        Table((*_COLUMNS, *_WORDS), tuple(rows), caption, layout), graph, parameters
    )


def _routes(joints: Sequence[FindingJoint], start: str, end: str) -> dict[str, _Route]:
    """The route of fewest steps and the one of least cost; one that is both has both names."""
    graph: _Steps = nx.Graph()
    for number, joint in enumerate(joints):
        cost = 1 / joint.weight
        if joint.centre:
            for finding in joint.findings:
                middle = str(number), finding
                _join(graph, middle, (joint.centre, finding), cost)
        else:
            _join(graph, (str(number), ""), joint.findings, cost)
    ends = ("", start), ("", end)
    if not all(each in graph for each in ends) or not nx.has_path(graph, *ends):
        return {}
    most = 1 + sum(float(step["cost"]) for _, _, step in graph.edges(data=True))
    costs: dict[str, Callable[..., float]] = {
        "shortest": lambda _left, _right, step: most + step["cost"],
        "strongest": lambda _left, _right, step: step["cost"],
    }
    names: dict[tuple[tuple[str, str], ...], str] = {}
    for name, cost_of in costs.items():
        route = tuple(nx.dijkstra_path(graph, *ends, weight=cost_of))
        names[route] = f"{names[route]}, {name}" if route in names else name
    return {name: list(route) for route, name in names.items()}


def _join(graph: _Steps, middle: tuple[str, str], findings: Sequence[str], cost: float) -> None:
    for finding in findings:
        graph.add_edge(("", finding), middle, cost=cost / 2)


def _steps(
    joints: Sequence[FindingJoint], route: _Route
) -> Iterator[tuple[FindingJoint, str, str]]:
    """What joins each finding of a route with the next."""
    findings, middles = route[::2], route[1::2]
    for (left, right), (number, _) in zip(pairwise(findings), middles, strict=True):
        yield joints[int(number)], left[1], right[1]


def _in_words(
    joints: Sequence[FindingJoint], routes: Mapping[str, _Route], labels: Mapping[str, str]
) -> str:
    if not routes:
        return "No route leads from one finding to the other in this graph."
    sentences = []
    for name, route in routes.items():
        steps = list(_steps(joints, route))
        cost = sum(1 / joint.weight for joint, _, _ in steps)
        names = " – ".join(labels.get(finding, finding) for _, finding in route[::2])
        counted = "1 step" if len(steps) == 1 else f"{len(steps)} steps"
        sentences.append(f"{name[0].upper()}{name[1:]}: {names} ({counted}, cost {cost:.3g}).")
    return " ".join(sentences)
