"""The W3C's own tests of SPARQL 1.1, asked over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
from httpx import QueryParams

from graph.store.embedded import Store
from graph.store.store_layout import begin_version
from tests.installed import missing
from tests.joinedup.server.protocol_cases import CASES
from tests.joinedup.server.running_server import RunningServer
from tests.joinedup.server.w3c_suite import (
    SUITE,
    EvaluationTest,
    csv_rows,
    evaluation_tests,
    expected_rows,
    expected_triples,
    graphs_of,
    protocol_tests,
    rows_of,
    with_base,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _pytest.mark import ParameterSet

TESTS = evaluation_tests()
DIFFERENT = {
    "aggregates/agg-empty-group": "the answer was corrected later: no group, no row",
    "csv-tsv-res/csv03": "the engine writes 1.0E6 as 1000000, which is the same number",
    "csv-tsv-res/tsv03": "the engine keeps the numbers of narrower types as xsd:integer",
    "functions/strdt03": "in RDF 1.1 a plain text is an xsd:string",
    "functions/strlang03": "in RDF 1.1 a plain text is an xsd:string",
    "functions/bnode01": "the engine gives BNODE of one text the same node in every row",
}
"""Tests whose answer is another one here, and why."""

PROTOCOL = {
    "query_post_form": "query in a form",
    "query_dataset_default_graphs_get": "two default graphs",
    "query_dataset_default_graphs_post": "default graphs in a form",
    "query_dataset_named_graphs_post": "graphs in a form",
    "query_dataset_named_graphs_get": "named graphs",
    "query_dataset_full": "default and named graphs",
    "query_multiple_dataset": "graphs of the request outweigh FROM",
    "query_get": "query in the address",
    "query_content_type_select": "select",
    "query_content_type_ask": "ask",
    "query_content_type_describe": "describe",
    "query_content_type_construct": "construct",
    "query_post_direct": "query as a body",
    "bad_query_method": "put",
    "bad_multiple_queries": "two queries in the address",
    "bad_query_wrong_media_type": "another type",
    "bad_query_missing_form_type": "no type, a form",
    "bad_query_missing_direct_type": "no type, a query",
    "bad_query_non_utf8": "another charset",
    "bad_query_syntax": "a query that is malformed",
    "bad_update_get": "an update in the address",
    "bad_multiple_updates": "two updates in a form",
    "bad_update_wrong_media_type": "an update of another type",
    "bad_update_missing_form_type": "no type, an update in a form",
    "bad_update_non_utf8": "an update in another charset",
    "bad_update_syntax": "an update that is malformed",
    "bad_update_dataset_conflict": "an update with graphs of its own",
}
"""The case of ours for each test of the protocol that is no update to be carried out: the suite has
their names alone, and no requests."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    place = tmp_path_factory.mktemp("w3c") / "store"
    with begin_version(place) as version:
        store = Store.create(version / "quads")
        store.load(ox.serialize(graphs_of(TESTS), format=ox.RdfFormat.N_QUADS) or b"")
        store.flush()
        store.close()
    with RunningServer(place) as running:
        yield running


def parameters() -> list[ParameterSet]:
    return [
        pytest.param(
            test,
            id=test.name,
            marks=[pytest.mark.xfail(reason=DIFFERENT[test.name], strict=True)]
            if test.name in DIFFERENT
            else [],
        )
        for test in TESTS
    ]


def test_the_suite_is_whole() -> None:
    if not SUITE.is_dir():
        missing("the W3C's tests of SPARQL 1.1")
    names = [test.name for test in TESTS]
    assert len(names) == len(set(names)) == 183
    assert set(names) > DIFFERENT.keys()
    assert protocol_tests() == PROTOCOL.keys()


def test_every_test_of_the_protocol_has_a_case() -> None:
    """The cases themselves are tried in `test_protocol`."""
    assert len(PROTOCOL) == 27
    assert set(PROTOCOL.values()) <= {case.name for case in CASES}


@pytest.mark.parametrize("test", parameters())
def test_a_query_is_evaluated(server: RunningServer, test: EvaluationTest) -> None:
    triples = expected_triples(test.answer)
    fields = QueryParams(
        {
            "query": with_base(test),
            "default-graph-uri": test.default_graphs,
            "named-graph-uri": test.named_graphs,
        }
    )
    if test.answer.suffix == ".csv":
        answer = server.client.get("/sparql", params=fields, headers={"Accept": "text/csv"})
        assert answer.status_code == 200, answer.text
        assert csv_rows(answer.text) == csv_rows(test.answer.read_text(encoding="utf-8"))
        return
    accept = "application/n-triples" if triples is not None else "application/sparql-results+json"
    answer = server.client.get("/sparql", params=fields, headers={"Accept": accept})
    assert answer.status_code == 200, answer.text
    if triples is None:
        rows = rows_of(answer.content, ox.QueryResultsFormat.JSON)
        assert rows == expected_rows(test.answer)
        return
    given = ox.Dataset(ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES))
    for dataset in (given, triples):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert given == triples
