"""Paths, gaps and the commands: every link has its sentence, every output says how it was made."""

from __future__ import annotations

import csv
import html
import io
import json
from typing import TYPE_CHECKING

import networkx as nx
import pyoxigraph as ox
import pytest

from graph.store.embedded import Store
from queries.connections import Connections
from queries.entity_lookup import load_lookup
from queries.measures.network_analysis import NetworkQuery, analyse
from queries.measures.network_result import FORMATS
from queries.measures.pair_results import pair_result, tie_result
from queries.measures.paths import find_routes, pair_network, path_result
from queries.measures.projection import project
from queries.measures.selection import Selection
from queries.measures.store_reader import StoreReader
from queries.measures.structure import community_result, role_result

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run


PARTS = """
@prefix ju: <https://w3id.org/joinedup/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<urn:whole> a ju:Organisation ; rdfs:label "Whole" .
<urn:middle> a ju:Organisation ; rdfs:label "Middle" ; org:subOrganizationOf <urn:whole> .
<urn:grain> a ju:Initiative ; rdfs:label "Grain" ; ju:partOf <urn:middle> .
<urn:speck> a ju:Initiative ; rdfs:label "Speck" ; ju:partOf <urn:grain> .
<urn:alone> a ju:Initiative ; rdfs:label "Alone" .
<urn:f> a ju:Finding ; ju:concerns <urn:grain> .
<urn:g> a ju:Finding ; ju:concerns <urn:grain> .
"""


@pytest.fixture(scope="module")
def connections(bundled_store: Path) -> Connections:
    return Connections(Store.open(bundled_store))


def test_every_step_of_a_way_has_a_sentence_for_both_its_ends(connections: Connections) -> None:
    known = load_lookup(connections.reader.store)
    data = project(connections.reader, "everything", Selection())
    result = path_result(connections, data, known.find("Data First"), known.find("Ofsted"), 1)
    steps: dict[tuple[object, object], set[object]] = {}
    for route, step, one, other, _, _, thing, _, sentence, source in result.table.rows:
        assert sentence
        assert source
        assert thing in (one, other)
        steps.setdefault((route, step), set()).add(thing)
    assert steps
    assert all(len(ends) == 2 for ends in steps.values())
    assert all(edge["sentences"] for _, _, edge in result.network.edges(data=True))


def test_the_strongest_way_avoids_findings_that_name_everybody() -> None:
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from("abc", kind="organisation")
    network.add_node("i", kind="initiative")
    network.add_edge("a", "b", together=1, cost=30.0)
    network.add_edge("a", "c", together=9, cost=0.2)
    network.add_edge("c", "b", together=9, cost=0.2)
    network.add_edge("a", "i", together=1, cost=2.0)
    network.add_edge("i", "b", together=1, cost=2.0)
    found = {route.name: route.things for route in find_routes(network, "a", "b")}
    assert found == {
        "shortest": ("a", "b"),
        "strongest": ("a", "c", "b"),
        "through initiatives": ("a", "i", "b"),
    }
    network.add_node("far", kind="organisation")
    assert find_routes(network, "a", "far") == []


def test_a_thing_that_no_finding_names_points_to_its_named_part(
    facts_reading: StoreReader,
) -> None:
    connections = Connections(facts_reading.store)
    known = load_lookup(facts_reading.store)
    part = known.find("Extended ECHILD")
    count = connections.table.counts.things[part].findings
    caption = connections.pairs(known.find("ECHILD")).caption
    assert "No finding here names Education and Child Health Insights from Linked Data." in caption
    assert (
        f"Its part 'Extended ECHILD' is named in {count}: "
        '`joinedup connections "Extended ECHILD"`.' in caption
    )


def test_parts_of_parts_and_wholes_that_findings_name_are_offered_too() -> None:
    memory = ox.Store()
    memory.load(PARTS.encode(), format=ox.RdfFormat.TURTLE)
    offered = Connections(Store(memory))
    whole = offered.pairs("urn:whole").caption
    assert "No finding here names Whole. Its part 'Grain' is named in 2: " in whole
    assert "`joinedup connections Grain`." in whole
    speck = offered.pairs("urn:speck").caption
    assert "What it is part of, 'Grain', is named in 2: " in speck
    assert "is named" not in offered.pairs("urn:alone").caption
    assert "No finding names Grain beside another." in offered.pairs("urn:grain").caption


def test_a_tie_counts_joint_findings(connections: Connections) -> None:
    data = project(connections.reader, "everything", Selection())
    known = load_lookup(connections.reader.store)
    one, other = known.find("DfE"), known.find("MoJ")
    assert pair_network(data).edges[one, other]["together"] == len(
        connections.findings_with_both(one, other)
    )


def test_one_pair_says_the_expected_figure_of_the_table_of_pairs(connections: Connections) -> None:
    counted = {frozenset(row[:2]): row[5] for row in connections.pairs().rows}
    graph = connections.result().network
    seldom = min(graph.edges(data=True), key=lambda edge: edge[2]["expected"] or 1)
    labels = frozenset(graph.nodes[end]["label"] for end in seldom[:2])
    caption = connections.between(*seldom[:2]).caption
    assert f"About {counted[labels]:g} would be expected" in caption


def test_connections_ask_only_for_one_pair(connections: Connections) -> None:
    known = load_lookup(connections.reader.store)
    table = connections.between(known.find("DfE"), known.find("MoJ"))
    assert "About 6.44 would be expected by coincidence" in table.caption
    assert "not evidence of a special link" in table.caption
    assert "Null model" not in table.caption
    knowing = Connections(connections.reader.store, method=True)
    assert "Null model" in knowing.between(known.find("DfE"), known.find("MoJ")).caption
    fewer = connections.between(known.find("DfE"), known.find("MoJ"), most=1)
    assert {row[0] for row in fewer.rows} < {row[0] for row in table.rows}
    assert "Shown: 1 of them" in fewer.caption


