"""Leiden's method: known networks, connected communities, and how it stands beside Louvain's."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from graph.errors import UsageError
from queries.measures.communities import agreement_of, communities
from queries.measures.leiden import leiden_partition
from queries.measures.network_analysis import NetworkQuery, analyse
from queries.measures.selection import Selection
from queries.measures.structure import community_result

if TYPE_CHECKING:
    from queries.measures.store_reader import StoreReader

pytest.importorskip("igraph")


def karate_club() -> nx.Graph[str]:
    club: nx.Graph[str] = nx.Graph()
    for left, right in nx.karate_club_graph().edges:
        club.add_edge(str(left), str(right), weight=1.0)
    return club


def test_the_karate_club_has_the_modularity_that_is_published() -> None:
    """0.4198 is the highest there is (Brandes and others, 2008), in four communities."""
    best = communities(karate_club(), algorithm="leiden", runs=10)
    assert best.modularity == pytest.approx(0.4198, abs=5e-5)
    assert len(best.groups) == 4
    usual = communities(karate_club(), runs=10)
    assert best.modularity >= usual.modularity - 1e-9
    assert agreement_of(best, best) == 1.0
    assert 0.5 < agreement_of(best, usual) <= 1.0


@pytest.mark.parametrize("seed", range(5))
def test_every_community_is_connected_and_a_seed_gives_it_again(seed: int) -> None:
    network = nx.relabel_nodes(nx.connected_watts_strogatz_graph(60, 4, 0.3, seed=seed), str)
    groups = leiden_partition(network, None, seed)
    assert sorted(node for group in groups for node in group) == sorted(network)
    assert all(nx.is_connected(network.subgraph(group)) for group in groups)
    assert leiden_partition(network, None, seed) == groups


def test_weights_count() -> None:
    network: nx.Graph[str] = nx.cycle_graph(6)
    network = nx.relabel_nodes(network, str)
    for left, right in network.edges:
        network.edges[left, right]["weight"] = (
            10.0 if {left, right} in ({"0", "1"}, {"2", "3"}, {"4", "5"}) else 0.1
        )
    groups = {frozenset(group) for group in leiden_partition(network, "weight", 1)}
    assert groups == {frozenset("01"), frozenset("23"), frozenset("45")}


def test_the_caption_holds_it_against_the_other_method(bundled_reading: StoreReader) -> None:
    query = NetworkQuery("everything", Selection(), runs=3, algorithm="leiden", method=True)
    result = community_result(analyse(bundled_reading, query), 3)
    assert "those of Louvain's method by" in result.table.caption
    assert "Leiden's method, best of 3 runs" in result.table.caption
    assert result.parameters["algorithm"] == "leiden"


def test_without_igraph_a_plain_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real_import = builtins.__import__

    def refuse(name: str, *words: object, **named: object) -> object:
        if name == "igraph":
            raise ImportError(name)
        return real_import(name, *words, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UsageError, match="needs igraph: pip install"):
        communities(karate_club(), algorithm="leiden", runs=2)
