"""Two things of one name are never printed alike, and each is taken back as it was printed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from graph.store.embedded import Store
from queries.connections import Connections
from queries.entity_lookup import load_lookup
from queries.measures.network_analysis import NetworkQuery, analyse
from queries.measures.pair_results import pair_result
from queries.measures.paths import path_result
from queries.measures.projection import project
from queries.measures.selection import Selection
from queries.measures.store_reader import StoreReader
from queries.printed_labels import printed_labels

if TYPE_CHECKING:
    from pathlib import Path

_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
BODY, PROGRAMME = "organisation/adr-uk", "initiative/adr-uk"


@pytest.fixture(scope="module")
def store(bundled_store: Path) -> Store:
    return Store.open(bundled_store)


def test_a_name_of_two_things_has_the_kind_and_is_taken_back(store: Store) -> None:
    lookup, labels = load_lookup(store), printed_labels(store)
    body, programme = lookup.find(BODY), lookup.find(PROGRAMME)
    assert labels[body] == "ADR UK (organisation)"
    assert labels[programme] == "ADR UK (initiative)"
    assert lookup.find("ADR UK (initiative)") == programme
    assert lookup.find("adr uk (Organisation)") == body
    assert labels[lookup.find("Cafcass")] == "Cafcass"


def test_no_two_pairs_of_a_table_have_the_same_names(store: Store) -> None:
    reader = StoreReader(store)
    network = analyse(reader, NetworkQuery("everything", Selection()))
    for table in (
        Connections(store).pairs(),
        pair_result(reader, network, None).table,
    ):
        ends = Counter(frozenset(row[:2]) for row in table.rows)
        assert [set(pair) for pair, number in ends.items() if number > 1 or len(pair) == 1] == []


def test_a_path_between_two_things_of_one_name_names_both(store: Store) -> None:
    connections = Connections(store)
    data = project(connections.reader, "everything", Selection())
    ends = load_lookup(store).find_pair(PROGRAMME, BODY)
    caption = path_result(connections, data, *ends, 1).table.caption
    assert "ADR UK (initiative) – ADR UK (organisation) (1 step, cost 5)" in caption
    assert "(2 steps, cost 10)" in caption


def test_two_bodies_of_one_name_have_their_identifiers() -> None:
    store = Store.in_memory()
    for key, kind, label in (
        ("a", "Organisation", "Board"),
        ("b", "Organisation", "board"),
        ("c", "Initiative", "Board"),
    ):
        thing = f"<https://example.org/id/{kind.lower()}/{key}>"
        store.load(
            f"{thing} {_TYPE} <https://w3id.org/joinedup/ontology#{kind}> .\n"
            f'{thing} {_LABEL} "{label}" .\n'.encode()
        )
    assert set(printed_labels(store).values()) == {
        "Board (organisation/a)",
        "board (organisation/b)",
        "Board (initiative)",
    }
