"""The Python door, and what must hold of every graph that comes through it."""

from __future__ import annotations

import io
import random
from importlib.metadata import packages_distributions
from typing import TYPE_CHECKING

import pytest
from rdflib import URIRef
from rdflib.namespace import RDFS

import joinedup
from graph.errors import NoStoreError, QueryError, UnknownNameError
from graph.store.embedded import Store
from loaders.pipeline.build import BuildOptions, build, fill
from ontology.namespaces import JU
from queries.connections import Connections
from queries.cooccurrence.pair_table import PairTable
from queries.entity_lookup import load_lookup
from queries.exports import export
from queries.query_files import list_questions
from tests.conftest import PAGES

if TYPE_CHECKING:
    from pathlib import Path

OURS = (
    "evaluation",
    "graph",
    "joinedup",
    "loaders",
    "ontology",
    "queries",
    "visualisations",
)


def turtle(*sources: str) -> bytes:
    store = Store.in_memory()
    fill(store, sources)
    output = io.BytesIO()
    export(store, "turtle", output)
    return output.getvalue()


def test_what_the_engine_cannot_do_is_an_error_of_ours() -> None:
    graph = joinedup.build(str(PAGES / "public-accounts-6595.txt"))
    unknown = "SELECT (<https://made.example/function>(1) AS ?x) {}"
    with pytest.raises(QueryError, match="not supported"):
        graph.query(unknown)
    with pytest.raises(QueryError, match="not supported"):
        list(graph.dataset().query(unknown))
    with pytest.raises(QueryError, match="cannot be carried out"):
        graph.dataset().update("CREATE GRAPH <a:b> ; CREATE GRAPH <a:b>")


def test_no_other_distribution_owns_our_import_names() -> None:
    owners = packages_distributions()  # an editable install lists none, so ours may be missing
    assert set().union(*(owners.get(name, ()) for name in OURS)) <= {"joinedup"}


def test_rows_become_a_data_frame(bundled: joinedup.Graph) -> None:
    frame = bundled.ask("positions-by-who-says-so").to_pandas()
    assert list(frame.columns) == ["who_says_so", "basis", "position", "findings", "total"]
    assert (frame["findings"] <= frame["total"]).all()


def test_calls_for_connections_read_the_table_of_pairs_once(
    bundled_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores: list[Store] = []

    def counted_table(store: Store) -> PairTable:
        stores.append(store)
        return PairTable(store)

    monkeypatch.setattr("queries.connections.PairTable", counted_table)
    graph = joinedup.Graph(Store.open(bundled_store))
    first = graph.connections("DfE", "MoJ")
    assert graph.connections("DfE", "MoJ").rows == first.rows
    assert graph.connections("DfE").rows
    assert len(stores) == 1


def test_connections_follow_what_is_written_to_the_dataset() -> None:
    store = Store.in_memory()
    fill(store, ["bundled"])
    graph = joinedup.Graph(store)
    before = graph.connections("DfE", "MoJ").caption
    ends = load_lookup(store).find_pair("DfE", "MoJ")
    finding = URIRef(Connections(store).findings_with_both(*ends)[0])
    graph.dataset().remove((finding, JU.concerns, URIRef(ends[0])))
    assert graph.connections("DfE", "MoJ").caption != before


def test_connections_by_the_names_people_use(bundled: joinedup.Graph) -> None:
    assert (
        bundled.connections("DfE", "MoJ").rows
        == bundled.connections("department for education", "Ministry of Justice").rows
    )
    assert all(row[3] for row in bundled.connections("DfE", "MoJ").rows)
    with pytest.raises(UnknownNameError, match="Did you mean"):
        bundled.connections("Department for Educaton")


def test_a_pair_never_has_more_findings_than_either_of_the_two(bundled: joinedup.Graph) -> None:
    for _, _, together, one, other, *_ in bundled.connections().rows:
        assert isinstance(together, int)
        assert together <= min(int(str(one)), int(str(other)))


def test_opening_nothing_says_how_to_build(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError, match="joinedup build"):
        joinedup.open(tmp_path)


def test_every_question_of_the_book_runs_and_names_its_columns(bundled: joinedup.Graph) -> None:
    assert len(list_questions()) >= 6
    for asked in list_questions():
        assert asked.description
        assert asked.keywords
        assert bundled.ask(asked.name, **asked.example_values).columns


def test_a_question_of_the_book_says_the_same_in_rdflib(bundled: joinedup.Graph) -> None:
    asked = next(one for one in list_questions() if one.name == "labels-that-differ")
    theirs = bundled.dataset().query(asked.sparql)
    assert len(list(theirs)) == len(bundled.ask(asked.name, **asked.example_values).rows) > 0


def test_the_order_of_sources_is_of_no_account() -> None:
    pages = [str(path) for path in sorted(PAGES.glob("*.txt"))[:12]]
    shuffled = random.Random(3).sample(pages, len(pages))  # noqa: S311 - a repeatable shuffle
    assert turtle(*pages) == turtle(*shuffled)


def test_reading_twice_changes_nothing(tmp_path: Path) -> None:
    page = PAGES / "public-accounts-13168.txt"
    once, twice = Store.in_memory(), Store.in_memory()
    fill(once, [str(page)])
    report = fill(twice, [str(page), str(page), str(PAGES / "*13168.txt")])
    assert len(once) == len(twice)
    assert report.claims["Finding"] == 1
    copy = tmp_path / "copy.txt"
    copy.write_bytes(page.read_bytes())
    report = fill(Store.in_memory(), [str(page), str(copy)])
    assert (report.repeats, report.claims["Finding"]) == (1, 1)


def test_a_finding_that_several_sources_show_has_one_name() -> None:
    store = Store.in_memory()
    fill(store, ["finding_facts", str(PAGES)])
    names = f"SELECT ?finding {{ ?finding a <{JU.Finding}> ; <{RDFS.label}> ?name }}"
    named = list(store.rows(names))
    assert len(named) == len(set(named)) > 200


def test_many_records_are_extracted_on_every_core_to_the_same_graph(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages = str(PAGES)
    here = turtle(pages)
    monkeypatch.setattr("loaders.pipeline.workers.WORTHWHILE", 0)
    assert turtle(pages) == here


def test_things_live_where_the_builder_says() -> None:
    store = Store.in_memory()
    fill(store, ["finding_facts"], BuildOptions(base="https://example.org/ours/"))
    assert store.base == "https://example.org/ours/"
    output = io.BytesIO()
    export(store, "trig", output)
    assert b"<https://w3id.org/joinedup/id/" not in output.getvalue()


def test_an_accepted_candidate_joins_the_graph(tmp_path: Path) -> None:
    corrections = tmp_path / "corrections.toml"
    corrections.write_text(
        """
        [[accept]]
        candidate = "bank-account-validation"
        thing = "initiative/bank-account-validation"
        name = "Bank Account Validation"
        kind = "service"
        by = "A. Clerk"
        on = 2026-02-03
        why = "The fraud authority runs it."
        """,
        encoding="utf-8",
    )
    page = str(PAGES / "public-accounts-19013.txt")
    build([page], tmp_path / "store", BuildOptions(corrections=corrections))
    graph = joinedup.open(tmp_path / "store")
    assert graph.connections("Bank Account Validation").rows
    who = """
        PREFIX ju: <https://w3id.org/joinedup/ontology#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?who ?why {
          ?c ju:act "accept" ; ju:remark ?why ; prov:wasAttributedTo/rdfs:label ?who
        }
    """
    assert graph.query(who).rows == (("A. Clerk", "The fraud authority runs it."),)
