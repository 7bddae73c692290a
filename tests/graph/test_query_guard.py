"""No query leaves the store; and words that only look as if it did are no obstacle."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QueryError
from graph.store.embedded import Store
from graph.store.query_syntax import QueryText


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1:9/> { ?a ?b ?c } }",
        "SELECT * { ?s ?p 'a' . #'\n SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
        'SELECT * { ?s ?p """x""" SERVICE ?where { ?a ?b ?c } }',
        "PREFIX a: <x:> SELECT ?a { ?s a a:.SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
        "SELECT ?a { # c\rSERVICE <http://127.0.0.1:9/> { ?a ?b ?c } #\n }",
        "PREFIX : <http://127.0.0.1:9/>\nSELECT * { FILTER(1<2)SERVICE:x#>\n{ ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * { FILTER(1<2)SERVICESILENT:x { ?s ?p ?o } }",
        "SELECT * { VALUES ?x {'''a' '''} SERVICE <x:a> { } #' }\n }",
        "SELECT * { ?s ?p ?servqjice SERVICE <x:a> { } } # SEqjICE SEqkICE",
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
        "PREFIX service: <x:> SELECT * { ?s a service:SERVICE ; service:a ?SERVICE }",
        "SELECT * { ?s a <http://example.org/SERVICE> } # SERVICE",
        "SELECT * { ?s ?p 'FROM <x:a>', 'from', <x:from> FILTER(?s != ?from) }",
        "PREFIX from: <x:> SELECT * { ?s from:from from: }",
        "SELECT * { << ?s ?p 'SERVICE' >> ?q ?r }",
        "\ufeffSELECT * { ?s ?p ?o }",
    ],
)
def test_the_word_alone_is_no_fault(query: str) -> None:
    assert list(Store.in_memory().rows(query)) == []


@pytest.mark.parametrize("query", ["LOAD <http://127.0.0.1:9/>", "DELETE WHERE { ?s ?p ?o }"])
def test_updates_are_refused_as_what_they_are(query: str) -> None:
    for text in (query, f"BASE <x:a> PREFIX a: <x:b> # SELECT\n{query}"):
        with pytest.raises(QueryError, match="cannot change the graph"):
            Store.in_memory().query(text)


@pytest.mark.parametrize("query", ["{", "", "SELECT", "SELECT * { ?s ?p '\ud800' }"])
def test_nonsense_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="cannot be read"):
        Store.in_memory().query(query)


@pytest.mark.parametrize(
    "clauses",
    [
        "FROM <http://example.org/records/one>",
        "FROM<one>FROM NAMED<two>",
        "from named # FROM <x:three>\r records:two",
        "FROM FROM:one",
        "FROM NAMED:two",
    ],
)
def test_from_names_graphs_as_the_engine_reads_them(clauses: str) -> None:
    store = Store.in_memory()
    store.load(
        b"<x:a> <x:b> <x:c> <http://example.org/records/one> .\n"
        b"<x:a> <x:b> <x:d> <http://example.org/records/two> .\n"
    )
    prologue = "BASE <http://example.org/records/> " + "".join(
        f"PREFIX {prefix}: <http://example.org/records/>\n"
        for prefix in ("records", "FROM", "NAMED")
    )
    pattern = "{ { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } FILTER(?o != 'FROM <x:a>') }"
    assert len(list(store.rows(f"{prologue} SELECT * {clauses} {pattern}"))) in {1, 2}
    with pytest.raises(QueryError, match=r"'http://example\.org/records/three', which is not"):
        store.query(f"{prologue} SELECT * {clauses} FROM <three> {pattern}")  # noqa: S608 - SPARQL


def test_without_from_nothing_is_asked_about_graphs() -> None:
    assert QueryText("ASK { ?s ?p 'FROM <x:a>' }").dataset_graphs() == []


def test_parsing_alone_never_runs_a_query() -> None:
    product = " ".join(f"VALUES ?v{number} {{ 1 2 3 4 5 6 7 8 9 10 }}" for number in range(12))
    assert QueryText(f"ASK {{ {product} FILTER(?v1 = 11) }}").is_readable()
    assert not QueryText("ASK {").is_readable()


@given(st.text())
def test_any_text_is_answered_or_refused(text: str) -> None:
    with suppress(QueryError):
        Store.in_memory().query(f"SELECT * {{ ?s ?p ?o FILTER(?o = '{text}') }}")


@given(st.text(st.sampled_from("fromFROM<>x:a' \n#?{}\"\\")))
def test_any_clauses_are_answered_or_refused(text: str) -> None:
    with suppress(QueryError):
        Store.in_memory().query(f"SELECT * {text} {{ ?s ?p ?o }}")