MARKS = str.maketrans("", "", "»«")
"""What marks the name in a sentence."""


@pytest.mark.parametrize("form", FORMATS)
def test_a_link_comes_with_its_sentences_in_every_format(
    connections: Connections, form: str
) -> None:
    known = load_lookup(connections.reader.store)
    result = connections.link(known.find("DfE"), known.find("MoJ"), 2)
    text = result.render(form, width=1_000)
    for row in result.table.rows:
        words = str(row[3]).partition("] ")[2]
        shown = html.unescape(text) if form in ("graphml", "gexf") else text
        if form in ("table", "record"):  # a sentence that has both names is shown once
            words, shown = (each.translate(MARKS) for each in (words, shown))
        assert words in shown
    assert "Department for Education" in text


def test_a_pair_has_the_same_chance_asked_alone_and_among_all(connections: Connections) -> None:
    health = load_lookup(connections.reader.store).find("NHS England")
    for kind in ("organisation", "all"):
        alone = {frozenset(row[:2]): row for row in connections.pairs(health, kind).rows}
        among = {frozenset(row[:2]): row for row in connections.pairs(None, kind).rows}
        for pair, row in alone.items():
            if kind == "organisation" or len(alone) > len(among) / 100:
                assert row[6] == pytest.approx(among[pair][6], rel=1e-6)
                assert row[7] == among[pair][7]


@pytest.mark.parametrize("form", FORMATS)
def test_parameters_and_seed_stand_in_every_output(connections: Connections, form: str) -> None:
    reading = connections.reader
    found = analyse(reading, NetworkQuery("organisations", Selection(), seed=7, runs=3))
    for result in (
        pair_result(reading, found, 5),
        role_result(reading, found, 5),
        community_result(found, 5),
        tie_result(reading, found, 5),
    ):
        text = result.render(form)
        assert "seed" in text
        if form == "json":
            assert json.loads(text)["parameters"]["seed"] == "7"
        if form == "csv":
            rows = list(csv.DictReader(io.StringIO(text)))
            assert rows
            assert all("seed=7" in row["parameters"] for row in rows)
        if form == "graphml":
            graph = nx.read_graphml(io.BytesIO(text.encode()))
            assert json.loads(graph.graph["parameters"])["seed"] == "7"
            assert all(data["label"] for _, data in graph.nodes(data=True))


def test_the_command_writes_results_alone_to_standard_output(
    run_joinedup: Callable[..., Run], bundled_store: Path
) -> None:
    words = ("network", "committees", "--seed", "7", "--show", "communities", "--runs", "3")
    shown = run_joinedup(*words, "--format", "node-link", "--store", bundled_store)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert json.loads(shown.stdout)["graph"]["parameters"]


def test_path_and_gaps_on_the_command_line(
    run_joinedup: Callable[..., Run], bundled_store: Path
) -> None:
    path = run_joinedup(
        "path", "Data First", "Ofsted", "--format", "json", "--store", bundled_store
    )
    assert all(row["sentence"] for row in json.loads(path.stdout)["rows"])
    gaps = run_joinedup("gaps", "bridge", "--format", "graphml", "--store", bundled_store)
    graph = nx.read_graphml(io.BytesIO(gaps.stdout.encode()))
    assert all(json.loads(edge["sentences"]) for _, _, edge in graph.edges(data=True))
    same = run_joinedup("path", "DfE", "dfe", "--store", bundled_store)
    assert same.returncode == 2
    assert "are both Department for Education" in same.stderr


def test_what_cannot_be_selected_is_said(
    run_joinedup: Callable[..., Run], bundled_store: Path
) -> None:
    for words, message in (
        (("organisations", "--role", "nonsense"), "it has: answer, "),
        (("organisations", "--role", "answer"), "No finding that was selected"),
        (("organisations", "--false-claims", "200%"), "between 0% and 100%"),
        (("initiatives", "--by", "initiatives"), "cannot be linked through"),
    ):
        shown = run_joinedup("network", *words, "--store", bundled_store)
        assert shown.returncode == 2
        assert message in shown.stderr
        assert "Traceback" not in shown.stderr


def test_reading_twice_reads_once(bundled_store: Path) -> None:
    reading = StoreReader(Store.open(bundled_store))
    assert reading.named("any") is reading.named("any")


@pytest.mark.parametrize(
    "words",
    [
        ("connections", "DfE"),
        ("connections", "DfE", "MoJ"),
        ("gaps", "bridge", "--as-of", "2025"),
        ("network", "departments", "--from", "2019", "--to", "2025", "--position", "accepted"),
        ("network", "departments", "--position", "rejected", "--position-of", "tracker"),
        ("network", "organisations", "--show", "change"),
        ("path", "Data First", "Ofsted"),
    ],
)
def test_what_a_result_was_made_with_is_called_as_the_options_are(
    words: tuple[str, ...], run_joinedup: Callable[..., Run], bundled_store: Path
) -> None:
    shown = run_joinedup(*words, "--format", "json", "--store", bundled_store)
    options = run_joinedup(words[0], "--help").stdout
    arguments = {"A", "B", "about", "from", "to", "what", "gaps", "only"}
    parameters = json.loads(shown.stdout)["parameters"].keys()
    assert {name for name in parameters - arguments if f"--{name}" not in options} == set()
