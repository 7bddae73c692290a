"""What a network is like: the roles of its actors, and its communities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graph.errors import UsageError
from queries.measures.communities import CLEAR, communities
from queries.measures.network_result import NetworkResult
from queries.measures.projection import project
from queries.measures.roles import meaning, medians, roles, sole_links
from queries.result_tables import Table
from queries.statistics.disparity import disparity
from queries.statistics.incidence_matrix import pairs
from queries.statistics.significance import ALPHA
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from queries.measures.graphs import Network
    from queries.measures.network_analysis import NetworkAnalysis
    from queries.measures.roles import Role
    from queries.measures.store_reader import StoreReader
    from queries.result_tables import Value
    from queries.statistics.incidence_matrix import Incidence


def role_result(reader: StoreReader, analysis: NetworkAnalysis, most: int | None) -> NetworkResult:
    """The role of every actor, the strongest first, each with what it means."""
    graph = analysis.network
    plays = roles(graph)
    median = medians(plays)
    links = _links(reader, analysis)
    order = sorted(plays, key=lambda iri: (-plays[iri].strength, graph.nodes[iri]["label"], iri))
    rows = [_role_row(graph, iri, plays[iri], median, links.get(iri, 0)) for iri in order]
    columns = (
        *("name", analysis.data.noun, "degree", "strength", "betweenness", "constraint"),
        *("effective size", "core", "cut point", "committee links", "meaning"),
    )
    shown = tuple(rows[:most])
    caption = (
        f"{len(shown):,} of {len(rows):,} shown, from a network of {graph.number_of_edges():,} "
        "pairs. These figures describe the network; they are not a test. "
        f"{' '.join(analysis.data.notes)} {analysis.in_words()}"
    )
    if analysis.query.method:
        caption += (
            " Strength, constraint and effective size weigh each pair by Newman; betweenness and "
            "cores take pairs alike. The disparity filter at 5 per cent would keep "
            f"{_kept_by_disparity(graph):,} of the pairs."
        )
    layout = TableLayout(
        details=(
            *("effective size", "constraint", "core", "cut point", "committee links"),
            *("betweenness", "strength"),
        )
    )
    return NetworkResult(Table(columns, shown, caption, layout), graph, analysis.parameters)


def _role_row(
    graph: Network, iri: str, role: Role, median: Mapping[str, float], links: int
) -> tuple[Value, ...]:
    """What one actor plays, for the table; the same is noted on its node."""
    means = meaning(role, len(graph) - 1, median, links)
    values = {
        "degree": role.degree,
        "strength": role.strength,
        "betweenness": role.betweenness,
        "constraint": role.constraint,
        "effective_size": role.effective_size,
        "core": role.core,
        "cut_point": role.cut_point,
        "committee_links": links,
        "meaning": means,
    }
    node = graph.nodes[iri]
    node.update({name: value for name, value in values.items() if value is not None})
    return (
        node["label"],
        node["named"],
        role.degree,
        round(role.strength, 3),
        round(role.betweenness, 2),
        None if role.constraint is None else round(role.constraint, 4),
        None if role.effective_size is None else round(role.effective_size, 3),
        role.core,
        "yes" if role.cut_point else "no",
        links,
        means,
    )


def _kept_by_disparity(graph: Network) -> int:
    nodes = sorted(graph)
    row = {node: number for number, node in enumerate(nodes)}
    weights = np.zeros((len(nodes), len(nodes)))
    for start, end, data in graph.edges(data=True):
        weights[row[start], row[end]] = weights[row[end], row[start]] = data["weight"]
    left, right = pairs(len(nodes))
    return int((disparity(weights)[left, right] < ALPHA).sum())


def _links(reader: StoreReader, analysis: NetworkAnalysis) -> dict[str, int]:
    """Pairs of committees that each actor alone joins."""
    if analysis.query.actors == "committees":
        return {}
    data = project(reader, analysis.query.actors, analysis.query.selection, "committees")
    joined: Incidence = data.named.T
    alone = sole_links(joined)
    return {actor.iri: int(count) for actor, count in zip(data.actors, alone, strict=True)}


def community_result(analysis: NetworkAnalysis, most: int | None) -> NetworkResult:
    """The communities of a network, with the agreement between runs."""
    graph, query = analysis.network, analysis.query
    if not graph.number_of_edges():
        raise UsageError("This network has no pairs, so it has no communities.")
    best = communities(graph, runs=query.runs, seed=query.seed)
    for node, group in best.group_of().items():
        graph.nodes[node]["community"] = group
    rows = tuple(
        (number, len(group), ", ".join(sorted(str(graph.nodes[node]["label"]) for node in group)))
        for number, group in enumerate(best.groups[:most], start=1)
    )
    sure = (
        "Searches from several starts agree well."
        if best.agreement >= CLEAR
        else "Searches from several starts do not agree, so do not rely on who is in which "
        "community."
    )
    caption = (
        f"{len(rows)} of {len(best.groups)} communities shown. {sure} "
        f"{' '.join(analysis.data.notes)} {analysis.in_words()}"
    )
    if query.method:
        caption += (
            f" Louvain's method, best of {best.runs} runs from seed {best.seed}: modularity "
            f"{best.modularity:.6f}; agreement between the runs {best.agreement:.3f} (adjusted "
            "Rand index: 1 is the same, 0 no more alike than by chance). E-I index "
            f"{best.outward:.3f}: -1 if all weight stays within communities, 1 if all leaves them."
        )
    parameters = {**analysis.parameters, "runs": str(best.runs)}
    return NetworkResult(Table(("community", "members", "names"), rows, caption), graph, parameters)
