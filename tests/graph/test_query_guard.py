"""No query leaves the store; and words that only look as if it did are no obstacle."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QueryError
from graph.store.embedded import Store


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1:9/> { ?a ?b ?c } }",
        "SELECT * { ?s ?p 'a' . #'\n SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
        'SELECT * { ?s ?p """x""" SERVICE ?where { ?a ?b ?c } }',
    ],
)
def test_a_query_that_goes_elsewhere_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="another server"):
        Store.in_memory().query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p ?o }",
        "SELECT * { ?s ?p 'the SERVICE failed' }",
        'SELECT * { ?s ?p """a "quoted" SERVICE""" }',
        "PREFIX ju: <https://w3id.org/joinedup/ontology#> SELECT * { ?s a ju:Service }",
        "SELECT * { ?s a <http://example.org/SERVICE> } # SERVICE",
    ],
)
def test_the_word_alone_is_no_fault(query: str) -> None:
    assert list(Store.in_memory().rows(query)) == []


@pytest.mark.parametrize("query", ["LOAD <http://127.0.0.1:9/>", "DELETE WHERE { ?s ?p ?o }", "{"])
def test_updates_and_nonsense_are_refused(query: str) -> None:
    with pytest.raises(QueryError, match="cannot be read"):
        Store.in_memory().query(query)


@given(st.text())
def test_any_text_is_answered_or_refused(text: str) -> None:
    with suppress(QueryError):
        Store.in_memory().query(f"SELECT * {{ ?s ?p ?o FILTER(?o = '{text}') }}")
