"""What a network is like: the roles of its actors, and its communities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graph.errors import UsageError
from queries.measures.bootstrap import LEVEL, draw_columns, measure_ranges, network_of
from queries.measures.communities import ALGORITHMS, CLEAR, agreement_of, communities
from queries.measures.network_result import NetworkResult
from queries.measures.projection import project
from queries.measures.roles import (
    betweenness,
    constraint,
    meaning,
    medians,
    roles,
    sole_links,
)
from queries.result_tables import Table
from queries.statistics.disparity import disparity
from queries.statistics.incidence_matrix import pairs
from queries.statistics.significance import ALPHA
from queries.table_layout import TableLayout

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from queries.measures.bootstrap import MeasureRange
    from queries.measures.communities import Communities
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
    ranges = _ranges(analysis)
    rows = [
        (
            *_role_row(graph, iri, plays[iri], median, links.get(iri, 0)),
            *_range_cells(graph, iri, ranges),
        )
        for iri in order
    ]
    columns = (
        *("name", analysis.data.noun, "degree", "strength", "betweenness", "constraint"),
        *("effective size", "core", "cut point", "committee links", "meaning"),
        *(f"{name} in draws" for name in ranges),
    )
    shown = tuple(rows[:most])
    caption = (
        f"{len(shown):,} of {len(rows):,} shown, from a network of {graph.number_of_edges():,} "
        "pairs. These figures describe the network; they are not a test. "
        f"{' '.join(analysis.data.notes)} {analysis.in_words()}"
    )
    if ranges:
        caption += (
            f" “In draws”: where {LEVEL:.0%} of {analysis.query.draws:,} networks lie whose "
            "findings were drawn anew; where the ranges of two names overlap, other findings could "
            "exchange them."
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


def _ranges(analysis: NetworkAnalysis) -> dict[str, dict[str, MeasureRange]]:
    """Betweenness and constraint of every actor where findings are drawn anew, by measure.

    Raises:
        UsageError: If the network has not every pair that a finding names.
    """
    query, data = analysis.query, analysis.data
    if not query.draws:
        return {}
    if data.answers is not None or query.least > 1 or query.claimed:
        raise UsageError(
            "Draws are made of every pair that a finding names: leave out --minimum, --claimed and "
            "--words-of across."
        )
    names = [actor.iri for actor in data.actors]

    def drawn() -> Iterator[Network]:
        for ties in draw_columns(data.ties, query.draws, query.seed):
            yield network_of(ties, names, analysis.left_out)

    return {
        "betweenness": measure_ranges(drawn(), betweenness),
        "constraint": measure_ranges(drawn(), constraint),
    }


def _range_cells(
    graph: Network, iri: str, ranges: Mapping[str, Mapping[str, MeasureRange]]
) -> tuple[Value, ...]:
    """The ranges of one actor, for the table; their ends are noted on its node."""
    cells: list[Value] = []
    for name, by_actor in ranges.items():
        of_actor = by_actor.get(iri)
        cells.append(str(of_actor) if of_actor else None)
        if of_actor:
            graph.nodes[iri].update({f"{name}_low": of_actor.low, f"{name}_high": of_actor.high})
    return tuple(cells)


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
    best = communities(graph, runs=query.runs, seed=query.seed, algorithm=query.algorithm)
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
        f"{_beside_louvain(graph, best)}{' '.join(analysis.data.notes)} {analysis.in_words()}"
    )
    if query.method:
        caption += (
            f" {best.algorithm.capitalize()}'s method, best of {best.runs} runs from seed "
            f"{best.seed}: modularity {best.modularity:.6f}; agreement between the runs "
            f"{best.agreement:.3f} (adjusted Rand index: 1 is the same, 0 no more alike than by "
            f"chance). E-I index {best.outward:.3f}: -1 if all weight stays within communities, "
            "1 if all leaves them."
        )
    algorithm = {} if best.algorithm == ALGORITHMS[0] else {"algorithm": best.algorithm}
    parameters = {**analysis.parameters, "runs": str(best.runs), **algorithm}
    return NetworkResult(Table(("community", "members", "names"), rows, caption), graph, parameters)


def _beside_louvain(graph: Network, best: Communities) -> str:
    """How far the communities of another method are those that Louvain's finds."""
    if best.algorithm == ALGORITHMS[0]:
        return ""
    usual = communities(graph, runs=best.runs, seed=best.seed)
    return (
        f"On a scale where 1 is the same and 0 no more alike than by chance, its {best.runs} "
        f"searches agree by {best.agreement:.2f}, those of Louvain's method by "
        f"{usual.agreement:.2f}, and the best of the two methods by "
        f"{agreement_of(best, usual):.2f}. "
    )
