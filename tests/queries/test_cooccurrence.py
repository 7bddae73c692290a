"""One table of pairs: the same figures and the same verdict wherever a pair is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy.stats import false_discovery_control

from graph.store.embedded import Store
from joinedup.api import Graph
from queries.connections import Connections
from queries.cooccurrence.pair_statements import state_pairs
from queries.cooccurrence.pair_table import PairTable
from queries.measures.change import change_result
from queries.measures.gaps import GapFinder
from queries.measures.network_analysis import NetworkQuery, analyse
from queries.measures.pair_results import pair_result, tie_result
from queries.measures.selection import Selection
from queries.measures.store_reader import StoreReader
from queries.measures.structure import community_result, role_result
from queries.query_files import load_question
from queries.statistics.false_discovery import q_values
from tests.made_facts import chart_of, network_of
from tests.made_networks import PLANTED, made_findings
from tests.queries.test_planted_networks import EXTRA, stored
from visualisations.graph_facts import read_facts

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from queries.result_tables import Table

HMCTS, MOJ = "HM Courts & Tribunals Service", "Ministry of Justice"
DFE, CAFCASS = "Department for Education", "Cafcass"
PAIRS = ((HMCTS, MOJ), (DFE, MOJ), (CAFCASS, DFE))
BASE = '<urn:graph> <http://rdfs.org/ns/void#uriSpace> "https://example.org/" .'
Judgement = tuple[float, str]


@pytest.fixture(scope="module")
def store(bundled_store: Path) -> Store:
    return Store.open(bundled_store)


def iri_of(table: PairTable, label: str) -> str:
    (iri,) = (iri for iri, thing in table.counts.things.items() if thing.label == label)
    return iri


def in_rows(table: Table, ends: tuple[str, str]) -> set[Judgement]:
    """What the rows of a table say of a pair."""
    expected = table.columns.index("expected by coincidence")
    verdict = table.columns.index("more than coincidence")
    return {
        (float(str(row[expected])), str(row[verdict]))
        for row in table.rows
        if {*row[:2]} == {*ends}
    }


def in_connections(store: Store, ends: tuple[str, str]) -> set[Judgement]:
    connections = Connections(store)
    left, right = (iri_of(connections.table, label) for label in ends)
    tables = [
        connections.pairs(),
        connections.pairs(kind="organisation"),
        connections.pairs(left),
        connections.pairs(right),
        connections.pairs(left, kind="organisation"),
        connections.result().table,
        Graph(store).connections(),
        Graph(store).connections(ends[0]),
    ]
    edge = connections.result().network.edges[left, right]
    joint = connections.findings_with_both(left, right)
    pair = connections.table.pair(left, right, len(joint))
    words = pair.in_words(connections.table.counts.total, connections.table.family)
    for caption in (
        connections.between(left, right).caption,
        connections.between(right, left).caption.replace(f"{ends[1]} and {ends[0]}", "x"),
        Graph(store).connections(*ends).caption,
    ):
        assert words.partition(" are named")[2] in caption
    return set().union(*(in_rows(table, ends) for table in tables)) | {
        (edge["expected"], edge["more_than_coincidence"]),
        (round(pair.expected, 2), pair.verdict),
    }


def in_networks(store: Store, ends: tuple[str, str]) -> set[Judgement]:
    judgements = set()
    for actors in ("organisations", "everything"):
        reader = StoreReader(store)
        analysis = analyse(reader, NetworkQuery(actors, Selection()))
        judgements |= in_rows(pair_result(reader, analysis, None).table, ends)
        for left, right, edge in analysis.network.edges(data=True):
            if {analysis.network.nodes[end]["label"] for end in (left, right)} == {*ends}:
                judgements.add((round(edge["expected"], 2), edge["more_than_coincidence"]))
    return judgements


def in_pages(store: Store, ends: tuple[str, str]) -> set[Judgement]:
    facts, table = read_facts(store), PairTable(store)
    left, right = (iri_of(table, label) for label in ends)
    judgements = set()
    for shown in (
        network_of(facts, "departments"),
        network_of(facts, "everything"),
        network_of(facts, "ego", left),
        network_of(facts, "path", left, right),
    ):
        (pair,) = (pair for pair in shown.pairs if {pair.left, pair.right} == {left, right})
        assert pair.solid == (pair.verdict == "yes")
        judgements.add((round(pair.expected or 0, 2), pair.verdict))
    return judgements


@pytest.mark.parametrize("ends", PAIRS)
def test_a_pair_is_judged_alike_wherever_it_is_shown(store: Store, ends: tuple[str, str]) -> None:
    judgements = in_connections(store, ends) | in_networks(store, ends) | in_pages(store, ends)
    assert len(judgements) == 1
    ((_, verdict),) = judgements
    listed = {frozenset((row[1], row[3])) for row in Graph(store).ask("pairs-above-chance").rows}
    assert (frozenset(ends) in listed) == (verdict == "yes")


def test_the_saved_question_lists_what_the_table_claims(store: Store) -> None:
    table = PairTable(store)
    assert table.is_stated
    rows = Graph(store).ask("pairs-above-chance").rows
    claims = {
        frozenset((pair.left, pair.right)): (round(pair.expected, 2), pair.together)
        for pair in table.every_pair()
        if pair.verdict == "yes"
    }
    assert claims
    assert {frozenset((row[0], row[2])): (row[8], row[4]) for row in rows} == claims


def test_the_register_says_which_pairs_it_joins(store: Store) -> None:
    table = PairTable(store)
    pair = table.pair(iri_of(table, HMCTS), iri_of(table, MOJ), 10)
    assert pair.register_words == "own agency"
    assert "already joins them: own agency" in pair.in_words(165, table.family)


def test_what_is_stated_is_what_is_tested_anew(store: Store) -> None:
    stated, table = PairTable(store), PairTable(store)
    table.__dict__["_stated_family"] = None
    assert table.family == stated.family


def test_a_test_of_other_findings_is_not_believed() -> None:
    store = with_base(made_findings(1, planted=EXTRA))
    state_pairs(store)
    assert PairTable(store).is_stated
    store.load(b"<urn:f0> <https://w3id.org/joinedup/ontology#concerns> <urn:i> .")
    assert not PairTable(store).is_stated


def test_selected_findings_are_judged_apart_and_the_whole_stands_beside(store: Store) -> None:
    reader = StoreReader(store)
    query = NetworkQuery("organisations", Selection(parliament="2019"))
    table = pair_result(reader, analyse(reader, query), None).table
    assert table.columns[-1] == "in the whole graph"
    assert "judged among themselves" in table.caption
    ends = {HMCTS, MOJ}
    verdicts = {row[-1] for row in table.rows if {*row[:2]} == ends}
    whole = {pair.verdict for pair in PairTable(store).every_pair() if {*pair.labels} == ends}
    assert verdicts <= whole


COLUMN = "in the whole graph"


def test_a_caption_speaks_of_the_column_with_the_verdict_where_there_is_one(store: Store) -> None:
    reader = StoreReader(store)
    query = NetworkQuery("organisations", Selection(parliament="2019"))
    analysis = analyse(reader, query)
    for result in (
        pair_result(reader, analysis, None),
        change_result(reader, NetworkQuery("organisations", Selection()), "parliament", None),
        role_result(reader, analysis, None),
        community_result(analysis, None),
        tie_result(reader, analysis, None),
        change_result(reader, NetworkQuery("committees", Selection()), "parliament", None),
        pair_result(reader, analyse(reader, NetworkQuery("everything", Selection())), None),
    ):
        assert (COLUMN in result.table.columns) == (f"“{COLUMN}”" in result.table.caption)


def test_pairs_of_a_period_have_the_verdict_of_the_whole_graph_beside(store: Store) -> None:
    query = NetworkQuery("organisations", Selection())
    table = change_result(StoreReader(store), query, "parliament", None).table
    verdicts = {frozenset(pair.labels): pair.verdict for pair in PairTable(store).every_pair()}
    assert {row[1] for row in table.rows} >= {"appeared", "vanished"}
    assert [row for row in table.rows if row[-1] != verdicts[frozenset(map(str, row[2:4]))]] == []


def with_base(
    ties: np.ndarray[tuple[int, int], np.dtype[np.bool_]], initiatives: Collection[int] = ()
) -> Store:
    """A store that says where its things live and what its findings are called, as pages need."""
    store = stored(ties, initiatives=initiatives)
    labels = [
        f'<urn:f{column}> <http://www.w3.org/2000/01/rdf-schema#label> "F{column}" .'
        for column in range(ties.shape[1])
    ]
    store.load("\n".join([BASE, *labels]).encode())
    return store


def claims_everywhere(store: Store) -> dict[str, set[frozenset[str]]]:
    """The pairs that each output claims, by their names."""
    state_pairs(store)
    connections, reader, facts = Connections(store), StoreReader(store), read_facts(store)
    claims = {
        "connections": {
            frozenset(map(str, row[:2])) for row in connections.pairs().rows if row[7] == "yes"
        },
        "question": {
            frozenset((row[1].value, row[3].value))  # type: ignore[union-attr] # literals
            for row in store.rows(load_question("pairs-above-chance").sparql)
        },
        "gaps": {
            frozenset(gap.about) for gap in GapFinder(reader, Selection()).without_initiative().gaps
        },
    }
    for actors in ("organisations", "everything"):
        network = analyse(reader, NetworkQuery(actors, Selection()))
        claims[f"network of {actors}"] = {
            frozenset(map(str, row[:2]))
            for row in pair_result(reader, network, None).table.rows
            if row[-1] == "yes"
        }
    for name in ("departments", "everything"):
        claims[f"page of {name}"] = {
            frozenset(facts.entities[end].label for end in (pair.left, pair.right))
            for pair in network_of(facts, name).pairs
            if pair.solid
        }
    return claims


def claims_in_matrix(store: Store) -> tuple[set[frozenset[str]], int]:
    """The pairs that the matrix claims, by their names, and the number of cells it frames."""
    chart = chart_of(read_facts(store), "matrix")
    table = chart.table
    verdict = table.columns.index("more than coincidence")
    framed = [cell for cell in chart.drawing.iter() if cell.get("class") == "framed"]
    return {frozenset(map(str, r[:2])) for r in table.rows if r[verdict] == "yes"}, len(framed)


INITIATIVES = range(15, 20)
"""Rows of made data that are initiatives where both kinds are wanted; one of the planted pair."""

PLANTED_PAIR = frozenset(f"D{number}" for number in PLANTED)


@pytest.mark.parametrize("seed", range(20))
def test_nothing_is_claimed_anywhere_where_nothing_was_planted(seed: int) -> None:
    assert not any(claims_everywhere(with_base(made_findings(seed))).values())


@pytest.mark.parametrize("seed", range(5))
def test_nothing_is_claimed_of_initiatives_where_nothing_was_planted(seed: int) -> None:
    store = with_base(made_findings(seed), INITIATIVES)
    assert not any(claims_everywhere(store).values())
    assert claims_in_matrix(store) == (set(), 0)


@pytest.mark.parametrize("seed", range(3))
def test_a_planted_pair_is_found_everywhere(seed: int) -> None:
    claims = claims_everywhere(with_base(made_findings(seed, planted=EXTRA)))
    assert claims == {name: {PLANTED_PAIR} for name in claims}


@pytest.mark.parametrize("seed", range(3))
def test_a_planted_initiative_is_found_wherever_initiatives_are(seed: int) -> None:
    store = with_base(made_findings(seed, planted=EXTRA), INITIATIVES)
    claims = claims_everywhere(store)
    apart = {"gaps", "network of organisations", "page of departments"}
    assert claims == {name: set() if name in apart else {PLANTED_PAIR} for name in claims}
    assert claims_in_matrix(store) == ({PLANTED_PAIR}, 1)


def test_adjusted_values_are_those_of_scipy() -> None:
    p = np.random.default_rng(1).random(500) ** 3
    np.testing.assert_allclose(q_values(p), false_discovery_control(p, method="bh"), rtol=1e-12)
