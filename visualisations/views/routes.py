"""What leads from one name to another: the shortest chains of names that occur together."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

import networkx as nx

from graph.errors import UsageError
from visualisations.co_naming import MEANING, drawn_pairs
from visualisations.view_definition import SubjectKind, ViewDefinition
from visualisations.view_model import NetworkView, OpeningState
from visualisations.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from visualisations.view_definition import ViewRequest
    from visualisations.view_model import DrawnPair

MOST_ROUTES = 12
"""Routes between two entities that one picture shows."""

_MOST_COMPARED = 10_000
"""Shortest routes among which the strongest are looked for."""


def build_routes_view(request: ViewRequest) -> NetworkView:
    """The shortest routes from one entity to another through what findings name together.

    Where findings name both, the routes by one entity between are shown too.

    Raises:
        UsageError: Nothing leads from one to the other.
    """
    facts, (start, goal) = request.facts, request.subjects
    first, last = facts.entities[start], facts.entities[goal]
    if start == goal:
        raise UsageError(f"{first.label} and {last.label} are the same.")
    pairs = drawn_pairs(facts, facts.actors)
    routes = _routes(pairs, start, goal)
    if not routes:
        raise UsageError(
            f"Nothing that findings name together leads from {first.label} to {last.label}."
        )
    shown = routes[:MOST_ROUTES]
    steps = {frozenset(step) for route in shown for step in pairwise(route)}
    ends = dict.fromkeys(end for route in shown for end in route)
    caption = (
        (
            f"The shortest route has {counted(len(routes[0]) - 1, 'step')}. Shown: {len(shown)} of "
            f"{counted(len(routes), 'route')}, those first whose weakest step is named in most "
            "findings."
        ),
        (
            f"From {len(facts.findings)} distinct findings in the graph. A route is a chain of "
            "names that occur together; it does not show that one influences the other."
        ),
        MEANING,
    )
    return NetworkView(
        "path",
        f"What leads from {first.label} to {last.label}?",
        "Each line is a step: findings name both of its ends. Choose it to read the sentences.",
        caption,
        tuple(facts.entities[end] for end in ends),
        tuple(pair for pair in pairs if frozenset((pair.left, pair.right)) in steps),
        OpeningState(all_lines=True),
        start,
        goal,
    )


def _routes(pairs: Sequence[DrawnPair], start: str, goal: str) -> list[list[str]]:
    """The shortest routes, and those of two steps; a strong weakest step comes first."""
    network: nx.Graph[str] = nx.Graph()
    network.add_weighted_edges_from((pair.left, pair.right, pair.together) for pair in pairs)
    if start not in network or goal not in network or not nx.has_path(network, start, goal):
        return []
    routes = list(islice(nx.all_shortest_paths(network, start, goal), _MOST_COMPARED))
    if len(routes[0]) == len((start, goal)):
        between = sorted(nx.common_neighbors(network, start, goal))
        routes += [[start, middle, goal] for middle in between]

    def weakest_step(route: list[str]) -> int:
        return min(int(network.edges[step]["weight"]) for step in pairwise(route))

    return sorted(routes, key=lambda route: (len(route), -weakest_step(route), route))


VIEW = ViewDefinition(
    name="path",
    title="what leads from one name to another",
    build=build_routes_view,
    takes=(SubjectKind.ENTITY, SubjectKind.ENTITY),
    example=("Home Office", "Universal Credit"),
)
