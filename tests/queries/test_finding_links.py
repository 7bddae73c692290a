"""Findings joined with findings: the network, routes, and that both say what the question says."""

from __future__ import annotations

import json
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import joinedup
from graph.errors import UsageError
from graph.store.embedded import Store
from queries.finding_links.finding_joint import LINK_KINDS, FindingJoint, read_joints
from queries.finding_links.finding_network import WIDEST, FindingLinkQuery, FindingNetwork
from queries.finding_links.finding_routes import finding_path_result
from queries.finding_links.link_words import LinkWordsReader, shorten
from queries.measures.selection import Selection
from queries.measures.store_reader import StoreReader
from queries.query_request import Limits, QueryRequest
from queries.query_runner import run
from tests.queries.test_questions import store_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

ID = "https://w3id.org/joinedup/id/"
NAMES = ("a", "again", "cites", "same", "beside", "shown", "scheme", "alone", "empty")


@pytest.fixture(scope="module")
def made_store() -> Store:
    """The graph of the saved question's case."""
    return Store(store_of("connected-findings"))


@pytest.mark.parametrize("name", NAMES)
def test_the_joints_are_the_rows_of_the_saved_question(made_store: Store, name: str) -> None:
    iri = f"{ID}finding/{name}"
    rows = run(made_store, QueryRequest("connected-findings", {"finding": iri}), Limits()).rows
    answer_rows = {tuple(str(getattr(cell, "value", "")) for cell in row) for row in rows}
    joined = {
        (joint.kind, joint.name, right if left == iri else left, joint.iri)
        for joint in read_joints(made_store)
        for left, right in joint.pairs()
        if iri in (left, right)
    }
    assert joined == {
        (kind, joins, other, thing) for kind, joins, other, _, thing, _ in answer_rows
    }


