"""Results on their way from the process that queries a store to the one that shows them."""

from __future__ import annotations

import json

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from queries.query_result import Form, QueryResult, as_solutions, decode, encode, materialise

NODES = st.text("abc/-é", min_size=1).map(
    lambda words: ox.NamedNode(f"https://example.org/{words}")
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]))
SIMPLE = st.one_of(
    NODES,
    st.integers().map(ox.Literal),
    WORDS.map(ox.Literal),
    st.builds(ox.Literal, WORDS, datatype=NODES),
    st.builds(ox.Literal, WORDS, language=st.sampled_from(["en", "cy", "en-gb"])),
    st.text("ab", min_size=1).map(ox.BlankNode),
)
STATEMENTS = st.builds(ox.Triple, NODES, NODES, SIMPLE)
TERMS = st.one_of(st.none(), SIMPLE, STATEMENTS, st.builds(ox.Triple, NODES, NODES, STATEMENTS))
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None


@given(width=st.integers(0, 3), data=st.data(), complete=st.booleans())
def test_rows_arrive_as_they_were_sent(width: int, data: st.DataObject, *, complete: bool) -> None:
    rows: list[tuple[Term, ...]] = data.draw(st.lists(st.tuples(*[TERMS] * width), max_size=5))
    names = ("finding", "été", "of")[:width]
    result = QueryResult(Form.ROWS, names, tuple(rows), complete)
    arrived = decode(encode(result))
    assert arrived == result
    assert str(arrived.rows) == str(result.rows)


@given(data=st.lists(st.builds(ox.Triple, NODES, NODES, TERMS.filter(bool)), max_size=5))
def test_triples_arrive_as_they_were_sent(data: list[ox.Triple]) -> None:
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in data)
    result = materialise(store.query("CONSTRUCT WHERE { ?s ?p ?o }"), 3)
    assert result.form is Form.TRIPLES
    assert result.complete == (len(store) <= 3)
    assert decode(encode(result)) == result


def test_a_yes_or_no_arrives() -> None:
    for query in ("ASK {}", "ASK { ?s ?p ?o }"):
        result = materialise(ox.Store().query(query))
        assert decode(encode(result)) == result


def test_the_engine_writes_a_result_as_it_would_its_own() -> None:
    query = 'SELECT ?n ?name { VALUES (?n ?name) { (1.5 "a\\tb"@en) (UNDEF <https://x.org/é>) } }'
    own = ox.Store().query(query)
    assert isinstance(own, ox.QuerySolutions)
    ours = as_solutions(materialise(ox.Store().query(query)))
    form = ox.QueryResultsFormat.JSON
    written, expected = ours.serialize(format=form), own.serialize(format=form)
    assert json.loads(written or b"") == json.loads(expected or b"")
