"""Networks as graphs: roles and communities with published values, and formats without loss."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from queries.measures.communities import adjusted_rand, communities
from queries.measures.network_formats import write_network
from queries.measures.roles import meaning, medians, roles, sole_links

if TYPE_CHECKING:
    from pathlib import Path

    Network = nx.Graph[str]

BORGATTI = ["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"]

words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1
)
values = st.one_of(words, st.integers(-(2**53), 2**53), st.booleans(), st.floats(-1e300, 1e300))


def nodes(graph: nx.Graph[Any]) -> dict[str, dict[str, Any]]:
    return {str(node): dict(graph.nodes[node]) for node in graph}


def named(graph: nx.Graph[Any]) -> Network:
    return nx.relabel_nodes(graph, str)


def test_borgattis_graph_has_the_published_constraint_and_effective_size() -> None:
    found = roles(nx.Graph([(tie[0], tie[1]) for tie in BORGATTI]), weight=None)
    constraint = [found[node].constraint for node in "GAC"]
    assert constraint == pytest.approx([0.400, 0.595, 1], abs=5e-4)
    sizes = [found[node].effective_size for node in "GAC"]
    assert sizes == pytest.approx([4.67, 2.50, 1], abs=5e-3)


def test_krackhardts_kite_has_the_published_betweenness() -> None:
    found = roles(named(nx.krackhardt_kite_graph()), weight=None)
    heather, fernando, garth, ike, diane = (found[node].betweenness for node in "75683")
    assert [heather, ike] == pytest.approx([14, 8])
    assert [fernando, garth, diane] == pytest.approx([8.3333, 8.3333, 3.6667], abs=5e-5)
    assert [node for node in found if found[node].cut_point] == ["7", "8"]


def test_the_karate_club_has_its_best_known_communities() -> None:
    found = communities(named(nx.karate_club_graph()), runs=20, seed=1, weight=None)
    assert found.modularity == pytest.approx(0.419790, abs=5e-7)
    assert len(found.groups) == 4
    assert 0.5 < found.agreement <= 1


def test_the_same_seed_gives_the_same_communities() -> None:
    club = named(nx.karate_club_graph())
    assert communities(club, runs=3, seed=7) == communities(club, runs=3, seed=7)


def test_agreement_is_one_for_the_same_groups_and_about_none_by_chance() -> None:
    one = np.array([0, 0, 1, 1, 2, 2])
    assert adjusted_rand(one, np.array([2, 2, 0, 0, 1, 1])) == pytest.approx(1)
    chance = np.random.default_rng(1)
    draws = [
        adjusted_rand(chance.integers(0, 4, 200), chance.integers(0, 4, 200)) for _ in range(20)
    ]
    assert np.mean(draws) == pytest.approx(0, abs=0.01)


def test_an_actor_that_alone_joins_committees_is_credited() -> None:
    # Committees by actors: the first two share only the second actor, and so on.
    joined = np.array([[1, 1, 0], [0, 1, 1], [0, 1, 1]], dtype=np.bool_)
    assert sole_links(joined).tolist() == [0, 2, 0]


def test_roles_are_explained_in_words() -> None:
    star: Network = nx.Graph([("hub", other) for other in "abc"])
    star.add_edge("a", "b")
    star.add_node("alone")
    found = roles(star, weight=None)
    said = {node: meaning(found[node], 4, medians(found), 0) for node in found}
    assert "reach the rest through it alone" in said["hub"]
    assert "broker" in said["hub"]
    assert "Not named together" in said["alone"]
    assert "one pair of committees" in meaning(found["hub"], 4, medians(found), 1)


def sample() -> Network:
    graph: Network = nx.Graph(seed=1, voice="any", note='from "here" & <there>')
    graph.add_node("urn:a", label="Département “A” <b>", kind="organisation", named=3)
    graph.add_node("urn:b", label="B", kind="initiative", named=4)
    graph.add_node("urn:c", label="C", kind="initiative", named=0)
    graph.add_edge("urn:b", "urn:a", weight=1.5, together=2, p=1e-290, claimed=True)
    return graph


def test_graphml_comes_back_whole() -> None:
    again = nx.read_graphml(io.BytesIO(write_network(sample(), "graphml").encode()))
    assert nodes(again) == nodes(sample())
    assert dict(again.edges) == {("urn:a", "urn:b"): sample().edges["urn:a", "urn:b"]}
    assert again.graph.items() >= sample().graph.items()


def test_gexf_comes_back_whole_and_has_the_form_that_gephi_reads() -> None:
    text = write_network(sample(), "gexf")
    again = nx.read_gexf(io.BytesIO(text.encode()))
    assert nodes(again) == nodes(sample())
    edge = again.edges["urn:a", "urn:b"]
    assert edge.items() >= sample().edges["urn:a", "urn:b"].items()
    root = etree.fromstring(text.encode())
    space = {"g": "http://www.gexf.net/1.2draft"}
    assert root.get("version") == "1.2"
    assert json.loads(root.findtext("g:meta/g:description", "", space)) == sample().graph
    declared = {
        (kind.get("class"), one.get("id")): one.get("type")
        for kind in root.iterfind("g:graph/g:attributes", space)
        for one in kind.iterfind("g:attribute", space)
    }
    assert set(declared.values()) <= {"string", "long", "double", "boolean"}
    for kind, path in (("node", "g:nodes/g:node"), ("edge", "g:edges/g:edge")):
        for one in root.iterfind(f"g:graph/{path}", space):
            held = {value.get("for") for value in one.iterfind("g:attvalues/g:attvalue", space)}
            assert {(kind, name) for name in held} <= declared.keys()


def test_node_link_comes_back_whole() -> None:
    data = json.loads(write_network(sample(), "node-link"))
    again = nx.node_link_graph(data, edges="links")
    assert nx.utils.graphs_equal(again, sample())
    assert again.graph == sample().graph


def test_node_link_keeps_lists_as_lists() -> None:
    graph: Network = nx.Graph(parameters={"seed": 1})
    graph.add_edge("urn:a", "urn:b", sentences=[["committee", "“A”", "page"]])
    data = json.loads(write_network(graph, "node-link"))
    assert data["links"][0]["sentences"] == [["committee", "“A”", "page"]]
    assert data["graph"]["parameters"] == {"seed": 1}


def test_graphml_opens_in_igraph_with_every_attribute(tmp_path: Path) -> None:
    place = tmp_path / "network.graphml"
    place.write_text(write_network(sample(), "graphml"), encoding="utf-8")
    again = igraph.Graph.Read_GraphML(str(place))
    assert {one["id"]: (one["label"], one["kind"], one["named"]) for one in again.vs} == {
        node: (data["label"], data["kind"], data["named"])
        for node, data in sample().nodes(data=True)
    }
    (edge,) = again.es
    assert (edge["weight"], edge["together"], edge["p"], edge["claimed"]) == (1.5, 2, 1e-290, True)
    assert (again["seed"], again["voice"]) == (1, "any")


def test_what_xml_cannot_hold_is_written_as_an_escape() -> None:
    graph: Network = nx.Graph()
    graph.add_node("urn:a", label="bell\x07", sentences=[["committee", "“A”"]], missing=None)
    again = nx.read_graphml(io.BytesIO(write_network(graph, "graphml").encode()))
    assert again.nodes["urn:a"]["label"] == "bell\\u0007"
    assert json.loads(again.nodes["urn:a"]["sentences"]) == [["committee", "“A”"]]
    assert "missing" not in again.nodes["urn:a"]


@given(st.dictionaries(st.from_regex("[a-z]{1,8}", fullmatch=True), values, max_size=4), words)
@settings(max_examples=60, deadline=None)
def test_any_values_come_back_from_graphml(data: dict[str, Any], node: str) -> None:
    graph: Network = nx.Graph()
    graph.add_node(node, **data)
    again = nx.read_graphml(io.BytesIO(write_network(graph, "graphml").encode()))
    assert nodes(again) == {node: data}