def test_the_joints_of_real_findings_are_the_rows_of_the_saved_question(
    bundled_store: Path,
) -> None:
    store = Store.open(bundled_store)
    pairs = [(joint, pair) for joint in read_joints(store) for pair in joint.pairs()]
    ends = sorted({end for _, pair in pairs for end in pair})
    graph = joinedup.open(bundled_store)
    for iri in ends[:: max(1, len(ends) // 6)]:
        table = graph.ask("connected-findings", finding=iri)
        answer_rows = {(str(row[0]), str(row[2]), str(row[4])) for row in table.rows}
        joined = {
            (joint.kind, next(end for end in pair if end != iri), joint.iri)
            for joint, pair in pairs
            if iri in pair
        }
        assert answer_rows == joined


def test_what_joins_whom_around_a_centre_joins_nobody_else(made_store: Store) -> None:
    [cited] = read_joints(made_store, ("citations",))
    assert cited.centre == f"{ID}finding/cites"
    assert list(cited.pairs()) == [(f"{ID}finding/a", f"{ID}finding/cites")]
    assert cited.within({f"{ID}finding/a"}) is None


@given(st.integers(2, 12), st.booleans())
def test_every_pair_stands_once_and_the_votes_are_newmans(size: int, has_centre: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    names = tuple(f"f{number:02}" for number in range(size))
    joint = (
        FindingJoint("citations", "j", "j", names[1:], names[0])
        if has_centre
        else FindingJoint("answers", "j", "j", names)
    )
    pairs = list(joint.pairs())
    assert len(pairs) == len(set(pairs))
    assert all(left < right for left, right in pairs)
    everybody = set(combinations(names, 2))
    assert set(pairs) == (
        {pair for pair in everybody if names[0] in pair} if has_centre else everybody
    )
    assert joint.weight == 1 / (size - 1)


def test_every_link_of_real_findings_shows_its_words(bundled_store: Path) -> None:
    store = Store.open(bundled_store)
    words = LinkWordsReader(store)
    for joint in read_joints(store):
        for pair in joint.pairs():
            shown = words.of(joint, pair)
            assert shown, (joint, pair)
            assert all(each.words and each.who and each.source for each in shown)


def test_the_network_counts_what_its_caption_says(bundled_store: Path) -> None:
    reader = StoreReader(Store.open(bundled_store))
    network = FindingNetwork(reader, FindingLinkQuery(with_words=True))
    graph = network.network()
    links = sum(len(data["joins"]) for _, _, data in graph.edges(data=True))
    assert f"{links:,} of {links:,} links shown." in network.table(None).caption
    assert f"{graph.number_of_nodes():,} of these are linked" in network.in_words()
    assert all(data["sentences"] for _, _, data in graph.edges(data=True))
    assert all(
        set(data["linked_through"]) <= LINK_KINDS.keys() for *_, data in graph.edges(data=True)
    )


def test_a_selection_leaves_links_between_chosen_findings_alone(bundled_store: Path) -> None:
    reader = StoreReader(Store.open(bundled_store))
    selection = Selection(parliament="2019")
    chosen, _ = reader.selected(selection)
    graph = FindingNetwork(reader, FindingLinkQuery(selection)).network()
    assert set(graph) <= chosen
    assert graph.number_of_edges()


def wide_store() -> Store:
    store = Store.in_memory()
    lines = [f"<{ID}initiative/big> a ju:Initiative ; rdfs:label 'Big' ."]
    lines += [
        f"<{ID}finding/{number:03}> a ju:Finding ; rdfs:label 'Finding {number:03}' ; "
        f"ju:concerns <{ID}initiative/big> ."
        for number in range(WIDEST + 1)
    ]
    store.dataset().update(
        "PREFIX ju: <https://w3id.org/joinedup/ontology#> "
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        f"INSERT DATA {{ {' '.join(lines)} }}"
    )
    return store


def test_what_joins_too_many_is_named_and_counts_for_routes_alone() -> None:
    store = wide_store()
    network = FindingNetwork(StoreReader(store), FindingLinkQuery())
    assert not list(network.links())
    assert f"Big ({WIDEST + 1})" in network.in_words()
    ends = f"{ID}finding/000", f"{ID}finding/001"
    result = finding_path_result(store, {}, *ends)
    assert f"1 step, cost {WIDEST}" in result.table.caption


def test_a_route_is_the_shortest_and_every_step_is_a_link(made_store: Store) -> None:
    joints = read_joints(made_store)
    pairs = {pair for joint in joints for pair in joint.pairs()}
    graph = nx.Graph(pairs)
    ends = f"{ID}finding/again", f"{ID}finding/scheme"
    network = finding_path_result(made_store, {}, *ends).network
    assert all((min(edge), max(edge)) in pairs for edge in network.edges)
    route = nx.shortest_path(network, *ends)
    assert len(route) == len(nx.shortest_path(graph, *ends)) == 3
    with pytest.raises(UsageError, match="the same finding"):
        finding_path_result(made_store, {}, ends[0], ends[0])
    assert not finding_path_result(made_store, {}, ends[0], f"{ID}finding/alone").table.rows


def test_long_words_are_cut_at_a_word_and_say_so() -> None:
    assert shorten("Short  words.\n") == "Short words."
    assert shorten("word " * 200).endswith("word …")


def test_the_command_the_method_and_the_files_agree(
    run_joinedup: Callable[..., Run], bundled_store: Path, tmp_path: Path
) -> None:
    words = ["network", "findings", "--linked-through", "answers", "--store", bundled_store]
    shown = json.loads(run_joinedup(*words, "--format", "json", "--all").stdout)
    run_joinedup(*words, "-o", "links.graphml")
    read = nx.read_graphml(tmp_path / "links.graphml")
    method = joinedup.open(bundled_store).network("findings", linked_through="answers")
    assert set(map(frozenset, read.edges)) == set(map(frozenset, method.edges))
    links = {(row["A"], row["B"], row["what joins them"]) for row in shown["rows"]}
    assert len(links) == sum(len(data["joins"]) for *_, data in method.edges(data=True))


def test_what_does_not_apply_is_refused_in_plain_words(
    run_joinedup: Callable[..., Run], bundled_store: Path
) -> None:
    for words, message in (
        (["findings", "--claimed"], "--claimed does not apply to findings"),
        (["findings", "--linked-through", "reports"], "Findings are not linked through reports"),
        (
            ["departments", "--linked-through", "answers"],
            "Only findings are linked through answers",
        ),
        (["departments", "--about", "x"], "--about applies to findings"),
        (["findings", "--about", "no such one"], "No finding is called"),
    ):
        refused = run_joinedup("network", *words, "--store", bundled_store)
        assert refused.returncode == 2
        assert message in refused.stderr
    mixed = run_joinedup("path", "accountability-index-4-13168", "DfE", "--store", bundled_store)
    assert mixed.returncode == 2
    assert "Only one of the two is a finding" in mixed.stderr
