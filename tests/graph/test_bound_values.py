"""A query with VALUES blocks gives what Oxigraph gives that replaces the variables."""

from __future__ import annotations

from collections import Counter

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import QueryError
from graph.store.bound_values import bind_values
from graph.store.embedded import Store

PATTERNS = (
    "?x <x:p> ?y",
    "?y <x:p> ?x .",
    "?y <x:p> ?z OPTIONAL { ?x <x:q> ?w }",
    "?y <x:p> ?z OPTIONAL { ?y <x:q> ?w FILTER(?w = ?x) }",
    "{ ?x <x:p> ?y } UNION { ?y <x:p> ?x }",
    "{ ?x <x:p> ?y } UNION { ?y <x:q> ?z }",
    "?y <x:p> ?z MINUS { ?x <x:q> ?z }",
    "?y <x:p> ?z MINUS { ?y <x:q> ?z }",
    "?y <x:p> ?z FILTER NOT EXISTS { ?x <x:q> ?z }",
    "?y <x:p> ?z FILTER EXISTS { ?x <x:q> ?z OPTIONAL { ?x <x:p> ?w } }",
    "GRAPH ?g { ?x <x:p> ?y }",
    "?x <x:p> ?y GRAPH ?x { ?y <x:q> ?z }",
    "{ SELECT (COUNT(*) AS ?n) WHERE { ?x <x:p> ?y } } ?x <x:q> ?z",
    "{ SELECT ?x (COUNT(*) AS ?n) WHERE { ?x <x:p> ?y } GROUP BY ?x }",
    "{ SELECT * WHERE { ?x <x:p> ?y } }",
    "{ SELECT DISTINCT ?x ?y { { ?x <x:p> ?y } UNION { ?y <x:q> ?x } } }",
    "{ SELECT (?y AS ?x) ?z WHERE { ?y <x:p> ?z } }",
    "?x <x:p> ?z . BIND(?x AS ?w)",
    "?y <x:p> ?z FILTER(?x != ?y)",
    "?y <x:p> ?z { ?y <x:q> ?w BIND(?w AS ?x) }",
    "?x (<x:p>|<x:q>)* ?y",
    "BIND(1 AS ?w) ?x <x:p> ?y",
    "?y <x:p> ?z OPTIONAL { ?z <x:q> ?w BIND(?w AS ?n) ?x <x:p> ?w }",
    "{ SELECT (COUNT(?z) AS ?n) ?x WHERE { ?x <x:p> ?y OPTIONAL { ?y <x:q> ?z } } GROUP BY ?x }",
    "?x <x:p> ?y # { ?x <x:q> \n",
    'VALUES ?y { <x:a> <x:b> } ?x <x:p> ?y BIND("} { ?x" AS ?w)',
    "VALUES (?y ?z) { (<x:a> UNDEF) (<x:b> 'SELECT { ?x') } ?x <x:q> ?y",
    "?y <x:p> ?z OPTIONAL { { ?x <x:p> ?y } UNION { ?z <x:p> ?x MINUS { ?x <x:q> ?w } } }",
)
TERMS = [ox.NamedNode(f"x:{name}") for name in "abc"]
PREDICATES = [ox.NamedNode("x:p"), ox.NamedNode("x:q")]
ASKED = (*TERMS, ox.Literal("x"), ox.Literal(r"\\u0041 } ?x {", language="en"))

quads = st.builds(
    ox.Quad,
    st.sampled_from(TERMS),
    st.sampled_from(PREDICATES),
    st.sampled_from((*TERMS, *ASKED[3:])),
    st.sampled_from((ox.DefaultGraph(), *TERMS)),
)


def answers(
    store: Store, sparql: str, values: dict[str, ox.NamedNode | ox.Literal]
) -> Counter[str]:
    return Counter(map(str, store.rows(sparql, values)))


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.lists(quads, max_size=14), value=st.sampled_from(ASKED))
@settings(max_examples=40)
def test_blocks_give_what_replacing_gives(
    pattern: str, data: list[ox.Quad], value: ox.NamedNode | ox.Literal
) -> None:
    store = Store.in_memory()
    store.load(ox.serialize(data, format=ox.RdfFormat.N_QUADS) or b"")
    sparql = f"SELECT ?x ?y ?z ?w ?n WHERE {{ {pattern} }}"
    text = bind_values(sparql, {"x": value})
    assert answers(store, text, {}) == answers(store, sparql, {"x": value})


def test_two_values_are_bound_and_a_variable_that_is_written_nowhere_too() -> None:
    text = bind_values("SELECT ?x ?u WHERE { ?x <x:p> ?y }", {"x": TERMS[0], "u": TERMS[1]})
    store = Store.in_memory()
    store.load(b"<x:a> <x:p> <x:b> .\n<x:b> <x:p> <x:b> .\n")
    assert list(store.rows(text)) == [(TERMS[0], TERMS[1])]


def test_a_value_that_no_other_store_could_know_is_refused() -> None:
    with pytest.raises(QueryError, match="blank node"):
        bind_values("SELECT ?x WHERE { ?x ?p ?o }", {"x": ox.BlankNode("b")})


def test_a_query_that_has_no_place_for_a_value_is_refused() -> None:
    with pytest.raises(QueryError, match="no pattern"):
        bind_values("DESCRIBE ?x", {"x": TERMS[0]})
    with pytest.raises(QueryError, match="gives \\?x a value itself"):
        bind_values("SELECT ?x WHERE { ?y ?p ?o BIND(?o AS ?x) }", {"x": TERMS[0]})


def test_without_values_nothing_changes() -> None:
    assert bind_values("ASK {}", {}) == "ASK {}"
